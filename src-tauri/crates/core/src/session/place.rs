//! Where the talk is, and which places it has.

use super::{Cursor, Session};

impl Session {
    /// Whether the talk is there, with that poll over the slide.
    pub(super) fn is_at(&self, place: Cursor, over: Option<&str>) -> bool {
        let here = self.overlay.map(|over| self.deck.polls[over.poll].id.as_str());
        let step = self.overlay.map_or(self.cursor.step, |over| over.step);
        here == over && place == Cursor { step, ..self.cursor }
    }

    pub(super) fn exists(&self, place: Cursor) -> bool {
        self.deck
            .slides
            .get(place.slide)
            .is_some_and(|slide| place.step < slide.steps)
    }

    pub(super) fn next_place(&self) -> Option<Cursor> {
        let Cursor { slide, step } = self.cursor;
        [
            Cursor { slide, step: step + 1 },
            Cursor {
                slide: slide + 1,
                step: 0,
            },
        ]
        .into_iter()
        .find(|place| self.exists(*place))
    }

    pub(super) fn previous_place(&self) -> Option<Cursor> {
        let Cursor { slide, step } = self.cursor;
        if step > 0 {
            return Some(Cursor { slide, step: step - 1 });
        }
        let slide = slide.checked_sub(1)?;
        Some(Cursor {
            slide,
            step: self.deck.slides[slide].steps.saturating_sub(1),
        })
    }
}
