//! What is said about the people who answered a question twice.
//!
//! Three things may be said, and which of them depends on nothing an attacker could not work out himself, so that
//! silence gives nothing away either:
//! - **the whole table**, when every cell and every remainder (those who came late or left early, by meaning) is at least
//!   the minimum; a zero counts as small;
//! - **how many changed their mind**, when they and those who did not are at least the minimum, and no cell that was open
//!   before becomes certain by it ([`audit`](super::audit));
//! - **nothing** else. When the silence itself would narrow a cell down to one value, the pair is silent whatever it holds.
//!
//! Margins of the pair are never shown beside the polls' totals: the difference is the person who left early.

use super::audit::{Ranges, Totals, joined};

/// Who went where: rows are meanings before, columns meanings after.
pub type Table = Vec<Vec<u32>>;

/// What may be said about a pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flow {
    /// Every cell of the table.
    Table(Table),
    /// Only how many people changed their mind.
    Changed(u32),
    /// Nothing: it would point at someone.
    Silent,
}

/// The totals that are known of a pair before anything is said about it, and what may be said then.
#[derive(Debug, Clone)]
pub struct PairRule {
    minimum: u32,
    before: Vec<u32>,
    after: Vec<u32>,
    paired: u32,
    /// For each number of people who changed their mind, whether it may be said.
    sayable: Vec<bool>,
    /// Cells known from the totals alone.
    forced: Vec<bool>,
}

impl PairRule {
    /// The rule for polls with these totals by meaning, `paired` people having answered both.
    #[must_use]
    pub fn new(before: &[u32], after: &[u32], paired: u32, minimum: u32) -> Self {
        let totals = Totals::new(before, after, paired);
        let classes: Vec<Option<Ranges>> = (0..=paired).map(|changed| totals.ranges(changed)).collect();
        let all = classes.iter().flatten().fold(None, |all, one| Some(joined(all, one)));
        let forced: Vec<bool> = all.iter().flatten().map(|range| range.is_certain()).collect();
        let sayable: Vec<bool> = (0..=paired)
            .zip(&classes)
            .map(|(changed, class)| {
                changed >= minimum
                    && paired - changed >= minimum
                    && class.as_ref().is_none_or(|class| is_open(class, &forced, minimum))
            })
            .collect();
        let silent = classes.iter().zip(&sayable).filter(|(_, sayable)| !**sayable);
        let silent = silent
            .filter_map(|(class, _)| class.as_ref())
            .fold(None, |all, one| Some(joined(all, one)));
        let silence_is_safe = silent.is_none_or(|silent| {
            silent
                .iter()
                .zip(&forced)
                .all(|(range, forced)| *forced || !range.is_certain())
        });
        Self {
            minimum,
            before: before.to_vec(),
            after: after.to_vec(),
            paired,
            sayable: if silence_is_safe { sayable } else { Vec::new() },
            forced,
        }
    }

    /// What may be said of a table with these totals.
    #[must_use]
    pub fn flow(&self, table: &Table) -> Flow {
        let changed = self.paired - (0..table.len()).map(|meaning| table[meaning][meaning]).sum::<u32>();
        if self.sayable.is_empty() {
            Flow::Silent
        } else if self.is_large(table) {
            Flow::Table(table.clone())
        } else if self.sayable.get(changed as usize) == Some(&true) {
            Flow::Changed(changed)
        } else {
            Flow::Silent
        }
    }

    /// Whether every cell and remainder is large, or known from the totals anyway.
    fn is_large(&self, table: &Table) -> bool {
        let size = table.len();
        let remainder = |total: u32, shown: u32| total - shown;
        let last = (0..size).map(|row| (row, size, remainder(self.before[row], table[row].iter().sum())));
        let late = (0..size).map(|column| {
            (
                size,
                column,
                remainder(self.after[column], table.iter().map(|row| row[column]).sum()),
            )
        });
        let inner = (0..size).flat_map(|row| (0..size).map(move |column| (row, column)));
        inner
            .map(|(row, column)| (row, column, table[row][column]))
            .chain(last)
            .chain(late)
            .all(|(row, column, count)| count >= self.minimum || self.forced[row * (size + 1) + column])
            && table.iter().flatten().any(|count| *count >= self.minimum)
    }
}

/// Whether a number of people who changed their mind leaves every small cell open.
fn is_open(class: &Ranges, forced: &[bool], minimum: u32) -> bool {
    class
        .iter()
        .zip(forced)
        .all(|(range, forced)| *forced || !range.is_certain() || range.low >= i64::from(minimum))
}
