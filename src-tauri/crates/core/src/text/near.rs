//! Near spellings: a slip of the thumb counts for the word that was meant.

use std::cmp::Reverse;
use std::collections::BTreeMap;

/// From so many letters on, words one slip apart are one word.
pub const ONE_SLIP: usize = 5;

/// From so many letters on, words two slips apart are.
pub const TWO_SLIPS: usize = 9;

/// How many times more often the right spelling must have been written: a slip is rarer than the word, and of two words
/// written equally often nobody knows which one is the slip.
pub const RARER: u32 = 2;

/// Which rare keys join which frequent one.
///
/// A key joins the nearest key that was written at least [`RARER`] times as often and is one slip away (both of at least
/// [`ONE_SLIP`] letters) or two (of at least [`TWO_SLIPS`]): a letter changed, missing, added, or two neighbours swapped (the
/// optimal string alignment distance of L. Boytsov, *Indexing methods for approximate dictionary searching*, 2011). The first
/// letter and all digits must be the same: « inclusion » is no slip for « exclusion », nor 2023 for 2024. Of two equally near
/// ones the more frequent is joined, then the first in the alphabet. A key that joins another is joined by none, so nothing
/// drifts from word to word.
///
/// The answer depends on the table alone, not on who came first.
#[must_use]
pub fn near_spellings<'k>(table: &BTreeMap<&'k str, u32>) -> BTreeMap<&'k str, &'k str> {
    let mut words: Vec<Word<'k>> = table.iter().map(|(key, count)| Word::new(key, *count)).collect();
    words.sort_by_key(|word| (Reverse(word.count), word.key));
    let mut heads: BTreeMap<Option<char>, Vec<Word<'k>>> = BTreeMap::new();
    let mut joined = BTreeMap::new();
    for word in words {
        let heads = heads.entry(word.key.chars().next()).or_default();
        match nearest(&word, heads) {
            Some(head) => drop(joined.insert(word.key, head)),
            None => heads.push(word),
        }
    }
    joined
}

/// The key that a word joins; the heads stand by rank.
fn nearest<'k>(word: &Word<'k>, heads: &[Word<'k>]) -> Option<&'k str> {
    heads
        .iter()
        .take_while(|head| head.count >= word.count.saturating_mul(RARER))
        .filter_map(|head| Some((head.slips(word)?, head)))
        .min_by_key(|(slips, _)| *slips)
        .map(|(_, head)| head.key)
}

struct Word<'k> {
    key: &'k str,
    count: u32,
    letters: Vec<char>,
    /// Which letters occur, one bit for several letters each: most words are told apart by it in an instant.
    signature: u64,
}

impl<'k> Word<'k> {
    fn new(key: &'k str, count: u32) -> Self {
        Self {
            key,
            count,
            letters: key.chars().collect(),
            signature: key.chars().fold(0, |bits, letter| bits | 1 << (u32::from(letter) % 64)),
        }
    }

    /// How many slips lie between two words, when they are few enough for one to be taken for the other.
    fn slips(&self, other: &Self) -> Option<usize> {
        let most = match self.letters.len().min(other.letters.len()) {
            0..ONE_SLIP => return None,
            ONE_SLIP..TWO_SLIPS => 1,
            _ => 2,
        };
        // A slip takes one letter out and puts one in, at most.
        let differing = (self.signature ^ other.signature).count_ones() as usize;
        if differing > 2 * most || !digits(self.key).eq(digits(other.key)) {
            return None;
        }
        (0..=most).find(|slips| within(&self.letters, &other.letters, *slips))
    }
}

/// Whether so many slips lead from one word to the other. Looking at every way is quicker than a table where slips are few:
/// most words differ sooner than that.
fn within(one: &[char], other: &[char], slips: usize) -> bool {
    let same = one.iter().zip(other).take_while(|(one, other)| one == other).count();
    let (one, other) = (&one[same..], &other[same..]);
    if one.len().abs_diff(other.len()) > slips {
        return false;
    }
    match (one, other) {
        ([], []) => true,
        _ if slips == 0 => false,
        ([], _) | (_, []) => true,
        ([a, one_rest @ ..], [b, other_rest @ ..]) => {
            let swapped = one_rest.first() == Some(b) && other_rest.first() == Some(a);
            within(one_rest, other_rest, slips - 1)
                || within(one_rest, other, slips - 1)
                || within(one, other_rest, slips - 1)
                || (swapped && within(&one_rest[1..], &other_rest[1..], slips - 1))
        }
    }
}

fn digits(key: &str) -> impl Iterator<Item = char> {
    key.chars().filter(|letter| letter.is_numeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn merged(table: &[(&'static str, u32)]) -> Vec<(&'static str, &'static str)> {
        near_spellings(&table.iter().copied().collect()).into_iter().collect()
    }

    #[test]
    fn a_slip_joins_the_word_that_was_meant() {
        let table = [
            ("marketing", 5),
            ("marketting", 1),
            ("makreting", 2),
            ("communication", 4),
            ("comunicaton", 1),
        ];
        assert_eq!(
            merged(&table),
            [
                ("comunicaton", "communication"),
                ("makreting", "marketing"),
                ("marketting", "marketing")
            ]
        );
    }

    #[test]
    fn other_words_stay_what_they_are() {
        assert!(
            merged(&[("inclusion", 9), ("exclusion", 1)]).is_empty(),
            "the first letter decides"
        );
        assert!(
            merged(&[("annee 2023", 9), ("annee 2024", 1)]).is_empty(),
            "digits are no slips"
        );
        assert!(
            merged(&[("chat", 9), ("char", 1)]).is_empty(),
            "short words have near neighbours"
        );
        assert!(
            merged(&[("visible", 9), ("vissiblle", 1)]).is_empty(),
            "two slips are too many for seven letters"
        );
        assert!(
            merged(&[("poisson", 1), ("poison", 1)]).is_empty(),
            "of two equals nobody knows which is the slip"
        );
    }

    #[test]
    fn nothing_drifts_from_word_to_word() {
        let table = [("partager", 8), ("partages", 4), ("partagez", 1)];
        assert_eq!(merged(&table), [("partages", "partager"), ("partagez", "partager")]);
        let table = [("abcdef", 8), ("abcdeg", 4), ("abcdhg", 1)];
        assert_eq!(
            merged(&table),
            [("abcdeg", "abcdef")],
            "two from the head, whoever stands between"
        );
    }

    proptest::proptest! {
        #[test]
        fn slips_are_those_of_the_table(one in "[abc]{0,9}", other in "[abc]{0,9}", most in 0_usize..4) {
            let letters = |word: &str| word.chars().collect::<Vec<_>>();
            let near = strsim::osa_distance(&one, &other) <= most;
            proptest::prop_assert_eq!(within(&letters(&one), &letters(&other), most), near);
        }
    }
}
