use gazouillis_deck::DiagnosticCode as Code;

use crate::check_slides;

#[test]
fn mistakes_of_one_poll() {
    check_slides(&[
        (
            "a slip in a key",
            "```poll\nid: p\nkind: single\nask: q\n▶otpions: [a]\noptions: [{ text: a }, { text: b }]\n```",
            Code::UnknownKey,
            Some("options"),
        ),
        (
            "a French key",
            "```poll\nid: p\nkind: single\n▶question: q\nask: q\noptions: [{ text: a }, { text: b }]\n```",
            Code::UnknownKey,
            Some("ask"),
        ),
        (
            "no id",
            "▶```poll\nkind: single\nask: q\noptions: [{ text: a }, { text: b }]\n```",
            Code::MissingKey,
            None,
        ),
        (
            "an id with capitals",
            "```poll\nid: ▶Ma question\nkind: single\nask: q\noptions: [{ text: a }, { text: b }]\n```",
            Code::InvalidId,
            Some("ma-question"),
        ),
        (
            "an unknown kind",
            "```poll\nid: p\nkind: ▶mutliple\nask: q\noptions: [{ text: a }, { text: b }]\n```",
            Code::UnknownKind,
            Some("multiple"),
        ),
        (
            "no question",
            "▶```poll\nid: p\nkind: single\noptions: [{ text: a }, { text: b }]\n```",
            Code::MissingKey,
            None,
        ),
        (
            "no options",
            "▶```poll\nid: p\nkind: single\nask: q\n```",
            Code::MissingKey,
            None,
        ),
        (
            "one option",
            "```poll\nid: p\nkind: single\nask: q\noptions: ▶[{ text: a }]\n```",
            Code::ItemCount,
            None,
        ),
        (
            "nine options",
            "```poll\nid: p\nkind: single\nask: q\noptions: ▶[{ text: a }, { text: b }, { text: c }, { text: d }, { text: e }, { text: f }, { text: g }, { text: h }, { text: i }]\n```",
            Code::ItemCount,
            None,
        ),
        (
            "options in one word",
            "```poll\nid: p\nkind: single\nask: q\noptions: ▶oui\n```",
            Code::ExpectedList,
            None,
        ),
        (
            "an option in one word",
            "```poll\nid: p\nkind: single\nask: q\noptions: [▶oui, { text: b }, { text: c }]\n```",
            Code::ExpectedMapping,
            None,
        ),
        (
            "an option without words",
            "```poll\nid: p\nkind: single\nask: q\noptions: [▶{ id: a }, { text: b }]\n```",
            Code::MissingKey,
            None,
        ),
        (
            "the same option twice",
            "```poll\nid: p\nkind: single\nask: q\noptions: [{ id: a, text: a }, { id: ▶a, text: b }]\n```",
            Code::DuplicateOption,
            None,
        ),
        (
            "the same words twice",
            "```poll\nid: p\nkind: single\nask: q\noptions: [{ text: Oui }, { text: ▶Oui }]\n```",
            Code::DuplicateOption,
            None,
        ),
        (
            "points for nobody",
            "```poll\nid: p\nkind: single\nask: q\noptions: [{ text: a, scores: { ▶curieu: 3 } }, { text: b }]\n```",
            Code::UnknownProfile,
            Some("curieux"),
        ),
        (
            "too many points",
            "```poll\nid: p\nkind: single\nask: q\noptions: [{ text: a, scores: { curieux: ▶9 } }, { text: b }]\n```",
            Code::NumberOutOfRange,
            None,
        ),
        (
            "points in words",
            "```poll\nid: p\nkind: single\nask: q\noptions: [{ text: a, scores: { curieux: ▶trois } }, { text: b }]\n```",
            Code::ExpectedWholeNumber,
            None,
        ),
        (
            "points for the busy and for what may hide behind them",
            "```poll\nid: p\nkind: single\nask: q\noptions: [{ text: a, scores: { deborde: 3, ▶curieux: 1 } }, { text: b }]\n```",
            Code::ScoresMaskAndMasked,
            None,
        ),
        (
            "a meaning where no change is told",
            "```poll\nid: p\nkind: single\nask: q\noptions: [{ text: a, means: ▶oui }, { text: b, means: non }]\n```",
            Code::IdleKey,
            None,
        ),
        (
            "points for all",
            "```poll\nid: p\nkind: single\nask: q\noptions: [{ text: a, scores: ▶3 }, { text: b }]\n```",
            Code::ExpectedMapping,
            None,
        ),
        (
            "a slip in a visibility",
            "```poll\nid: p\nkind: single\nask: q\nresults: ▶afer\noptions: [{ text: a }, { text: b }]\n```",
            Code::UnknownWord,
            Some("after"),
        ),
        (
            "a quiz without a right answer",
            "▶```poll\nid: p\nkind: quiz\nask: q\noptions: [{ text: a }, { text: b }]\n```",
            Code::MissingKey,
            None,
        ),
        (
            "a right answer that is no option",
            "```poll\nid: p\nkind: quiz\nask: q\nright: ▶motdiese\noptions: [{ id: mot-diese, text: a }, { text: b }]\n```",
            Code::UnknownOption,
            Some("mot-diese"),
        ),
        (
            "one of two right answers that is no option",
            "```poll\nid: p\nkind: quiz\nask: q\nright: [b, ▶c]\noptions: [{ text: a }, { text: b }]\n```",
            Code::UnknownOption,
            None,
        ),
        (
            "a right answer outside a quiz",
            "```poll\nid: p\nkind: single\nask: q\n▶right: a\noptions: [{ text: a }, { text: b }]\n```",
            Code::MisplacedKey,
            None,
        ),
        (
            "a remark that nobody will see",
            "```poll\nid: p\nkind: single\nask: q\noptions: [{ text: a, ▶note: n }, { text: b }]\n```",
            Code::IdleKey,
            None,
        ),
        (
            "more choices than options",
            "```poll\nid: p\nkind: multiple\nask: q\nmax: ▶3\noptions: [{ text: a }, { text: b }]\n```",
            Code::NumberOutOfRange,
            None,
        ),
        (
            "no choice at all",
            "```poll\nid: p\nkind: multiple\nask: q\nmax: ▶0\noptions: [{ text: a }, { text: b }]\n```",
            Code::NumberOutOfRange,
            None,
        ),
        (
            "a portrait of a stranger",
            "```poll\nid: p\nkind: single\nrole: portrait\nask: q\noptions: [{ id: ▶curieus, text: a }, { id: deborde, text: b }]\n```",
            Code::PortraitOption,
            Some("curieux"),
        ),
        (
            "a portrait of several",
            "```poll\nid: p\nkind: ▶multiple\nrole: portrait\nask: q\noptions: [{ id: curieux, text: a }, { id: deborde, text: b }]\n```",
            Code::PortraitKind,
            None,
        ),
        (
            "a next step of several",
            "```poll\nid: p\nkind: ▶multiple\nrole: step\nask: q\noptions: [{ text: a }, { text: b }]\n```",
            Code::PortraitKind,
            None,
        ),
        (
            "an unknown role",
            "```poll\nid: p\nkind: single\nrole: ▶portait\nask: q\noptions: [{ id: curieux, text: a }, { id: deborde, text: b }]\n```",
            Code::UnknownWord,
            Some("portrait"),
        ),
        (
            "a slip in the fence",
            "```▶pol\nid: p\n```",
            Code::MisspelledFence,
            Some("poll"),
        ),
        (
            "a poll in a list",
            "- a\n\n  ▶```poll\n  id: p\n  ```",
            Code::NestedBlock,
            None,
        ),
        (
            "another layout",
            "layout: ▶center\n---\n```poll\nid: p\nkind: single\nask: q\noptions: [{ text: a }, { text: b }]\n```",
            Code::PollLayout,
            None,
        ),
        (
            "a list beside a poll",
            "▶* a\n\n```poll\nid: p\nkind: single\nask: q\noptions: [{ text: a }, { text: b }]\n```",
            Code::StepsIgnored,
            None,
        ),
    ]);
}

