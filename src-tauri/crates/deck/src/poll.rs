//! The block ```` ```poll ````: one question to the room.
//!
//! Reading takes two strokes, because the second half of a before/after pair may borrow from the first: [`read`] takes what
//! all kinds share, [`PollDraft::finish`] what is the kind's own, once the halves have found each other.

use std::cell::RefCell;

use gazouillis_core::deck::Language;
use gazouillis_core::kind::{KindName, Single};
use gazouillis_core::poll::{Pair, Poll, ResultsVisibility};
use gazouillis_core::session::TIMER_SECONDS;
use gazouillis_core::speed::Speed;

use crate::diagnostic::DiagnosticCode as Code;
use crate::fields::Fields;
use crate::format::{Key, Takes, Word};
use crate::kind::{self, Asked, First, OptionAt};
use crate::option;
use crate::report::{Problem, Report, Spanned};
use crate::typology::ProfileIds;
use crate::yaml::Node;

/// The keys that every kind takes.
pub(crate) const KEYS: [Key; 8] = [
    Key::new(
        "id",
        Takes::Id,
        "son nom, unique dans l’exposé",
        "its name, which no other poll of the talk has",
    )
    .due(),
    Key::new(
        "kind",
        Takes::Explained(kind_words),
        "le genre de question",
        "the kind of question",
    )
    .due(),
    Key::new("ask", Takes::Text, "la question", "the question").due(),
    Key::new(
        "hint",
        Takes::Text,
        "une ligne sous la question",
        "a line under the question",
    ),
    Key::new(
        "results",
        Takes::OneOf(|| VISIBILITY.map(|(word, _)| word).to_vec()),
        "quand la salle voit les réponses : pendant (live) ou après (after)",
        "when the room sees the answers: live or after",
    ),
    Key::new(
        "pair",
        Takes::OneOf(|| HALVES.map(|(word, _)| word).to_vec()),
        "posée deux fois : before, puis after, pour montrer ce qui a changé ; then y revient",
        "asked twice: before, then after, to show what changed; then looks back",
    ),
    Key::new(
        "timer",
        Takes::Whole(*TIMER_SECONDS.start() as i64, *TIMER_SECONDS.end() as i64),
        "les secondes pour répondre",
        "the seconds there are to answer",
    )
    .such_as("60"),
    Key::new(
        "speed",
        Takes::Flag,
        "avec timer, true : juste et vite vaut de 1 000 à 500 points",
        "with timer, true: right and fast gives 1,000 down to 500 points",
    )
    .usually("false"),
];

const VISIBILITY: [(&str, ResultsVisibility); 2] =
    [("live", ResultsVisibility::Live), ("after", ResultsVisibility::After)];

const HALVES: [(&str, Pair); 3] = [("before", Pair::Before), ("after", Pair::After), ("then", Pair::Then)];

/// The kinds, each with the sentence with which its module opens.
pub(crate) fn kind_words() -> Vec<Word> {
    let word = |kind: &KindName| Word {
        word: kind.word(),
        fr: kind.summary(),
        en: kind.summary(),
    };
    KindName::ALL.iter().map(word).collect()
}

/// The kinds that have right answers, or may have.
const SPEEDY: [KindName; 6] = [
    KindName::Quiz,
    KindName::Match,
    KindName::Blanks,
    KindName::Ranking,
    KindName::Number,
    KindName::Pin,
];

/// A poll as written, before its kind's own keys are read.
#[derive(Debug, Clone)]
pub(crate) struct PollDraft {
    /// What is known; its question is settled by [`PollDraft::finish`].
    pub(crate) poll: Poll,
    pub(crate) id_at: Option<usize>,
    pub(crate) pair_at: usize,
    pub(crate) kind: Option<Spanned<KindName>>,
    /// Where its options stand, once it is finished.
    pub(crate) options_at: Vec<OptionAt>,
    /// The pictures it names, once it is finished.
    pub(crate) pictures: Vec<Spanned<String>>,
    at: usize,
    node: Node,
    results: Option<ResultsVisibility>,
    /// Where it says that right answers give points by their speed.
    pub(crate) speed_at: Option<usize>,
    /// Whether a pair is spoken of, rightly or not.
    says_pair: bool,
}

