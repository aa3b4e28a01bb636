//! What moved between a question and the same question asked again.

use serde::{Deserialize, Serialize};

use super::{Verdict, mcnemar_mid_p};

/// Below so many people who answered both times, no test of a change is made.
pub const SMALLEST_CHANGE: u32 = 12;

/// One meaning between the two times.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Movement {
    /// People who said it only the second time.
    pub gained: u32,
    /// People who said it only the first time.
    pub lost: u32,
    /// Whether more than chance moved one way; p is adjusted for the number of meanings.
    pub verdict: Verdict,
}

/// Tests each meaning of a question asked twice, from a table of people by first (row) and second meaning (column).
///
/// Two meanings are one McNemar test ([`mcnemar_mid_p`]): what one gains the other loses. With three or more there is no
/// one number that a room could be told, so each meaning is tested against all others together, the 2 × 2 tables to which
/// the test of marginal homogeneity is taken apart (J. L. Fleiss, B. Levin and M. C. Paik, *Statistical Methods for Rates and
/// Proportions*, 3rd ed. 2003, § 13.3), and the p-values are adjusted by S. Holm, *A simple sequentially rejective multiple test
/// procedure*, Scandinavian Journal of Statistics 6 (1979), 65–70, so that finding anything where nothing is stays at 5 %.
///
/// Fewer than [`SMALLEST_CHANGE`] people who answered both times: no test.
#[must_use]
pub fn movements(table: &[Vec<u32>]) -> Vec<Movement> {
    let people: u32 = table.iter().flatten().sum();
    let meanings = table.len();
    let moved: Vec<(u32, u32)> = (0..meanings)
        .map(|meaning| {
            let others = (0..meanings).filter(|&other| other != meaning);
            let gained = others.clone().map(|other| table[other][meaning]).sum();
            let lost = others.map(|other| table[meaning][other]).sum();
            (gained, lost)
        })
        .collect();
    let single: Vec<f64> = moved
        .iter()
        .map(|&(gained, lost)| mcnemar_mid_p(gained, lost))
        .collect();
    let adjusted = if meanings > 2 { holm(&single) } else { single };
    moved
        .into_iter()
        .zip(adjusted)
        .map(|((gained, lost), p)| Movement {
            gained,
            lost,
            verdict: if people < SMALLEST_CHANGE {
                Verdict::TooSmall {
                    people,
                    needed: SMALLEST_CHANGE,
                }
            } else {
                Verdict::Tested { p }
            },
        })
        .collect()
}

/// Holm's adjustment: the smallest times how many there are, the next times one less, never falling, at most 1.
fn holm(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[a].total_cmp(&values[b]));
    let mut adjusted = vec![0.0; values.len()];
    let mut so_far = 0.0_f64;
    for (rank, &index) in order.iter().enumerate() {
        so_far = so_far.max(values[index] * (values.len() - rank) as f64).min(1.0);
        adjusted[index] = so_far;
    }
    adjusted
}
