//! How much of a long list goes into a view. A view is sent whole with every change, so it is to stay small, whatever people
//! write: what counts is the bytes it has as JSON, with every mark and every escape.

use serde::Serialize;

/// Bytes of JSON that are still to be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    left: usize,
    is_whole: bool,
}

impl Budget {
    /// So many bytes.
    #[must_use]
    pub fn of(bytes: usize) -> Self {
        Self {
            left: bytes,
            is_whole: true,
        }
    }

    /// What is left of it.
    #[must_use]
    pub fn left(self) -> usize {
        self.left
    }

    /// Pays for an item and the comma after it; false, and nothing is left, when there is too little for it.
    pub fn pays(&mut self, item: &impl Serialize) -> bool {
        let bytes = bytes(item) + 1;
        let pays = bytes <= self.left;
        self.left = if pays { self.left - bytes } else { 0 };
        self.is_whole = false;
        pays
    }

    /// As [`Self::pays`], but the first item is always had, however large: it would keep all behind it from being dealt with.
    pub fn pays_one(&mut self, item: &impl Serialize) -> bool {
        let is_first = self.is_whole;
        self.pays(item) || is_first
    }
}

/// The first items, as many as a budget pays for. What alone is more than all of it is passed over: it would keep out all behind it.
pub fn afforded<Item: Serialize>(items: impl Iterator<Item = Item>, bytes: usize) -> Vec<Item> {
    let mut budget = Budget::of(bytes);
    let fits = items.filter(|item| self::bytes(item) < bytes);
    fits.take_while(|item| budget.pays(item)).collect()
}

/// How many bytes something has as JSON.
#[must_use]
pub fn bytes(item: &impl Serialize) -> usize {
    serde_json::to_vec(item).map_or(0, |json| json.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_escapes_are_paid_for() {
        let mut budget = Budget::of(12);
        assert!(budget.pays(&"a\"b"), "six bytes and a comma");
        assert_eq!(budget.left(), 5);
        assert!(!budget.pays(&"abc"), "five bytes and a comma");
        assert!(!budget.pays(&""), "what comes after it must not come before it");
    }

    #[test]
    fn what_alone_is_too_large_keeps_nothing_else_out() {
        assert_eq!(afforded(["much too large", "a", "b", "c"].into_iter(), 8), ["a", "b"]);
    }

    #[test]
    fn the_first_is_had_though_it_is_too_large_and_no_other() {
        let mut budget = Budget::of(3);
        assert!(budget.pays_one(&"much too large"));
        assert!(!budget.pays_one(&"a"));
    }
}
