//! The block ```` ```poll ````: one question to the room.
//!
//! Reading takes two strokes, because the second half of a before/after pair may borrow the options of the first:
//! [`read`] takes what is written, [`PollDraft::finish`] checks what depends on the options.

use gazouillis_core::poll::{MAX_OPTIONS, Pair, Poll, PollKind, ResultsVisibility};

use crate::diagnostic::DiagnosticCode as Code;
use crate::fields::{Fields, text};
use crate::means;
use crate::option;
use crate::report::{Problem, Report, Spanned};
use crate::typology::ProfileIds;
use crate::yaml::{Node, Value};

const KEYS: [&str; 11] = [
    "id", "kind", "ask", "hint", "results", "options", "right", "explain", "max", "role", "pair",
];

/// The kinds of this version.
const KINDS: [(&str, Kind); 3] = [
    ("single", Kind::Single),
    ("multiple", Kind::Multiple),
    ("quiz", Kind::Quiz),
];

/// Kinds that the format names and this version does not have.
const LATER_KINDS: [&str; 9] = [
    "scale", "ranking", "words", "text", "tweet", "number", "matrix", "pin", "qa",
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Single,
    Multiple,
    Quiz,
}

impl Kind {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Single => "single",
            Self::Multiple => "multiple",
            Self::Quiz => "quiz",
        }
    }
}

/// A poll as written, before its options are settled.
#[derive(Debug)]
pub(crate) struct PollDraft {
    /// What is known; its `kind` is settled by [`PollDraft::finish`].
    pub(crate) poll: Poll,
    pub(crate) id_at: Option<usize>,
    pub(crate) pair_at: usize,
    pub(crate) kind: Option<Spanned<Kind>>,
    /// Where the options stand, when the poll has its own.
    pub(crate) options_at: Option<usize>,
    /// Where each option stands, and where it says what it means.
    pub(crate) option_ats: Vec<(usize, Option<usize>)>,
    pub(crate) max: Option<Spanned<u32>>,
    right: Vec<Spanned<String>>,
    explain: Option<String>,
    portrait_at: Option<usize>,
}

/// Reads a poll block; `at` is where its fence stands.
pub(crate) fn read(node: &Node, at: usize, profiles: &ProfileIds, report: &Report) -> Option<PollDraft> {
    let fields = Fields::of(node, "poll", "id: …", report)?.missing_at(at);
    fields.only(&KEYS);
    let id = fields.required_id("id");
    let kind = kind(&fields);
    let ask = fields.required_text("ask");
    let visibility = [("live", ResultsVisibility::Live), ("after", ResultsVisibility::After)];
    let results = fields.word("results", &visibility, Code::UnknownWord);
    let halves = [("before", Pair::Before), ("after", Pair::After)];
    let pair = fields.word("pair", &halves, Code::UnknownWord);
    let role = fields.word("role", &[("portrait", ())], Code::UnknownWord);
    if pair.as_ref().is_none_or(|pair| pair.value == Pair::Before) && fields.get("pair").is_none_or(|_| pair.is_some())
    {
        fields.required("options");
    }
    let options = option::read(&fields, kind.as_ref().map(|kind| kind.value), profiles);
    means::check(&options, fields.get("pair").is_some(), report);
    let (option_ats, options) = options
        .into_iter()
        .map(|written| ((written.at, written.means_at), written.option))
        .unzip();
    let of_kind = |key, wanted: Kind| {
        if let (Some(entry), Some(kind)) = (fields.entry(key), &kind)
            && kind.value != wanted
        {
            let problem = Problem::new(entry.at, Code::MisplacedKey).found(key);
            report.add(problem.expected(format!("kind: {}", wanted.word())));
        }
    };
    of_kind("max", Kind::Multiple);
    of_kind("right", Kind::Quiz);
    of_kind("explain", Kind::Quiz);
    let is_quiz = kind.as_ref().is_some_and(|kind| kind.value == Kind::Quiz);
    if is_quiz {
        fields.required("right");
    }
    let by_default = if is_quiz {
        ResultsVisibility::After
    } else {
        ResultsVisibility::Live
    };
    Some(PollDraft {
        id_at: id.as_ref().map(|id| id.at),
        pair_at: pair.as_ref().map_or(at, |pair| pair.at),
        options_at: fields.get("options").map(|node| node.at),
        option_ats,
        max: fields.whole("max", 1..=MAX_OPTIONS as u32),
        right: right(&fields),
        explain: fields.text("explain").map(|text| text.value),
        portrait_at: role.as_ref().map(|role| role.at),
        kind,
        poll: Poll {
            id: id.map(|id| id.value).unwrap_or_default(),
            kind: PollKind::Single,
            ask: ask.map(|ask| ask.value).unwrap_or_default(),
            hint: fields.text("hint").map(|hint| hint.value),
            results: results.map_or(by_default, |results| results.value),
            options,
            pair: pair.map(|pair| pair.value),
            portrait: role.is_some(),
        },
    })
}

