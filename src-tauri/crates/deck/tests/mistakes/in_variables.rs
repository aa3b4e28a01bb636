use gazouillis_deck::DiagnosticCode as Code;

use crate::{check_slides, check_talks};

#[test]
fn mistakes_in_variables() {
    check_talks(&[
        (
            "a slip in a name",
            "---\ntitle: T\nlang: fr\norganisation: O\n---\n# A\n\nChez ▶{{organization}}\n",
            Code::UnknownVariable,
            Some("organisation"),
        ),
        (
            "a name of nothing, in a question",
            "---\ntitle: T\nlang: fr\n---\n```poll\nid: q\nkind: words\nask: ▶\"Et {{lieu}} ?\"\n```\n",
            Code::UnknownVariable,
            None,
        ),
        (
            "a name of nothing, in the notes",
            "---\ntitle: T\nlang: fr\n---\n# A\n\n<!--\nDites\n▶{{lieu}}.\n-->\n",
            Code::UnknownVariable,
            None,
        ),
        (
            "what is to be filled in, told once",
            "---\ntitle: T\nlang: fr\nvariables: { lieu: \"\" }\n---\n# À ▶{{lieu}}\n\n{{lieu}}\n",
            Code::VariableToFill,
            None,
        ),
        (
            "what the talk says of itself, and does not",
            "---\ntitle: T\nlang: fr\nauthor:\n---\n# Par ▶{{author}}\n",
            Code::VariableToFill,
            None,
        ),
        (
            "a name that nobody can write",
            "---\ntitle: T\nlang: fr\nvariables: { ▶Mon lieu: ici }\n---\n# A\n",
            Code::VariableName,
            None,
        ),
        (
            "a name that is taken",
            "---\ntitle: T\nlang: fr\nvariables: { ▶date: ici }\n---\n# A\n",
            Code::VariableName,
            None,
        ),
        (
            "variables in a list",
            "---\ntitle: T\nlang: fr\nvariables: ▶[lieu]\n---\n# A\n",
            Code::ExpectedMapping,
            None,
        ),
        (
            "a variable with several values",
            "---\ntitle: T\nlang: fr\nvariables: { lieu: ▶[ici] }\n---\n# A\n",
            Code::ExpectedText,
            None,
        ),
    ]);
}

const TOPICS: &str =
    "```poll\nid: sujets\nkind: multiple\nask: q\nmax: 2\noptions: [{ text: a }, { text: b }]\n```\n\n---\n";

#[test]
fn mistakes_in_favourites() {
    let slides = |last: &str| format!("{TOPICS}{last}");
    let cases = [
        (
            "a slip in a poll",
            "poll: ▶sujet\ntop: 3\n---\n# A",
            Code::UnknownPoll,
            Some("sujets"),
        ),
        ("no poll", "▶top: 3\n---\n# A", Code::MissingKey, None),
        (
            "too many",
            "poll: sujets\ntop: ▶6\n---\n# A",
            Code::NumberOutOfRange,
            None,
        ),
        (
            "a layout without room",
            "layout: section\npoll: sujets\n▶top: 3\n---\n# A",
            Code::MisplacedKey,
            None,
        ),
        (
            "a question without options",
            "poll: ▶mots\ntop: 3\n---\n# A",
            Code::NoFavourites,
            None,
        ),
        (
            "a question that comes later",
            "poll: ▶plus-tard\ntop: 3\n---\n# A\n\n---\n\n```poll\nid: plus-tard\nkind: single\nask: q\noptions: [{ text: a }, { text: b }]\n```",
            Code::ResultsBeforePoll,
            None,
        ),
    ];
    for (what, last, code, nearest) in cases {
        let words = "```poll\nid: mots\nkind: words\nask: q\n```\n\n---\n";
        check_slides(&[(what, &slides(&format!("\n{words}{last}")), code, nearest)]);
    }
}