#[test]
fn mistakes_between_polls() {
    check_slides(&[
        (
            "the same id twice",
            "```poll\nid: p\nkind: single\nask: q\noptions: [{ text: a }, { text: b }]\n```\n---\n\n```poll\nid: ▶p\nkind: single\nask: q\noptions: [{ text: a }, { text: b }]\n```",
            Code::DuplicatePoll,
            None,
        ),
        (
            "half a pair",
            "```poll\nid: ouvrir\nkind: single\npair: ▶before\nask: q\noptions: [{ text: a }, { text: b }]\n```",
            Code::PairWithoutCounterpart,
            None,
        ),
        (
            "another stem",
            "```poll\nid: ouvrir-un-compte\nkind: single\nask: q\noptions: [{ text: a }, { text: b }]\n```\n---\n\n```poll\nid: ouvrir-apres\nkind: single\npair: ▶after\nask: q\n```",
            Code::PairWithoutCounterpart,
            None,
        ),
        (
            "asked again before it is asked",
            "```poll\nid: p-apres\nkind: single\npair: ▶after\nask: q\n```\n---\n\n```poll\nid: p\nkind: single\npair: before\nask: q\noptions: [{ text: a }, { text: b }]\n```",
            Code::PairOrder,
            None,
        ),
        (
            "other options",
            "```poll\nid: p\nkind: single\npair: before\nask: q\noptions: [{ text: a }, { text: b }]\n```\n---\n\n```poll\nid: p-after\nkind: single\npair: after\nask: q\noptions: ▶[{ text: a }, { text: c }]\n```",
            Code::PairDiffers,
            None,
        ),
        (
            "an option without a meaning beside one that has it",
            "```poll\nid: p\nkind: single\npair: before\nask: q\noptions: [{ id: a, text: A, means: oui }, { id: ▶b, text: B }, { id: c, text: C, means: non }]\n```\n---\n\n```poll\nid: p-after\nkind: single\npair: after\nask: q\n```",
            Code::MeansMissing,
            None,
        ),
        (
            "options that all mean the same",
            "```poll\nid: p\nkind: single\npair: before\nask: q\noptions: [{ text: a, means: ▶oui }, { text: b, means: oui }]\n```\n---\n\n```poll\nid: p-after\nkind: single\npair: after\nask: q\n```",
            Code::MeansAlike,
            None,
        ),
        (
            "a slip in a meaning the second time",
            "```poll\nid: p\nkind: single\npair: before\nask: q\noptions: [{ text: a, means: oui }, { text: b, means: peut-être }]\n```\n---\n\n```poll\nid: p-after\nkind: single\npair: after\nask: q\noptions: [{ text: a, means: oui }, { text: b, means: ▶peut-etre }]\n```",
            Code::MeansDiffers,
            Some("peut-être"),
        ),
        (
            "the other meaning the second time",
            "```poll\nid: p\nkind: single\npair: before\nask: q\noptions: [{ text: a, means: oui }, { text: b, means: non }, { text: c, means: non }]\n```\n---\n\n```poll\nid: p-after\nkind: single\npair: after\nask: q\noptions: [{ text: a, means: oui }, { text: b, means: non }, { text: c, means: ▶oui }]\n```",
            Code::MeansDiffers,
            None,
        ),
        (
            "another kind",
            "```poll\nid: p\nkind: single\npair: before\nask: q\noptions: [{ text: a }, { text: b }]\n```\n---\n\n```poll\nid: p-after\nkind: ▶multiple\npair: after\nask: q\n```",
            Code::PairDiffers,
            None,
        ),
        (
            "two first halves",
            "```poll\nid: p\nkind: single\npair: before\nask: q\noptions: [{ text: a }, { text: b }]\n```\n---\n\n```poll\nid: p-avant\nkind: single\npair: ▶before\nask: q\noptions: [{ text: a }, { text: b }]\n```\n---\n\n```poll\nid: p-apres\nkind: single\npair: after\nask: q\n```",
            Code::PairTwice,
            None,
        ),
        (
            "a slip in a half",
            "```poll\nid: p\nkind: single\npair: ▶befor\nask: q\noptions: [{ text: a }, { text: b }]\n```",
            Code::UnknownWord,
            Some("before"),
        ),
    ]);
}

