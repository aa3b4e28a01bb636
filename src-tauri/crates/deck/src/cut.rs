//! The lengths in which a talk can be given (`cuts: [30, 45, 60]`), and which slides each of them has (`from: 45`, `until: 30`).
//!
//! Every cut is read as a talk of its own, so that nobody finds out on the day that the short one asks "after" what it never
//! asked "before".

use std::ops::RangeInclusive;

use gazouillis_core::deck::Slide;

use crate::diagnostic::DiagnosticCode as Code;
use crate::fields::{self, Fields};
use crate::format::Takes;
use crate::report::{Problem, Report, Spanned};

/// How many minutes a talk may be cut to.
const MINUTES: RangeInclusive<u32> = 1..=600;

/// In how many lengths a talk can be given.
pub(crate) const MOST_CUTS: usize = 6;

/// One length.
pub(crate) const LENGTH: Takes = Takes::Whole(*MINUTES.start() as i64, *MINUTES.end() as i64);

/// Planned minutes may go over a cut's length by this much before the author is told.
const GRACE: f32 = 0.5;

/// The lengths of a talk.
#[derive(Debug, Default)]
pub(crate) struct Cuts {
    /// In minutes, the shortest first; none where the talk is given as it is.
    pub(crate) minutes: Vec<u16>,
    /// The one that is given when nobody chooses.
    pub(crate) usual: Option<u16>,
    /// Where the talk names them.
    at: usize,
}

/// Reads the talk's `cuts` and `cut`.
pub(crate) fn talk(fields: &Fields<'_>) -> Cuts {
    let Some(written) = fields.entry("cuts") else {
        needs_cuts(fields, "cut");
        return Cuts::default();
    };
    let listed = fields.counted("cuts", 2..=MOST_CUTS).unwrap_or_default();
    let mut minutes: Vec<u16> = listed
        .iter()
        .filter_map(|node| fields::whole(node, "cuts", MINUTES, fields.report))
        .map(|cut| cut.value as u16)
        .collect();
    minutes.sort_unstable();
    minutes.dedup();
    let known = Cuts {
        minutes,
        usual: None,
        at: written.at,
    };
    let usual = fields
        .whole("cut", MINUTES)
        .and_then(|cut| known.known(&cut, fields.report));
    Cuts {
        usual: usual.or(known.minutes.last().copied()),
        ..known
    }
}

/// Reports a key that means nothing in a talk of one length.
fn needs_cuts(fields: &Fields<'_>, key: &str) {
    if let Some(entry) = fields.entry(key) {
        let problem = Problem::new(entry.at, Code::MisplacedKey).found(key);
        fields.report.add(problem.expected("cuts: [30, 45]"));
    }
}

impl Cuts {
    /// The cut of this length, or a mistake.
    fn known(&self, cut: &Spanned<u32>, report: &Report) -> Option<u16> {
        let found = self.minutes.iter().find(|minutes| u32::from(**minutes) == cut.value);
        if found.is_none() && !self.minutes.is_empty() {
            let known: Vec<String> = self.minutes.iter().map(u16::to_string).collect();
            let problem = Problem::new(cut.at, Code::UnknownCut).found(cut.value.to_string());
            report.add(problem.expected(known.join(", ")));
        }
        found.copied()
    }

    /// Which cuts a slide is in: those from one length to another.
    pub(crate) fn of_slide(&self, fields: Option<&Fields<'_>>, report: &Report) -> RangeInclusive<u16> {
        let everywhere = 0..=u16::MAX;
        let Some(fields) = fields else { return everywhere };
        if self.minutes.is_empty() {
            // Cuts that could not be read are told already.
            if self.at == 0 {
                needs_cuts(fields, "from");
                needs_cuts(fields, "until");
            }
            return everywhere;
        }
        let read = |key| {
            let cut = fields.whole(key, MINUTES)?;
            Some((cut.at, self.known(&cut, report)?))
        };
        let (from, until) = (read("from"), read("until"));
        if let (Some((at, from)), Some((_, until))) = (from, until)
            && from > until
        {
            let problem = Problem::new(at, Code::CutNowhere).found(format!("from: {from}, until: {until}"));
            report.add(problem.expected(format!("from: {until}, until: {from}")));
            return everywhere;
        }
        from.map_or(0, |(_, from)| from)..=until.map_or(u16::MAX, |(_, until)| until)
    }

    /// Every cut to be read, the one that was asked for or is usual first; a talk of one length is read once.
    pub(crate) fn to_read(&self, asked: Option<u16>) -> Vec<Option<u16>> {
        let first = asked.filter(|asked| self.minutes.contains(asked)).or(self.usual);
        let others = self.minutes.iter().copied().filter(|cut| Some(*cut) != first);
        std::iter::once(first).chain(others.map(Some)).collect()
    }

    /// Warns of a cut whose slides are planned to take longer than it has.
    pub(crate) fn fits(&self, cut: Option<u16>, slides: &[Slide], report: &Report) {
        let planned: f32 = slides.iter().filter_map(|slide| slide.minutes).sum();
        if let Some(length) = cut.filter(|length| planned > f32::from(*length) + GRACE) {
            let problem = Problem::new(self.at, Code::CutTooLong).found(format!("{}", planned.round()));
            report.add(problem.expected(length.to_string()));
        }
    }
}