fn kind(fields: &Fields<'_>) -> Option<Spanned<Kind>> {
    fields.required("kind")?;
    let written = fields.text("kind")?;
    if LATER_KINDS.contains(&written.value.as_str()) {
        let known: Vec<&str> = KINDS.iter().map(|(word, _)| *word).collect();
        fields.report.add(
            Problem::new(written.at, Code::NotYetAvailable)
                .found(&written.value)
                .expected(known.join(", ")),
        );
        return None;
    }
    fields.word("kind", &KINDS, Code::UnknownKind)
}

/// One id or several.
fn right(fields: &Fields<'_>) -> Vec<Spanned<String>> {
    match fields.get("right") {
        Some(Node {
            value: Value::List(_), ..
        }) => fields
            .counted("right", 1..=MAX_OPTIONS)
            .unwrap_or_default()
            .iter()
            .filter_map(|node| text(node, "right", fields.report))
            .collect(),
        _ => fields.text("right").into_iter().collect(),
    }
}

impl PollDraft {
    /// Checks what depends on the options, once they are settled.
    pub(crate) fn finish(mut self, profiles: &ProfileIds, report: &Report) -> Poll {
        self.portrait(profiles, report);
        let options = self.poll.options.len();
        self.poll.kind = match self.kind.as_ref().map(|kind| kind.value) {
            Some(Kind::Multiple) => PollKind::Multiple {
                max: self.max(options, report),
            },
            Some(Kind::Quiz) => PollKind::Quiz {
                right: self.right_options(report),
                explain: self.explain.take(),
            },
            Some(Kind::Single) | None => PollKind::Single,
        };
        self.poll
    }

    fn max(&self, options: usize, report: &Report) -> usize {
        let Some(max) = &self.max else {
            return options;
        };
        if options > 0 && max.value as usize > options {
            let problem = Problem::new(max.at, Code::NumberOutOfRange).found(max.value.to_string());
            report.add(problem.expected(format!("1–{options}")));
        }
        max.value as usize
    }

    fn right_options(&self, report: &Report) -> Vec<usize> {
        let mut indices = Vec::new();
        for right in &self.right {
            match self.poll.option_index(&right.value) {
                Some(index) if !indices.contains(&index) => indices.push(index),
                Some(_) => {}
                None if self.poll.options.is_empty() => {}
                None => {
                    let ids = self.poll.options.iter().map(|option| option.id.as_str());
                    report.add(Problem::new(right.at, Code::UnknownOption).choice(&right.value, ids));
                }
            }
        }
        indices
    }

    fn portrait(&self, profiles: &ProfileIds, report: &Report) {
        let Some(at) = self.portrait_at else {
            return;
        };
        if let Some(kind) = self.kind.as_ref().filter(|kind| kind.value != Kind::Single) {
            let problem = Problem::new(kind.at, Code::PortraitKind).found(kind.value.word());
            report.add(problem.expected(Kind::Single.word()));
        }
        if profiles.incomplete {
            return;
        }
        for (index, option) in self.poll.options.iter().enumerate() {
            if !profiles.contains(&option.id) {
                let at = self.option_ats.get(index).map_or(at, |(option_at, _)| *option_at);
                report.add(Problem::new(at, Code::PortraitOption).choice(&option.id, profiles.words()));
            }
        }
    }
}
