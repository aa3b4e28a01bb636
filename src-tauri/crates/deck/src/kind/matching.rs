//! `kind: match`.

use gazouillis_core::Question;
use gazouillis_core::kind::{MAX_OPTIONS, Match, MatchPair};

use super::shared::EXPLAIN;
use super::{Asked, Reader};
use crate::diagnostic::DiagnosticCode as Code;
use crate::fields::Fields;
use crate::format::{Key, Takes};
use crate::nearest::slug;
use crate::report::{Problem, Spanned};
use crate::yaml::Node;

impl Reader for Match {
    const KEYS: &'static [Key] = &[
        Key::new(
            "pairs",
            Takes::List(&Takes::Map(&PAIR), 2, MAX_OPTIONS),
            "ce qui va ensemble",
            "what belongs together",
        )
        .due_first(),
        EXPLAIN,
    ];

    fn read(asked: &Asked<'_>) -> Self {
        let theirs = match asked.first.as_ref().map(|first| first.question) {
            Some(Question::Match(first)) => Some(first),
            _ => None,
        };
        let Some(node) = asked.fields.get("pairs") else {
            if !asked.second {
                asked.fields.required("pairs");
            }
            return theirs.cloned().unwrap_or_default();
        };
        let own = Self { pairs: pairs(asked) };
        let ids = |question: &Self| question.pairs.iter().map(|pair| pair.id.clone()).collect::<Vec<_>>();
        if let Some(first) = theirs.filter(|first| ids(first) != ids(&own)) {
            let problem = Problem::new(node.at, Code::PairDiffers);
            asked.report().add(problem.expected(ids(first).join(", ")));
        }
        own
    }
}

const PAIR: [Key; 4] = [
    Key::new(
        "id",
        Takes::Id,
        "son nom ; fait de ses mots quand il manque",
        "its name; made of its words when left out",
    ),
    Key::new("left", Takes::Text, "ce qui est à gauche", "what stands at the left").due(),
    Key::new(
        "right",
        Takes::Text,
        "ce qui va avec, à droite",
        "what belongs to it, at the right",
    )
    .due(),
    Key::new(
        "note",
        Takes::Text,
        "une remarque, dite avec la bonne réponse",
        "a remark, said with the right answer",
    ),
];

fn pairs(asked: &Asked<'_>) -> Vec<MatchPair> {
    let nodes = asked.fields.counted("pairs", 2..=MAX_OPTIONS).unwrap_or_default();
    let mut pairs: Vec<MatchPair> = Vec::new();
    for (index, node) in nodes.iter().enumerate() {
        let Some((id, left, right, note)) = pair(asked, node, index) else {
            continue;
        };
        if pairs.iter().any(|pair| pair.id == id.value) {
            let problem = Problem::new(id.at, Code::DuplicateOption);
            asked.report().add(problem.found(&id.value));
        }
        // Two that read the same could not be told apart on a phone.
        if pairs.iter().any(|pair| pair.right == right.value) {
            let problem = Problem::new(right.at, Code::ListedTwice);
            asked.report().add(problem.found(&right.value));
        }
        pairs.push(MatchPair {
            id: id.value,
            left: left.value,
            right: right.value,
            note,
        });
    }
    pairs
}

type Written = (Spanned<String>, Spanned<String>, Spanned<String>, Option<String>);

fn pair(asked: &Asked<'_>, node: &Node, index: usize) -> Option<Written> {
    let fields = Fields::of(node, "pairs", "{ left: \"#\", right: \"un sujet\" }", asked.report())?;
    fields.only(&PAIR);
    let (left, right) = (fields.required_text("left"), fields.required_text("right"));
    let id = match fields.get("id") {
        Some(_) => fields.id("id"),
        None => left.as_ref().map(|left| Spanned {
            at: left.at,
            value: Some(slug(&left.value))
                .filter(|slug| !slug.is_empty())
                .unwrap_or_else(|| format!("pair-{}", index + 1)),
        }),
    };
    let note = fields.text("note").map(|note| note.value);
    Some((id?, left?, right?, note))
}
