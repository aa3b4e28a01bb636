//! The levels of headings: no level is skipped, whatever a talk's author wrote, so that a reader can go from one to the next.

/// Counts the headings of a document from its first page on.
#[derive(Debug, Default)]
pub(super) struct Headings {
    in_section: bool,
    title: usize,
    last: usize,
}

impl Headings {
    /// The level of a slide's title. A section holds the slides after it.
    pub(super) fn title(&mut self, opens_section: bool) -> usize {
        let wanted = if opens_section || !self.in_section { 1 } else { 2 };
        self.in_section |= opens_section;
        self.title = self.take(wanted);
        self.title
    }

    /// The slide has no title: what is written on it stands by itself.
    pub(super) fn untitled(&mut self) {
        self.title = if self.in_section { 1 } else { 0 };
    }

    /// The level of a heading that the author wrote on a slide, from 1 to 6.
    pub(super) fn written(&mut self, level: u8) -> usize {
        self.take(self.title + usize::from(level.max(2)) - 1)
    }

    fn take(&mut self, wanted: usize) -> usize {
        self.last = wanted.min(self.last + 1).max(1);
        self.last
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_holds_slides_and_these_hold_what_is_written_on_them() {
        let mut headings = Headings::default();
        assert_eq!(headings.title(false), 1, "before any section");
        assert_eq!(headings.title(true), 1);
        assert_eq!(headings.title(false), 2);
        assert_eq!([headings.written(2), headings.written(3)], [3, 4]);
        assert_eq!(headings.title(true), 1);
    }

    #[test]
    fn no_level_is_skipped() {
        let mut headings = Headings::default();
        headings.untitled();
        assert_eq!(headings.written(6), 1);
        headings.title(true);
        assert_eq!([headings.written(5), headings.written(5)], [2, 3]);
    }
}