#[test]
fn mistakes_of_a_survey() {
    let poll =
        |n: usize, options: &str| format!("```poll\nid: p{n}\nkind: single\nask: q\noptions: {options}\n```\n\n");
    let two = "[{ text: a }, { text: b }]";
    let twenty: String = (0..20).map(|n| poll(n, two)).collect();
    check_slides(&[
        (
            "twenty-one",
            &format!("{twenty}▶{}", poll(20, two)),
            Code::TooManyPolls,
            None,
        ),
        (
            "a timer of the slide beside one poll",
            &format!("▶timer: 30\n---\n\n{}", poll(0, two)),
            Code::MisplacedKey,
            None,
        ),
    ]);
    let options: Vec<String> = ["a", "b", "c", "d", "e", "f"]
        .map(|letter| format!("{{ text: {letter} {} }}", "m".repeat(90)))
        .into();
    let long = format!("[{}]", options.join(", "));
    let heavy: String = (0..20).map(|n| poll(n, &long)).collect();
    check_slides(&[(
        "more than one view holds",
        &format!("▶{heavy}"),
        Code::SurveyTooLarge,
        None,
    )]);
}

#[test]
fn mistakes_of_a_question_that_looks_back() {
    let wave = |ending: &str, pair: &str, options: &str| {
        format!("```poll\nid: ouvrir-{ending}\nkind: single\npair: {pair}\nask: q\n{options}```\n---\n\n")
    };
    let options = "options: [{ id: a, text: a }, { id: b, text: b }]\n";
    let (before, after) = (wave("avant", "before", options), wave("apres", "after", ""));
    check_slides(&[
        (
            "without anything before",
            &format!("{}# fin", wave("alors", "▶then", options)),
            Code::PairWithoutCounterpart,
            None,
        ),
        (
            "before the one after",
            &format!("{before}{}{after}# fin", wave("alors", "▶then", "")),
            Code::ThenOrder,
            None,
        ),
        (
            "twice",
            &format!(
                "{before}{after}{}{}# fin",
                wave("alors", "then", ""),
                wave("then", "▶then", "")
            ),
            Code::PairTwice,
            None,
        ),
        (
            "other options",
            &format!(
                "{before}{after}{}# fin",
                wave("alors", "then", "options: ▶[{ id: a, text: a }, { id: c, text: c }]\n")
            ),
            Code::PairDiffers,
            None,
        ),
    ]);
}
