//! Whether any answers lead to a profile.

use super::Questionnaire;
use crate::typology::{Classification, MASK_LEAD, MASK_POINTS};

/// How many sets of answers are followed at a time when looking for one that fits. As long as no more than these are
/// worth following, the search is exact.
const WIDEST: usize = 256;

/// What must hold in the end: one profile's points minus another's, or its points alone, come to at least so much.
#[derive(Clone, Copy)]
struct Lead {
    ahead: usize,
    behind: Option<usize>,
    /// Only answers that give this profile no points count.
    apart_from: Option<usize>,
    least: i64,
}

/// Margins, one per lead, and the ways picked so far.
type Set = (Vec<i64>, Vec<usize>);

impl Questionnaire<'_> {
    /// Whether some answers lead to this profile alone, with `mask` alone behind it where one is asked for.
    pub(super) fn is_reachable(&self, profile: usize, mask: Option<usize>) -> bool {
        let rivals = (0..self.typology.profiles.len()).filter(|&rival| rival != profile);
        let lead = |ahead, behind| Lead {
            ahead,
            behind,
            apart_from: None,
            least: 1,
        };
        let mut leads: Vec<Lead> = rivals.map(|rival| lead(profile, Some(rival))).collect();
        leads.push(lead(profile, None));
        if let Some(mask) = mask {
            let behind = |behind, least: u32| Lead {
                ahead: mask,
                behind,
                apart_from: Some(profile),
                least: i64::from(least),
            };
            let others = self.typology.profiles[profile].masks.iter();
            let others = others.filter(|&&other| other != mask);
            leads.extend(others.map(|&other| behind(Some(other), MASK_LEAD)));
            leads.push(behind(None, MASK_POINTS));
        }
        self.search(&leads).is_some_and(|picks| {
            let scores = self.scores(picks);
            self.typology.classify(&scores) == Classification::Classified(vec![profile])
                && mask.is_none_or(|mask| self.typology.masked(profile, &scores) == Some(mask))
        })
    }

    /// Looks for answers in which every lead is at least what it must be.
    ///
    /// Poll by poll, it keeps the sets of answers that no other set beats in every lead. That is exact: what is beaten
    /// everywhere now cannot come first later. Only when more than [`WIDEST`] sets remain are the weakest given up.
    fn search(&self, leads: &[Lead]) -> Option<Vec<usize>> {
        let mut sets = vec![(vec![0; leads.len()], Vec::new())];
        for poll in &self.polls {
            let mut longer: Vec<Set> = Vec::new();
            for (margins, picks) in &sets {
                for (option, way) in poll.ways.iter().enumerate() {
                    let margins = margins
                        .iter()
                        .zip(leads)
                        .map(|(margin, lead)| margin + gain(&way.points, *lead));
                    longer.push((margins.collect(), [&picks[..], &[option]].concat()));
                }
            }
            sets = unbeaten(longer);
        }
        let found = sets
            .into_iter()
            .find(|(margins, _)| margins.iter().zip(leads).all(|(&margin, lead)| margin >= lead.least));
        found.map(|(_, picks)| picks)
    }
}

fn gain(points: &[u32], lead: Lead) -> i64 {
    if lead.apart_from.is_some_and(|profile| points[profile] > 0) {
        return 0;
    }
    i64::from(points[lead.ahead]) - lead.behind.map_or(0, |behind| i64::from(points[behind]))
}

/// The sets of answers that no other one equals or beats in every margin; at most [`WIDEST`], those first whose
/// smallest margin is largest.
fn unbeaten(mut sets: Vec<Set>) -> Vec<Set> {
    let promise = |margins: &[i64]| (margins.iter().min().copied(), margins.iter().sum::<i64>());
    sets.sort_by_cached_key(|(margins, _)| std::cmp::Reverse(promise(margins)));
    let mut kept: Vec<Set> = Vec::new();
    for (margins, picks) in sets {
        let beaten = kept
            .iter()
            .any(|(better, _)| better.iter().zip(&margins).all(|(better, margin)| better >= margin));
        if !beaten {
            kept.push((margins, picks));
        }
        if kept.len() == WIDEST {
            break;
        }
    }
    kept
}