/// Reads what all kinds share of a poll block; `at` is where its fence stands.
pub(crate) fn read(node: &Node, at: usize, report: &Report) -> Option<PollDraft> {
    let fields = Fields::of(node, "poll", "id: …", report)?.missing_at(at);
    only_known(&fields);
    let id = fields.required_id("id");
    let kind = kind(&fields);
    let ask = fields.required_text("ask");
    let results = fields.word("results", &VISIBILITY, Code::UnknownWord);
    let pair = fields.word("pair", &HALVES, Code::UnknownWord);
    if let Some(kind) = &kind {
        misplaced(&fields, kind);
    }
    Some(PollDraft {
        id_at: id.as_ref().map(|id| id.at),
        pair_at: pair.as_ref().map_or(at, |pair| pair.at),
        kind,
        options_at: Vec::new(),
        pictures: Vec::new(),
        at,
        node: node.clone(),
        results: results.map(|results| results.value),
        speed_at: speed(&fields),
        says_pair: fields.get("pair").is_some(),
        poll: Poll {
            id: id.map(|id| id.value).unwrap_or_default(),
            ask: ask.map(|ask| ask.value).unwrap_or_default(),
            hint: fields.text("hint").map(|hint| hint.value),
            results: ResultsVisibility::Live,
            pair: pair.map(|pair| pair.value),
            explain: fields.text("explain").map(|text| text.value),
            timer: fields.whole("timer", TIMER_SECONDS).map(|timer| timer.value),
            speed: Speed::Off,
            again: None,
            improvised: false,
            round: 1,
            question: Single::default().into(),
        },
    })
}

/// Where a poll says `speed: true`; how fast an answer is cannot be told without a time to compare with.
fn speed(fields: &Fields<'_>) -> Option<usize> {
    let said = fields.flag("speed").filter(|speed| speed.value)?;
    if fields.get("timer").is_none() {
        let problem = Problem::new(said.at, Code::SpeedWithoutTimer);
        fields.report.add(problem.expected("timer: 20"));
    }
    Some(said.at)
}

/// Reports every key that no kind has.
fn only_known(fields: &Fields<'_>) {
    let mut known: Vec<Key> = KEYS.to_vec();
    for key in KindName::ALL.iter().flat_map(|kind| kind::keys(*kind)) {
        if !known.iter().any(|other| other.word == key.word) {
            known.push(*key);
        }
    }
    fields.only(&known);
}

/// Reports every key that only other kinds have.
fn misplaced(fields: &Fields<'_>, kind: &Spanned<KindName>) {
    for (entry, key) in fields.keys() {
        let others: Vec<&str> = KindName::ALL
            .iter()
            .filter(|other| kind::has(**other, key))
            .map(|other| other.word())
            .collect();
        if others.is_empty() || kind::has(kind.value, key) {
            continue;
        }
        let problem = if key == "role" {
            Problem::new(kind.at, Code::PortraitKind)
                .found(kind.value.word())
                .expected(others.join(", "))
        } else {
            Problem::new(entry, Code::MisplacedKey)
                .found(key)
                .expected(format!("kind: {}", others.join(", ")))
        };
        fields.report.add(problem);
    }
}

fn kind(fields: &Fields<'_>) -> Option<Spanned<KindName>> {
    fields.required("kind")?;
    fields.word("kind", &kind::words(), Code::UnknownKind)
}

impl PollDraft {
    /// Reads what is the kind's own. For the second half of a pair, `first` is the finished first half.
    pub(crate) fn finish(
        &mut self,
        first: Option<&PollDraft>,
        (profiles, language): (&ProfileIds, Language),
        report: &Report,
    ) {
        let Some(fields) = Fields::of(&self.node, "poll", "id: …", report) else {
            return;
        };
        let fields = fields.missing_at(self.at);
        let Some(kind) = &self.kind else {
            // Of an unknown kind, options are read for their mistakes only.
            option::read(&fields, true, profiles, &RefCell::default());
            return;
        };
        let first = first.filter(|first| first.kind.as_ref().is_some_and(|first| first.value == kind.value));
        let asked = Asked {
            fields,
            profiles,
            language,
            first: first.map(|first| First {
                question: &first.poll.question,
                options_at: &first.options_at,
            }),
            paired: self.says_pair,
            second: self.says_pair && self.poll.pair != Some(Pair::Before),
            options_at: RefCell::default(),
            pictures: RefCell::default(),
        };
        self.poll.question = kind::read(kind.value, &asked);
        if self.poll.pair.is_some() && self.poll.question.comparison().is_none() {
            let problem = Problem::new(self.pair_at, Code::PairKind).found(kind.value.word());
            report.add(problem);
        }
        self.options_at = asked.options_at.into_inner();
        self.pictures = asked.pictures.into_inner();
        self.poll.results = self.results.unwrap_or(self.by_default());
        self.settle_speed(kind.value, report);
    }

    /// Only what can be right can be right soon.
    fn settle_speed(&mut self, kind: KindName, report: &Report) {
        let Some(at) = self.speed_at else { return };
        if self.poll.question.has_solution() {
            self.poll.speed = Speed::Points;
        } else {
            let can: Vec<&str> = SPEEDY.iter().map(|kind| kind.word()).collect();
            let problem = Problem::new(at, Code::SpeedWithoutAnswer).found(kind.word());
            report.add(problem.expected(can.join(", ")));
        }
    }

    /// What counts towards a profile, or can be right, is not to be copied from the neighbours' answers.
    fn by_default(&self) -> ResultsVisibility {
        let question = &self.poll.question;
        if question.has_solution() || question.is_scoring() {
            ResultsVisibility::After
        } else {
            ResultsVisibility::Live
        }
    }
}
