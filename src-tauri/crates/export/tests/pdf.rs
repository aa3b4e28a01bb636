//! The PDF as a file: readable, tagged, the same each time, whatever people typed.
#![cfg(feature = "pdf")]

mod rooms;

use gazouillis_core::{QuestionView, Summary};
use gazouillis_export::{Format, render};
use proptest::prelude::*;
use rooms::Room;

fn pdf(summary: &Summary) -> Vec<u8> {
    let bytes = render(summary, Format::Pdf).unwrap_or_else(|error| panic!("{error}"));
    assert!(bytes.starts_with(b"%PDF-1.7"), "not a PDF");
    bytes
}

fn holds(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

fn pages(bytes: &[u8]) -> usize {
    bytes.windows(11).filter(|window| *window == b"/Type/Page/").count()
}

#[test]
fn the_document_is_tagged_and_says_its_language_title_and_author() {
    let bytes = pdf(&Room::of(30).summary());
    for mark in [
        "/StructTreeRoot",
        "/Lang(fr)",
        "/MarkInfo",
        "<pdfuaid:part>1<",
        "Twitter, et nous",
        "Camille Lefèvre",
        "/Outlines",
    ] {
        assert!(holds(&bytes, mark), "the PDF lacks {mark}");
    }
    assert!(holds(&bytes, "/Alt"), "pictures have a text");
    assert!(holds(&pdf(&Room::of(6).in_english().summary()), "/Lang(en)"));
}

#[test]
fn a_scale_of_many_statements_is_sound_wherever_a_page_ends() {
    let poll = |body: String| format!("```poll\n{body}\n```");
    let statements: Vec<String> = (1..=8)
        .map(|n| format!("  - {{ id: s{n}, text: \"Phrase numéro {n}\" }}"))
        .collect();
    let scale = poll(format!(
        "id: phrases\nkind: scale\nask: \"Plutôt d’accord ?\"\nscale: accord\nstatements:\n{}",
        statements.join("\n")
    ));
    for before in 0..8 {
        let filler = |n: usize| {
            poll(format!(
                "id: q{n}\nkind: single\nask: \"Question {n} ?\"\noptions: [{{ text: a }}, {{ text: b }}]"
            ))
        };
        let slides: Vec<String> = (0..before).map(filler).chain([scale.clone()]).collect();
        let talk = format!("---\ntitle: T\nlang: fr\n---\n\n{}\n", slides.join("\n\n---\n\n"));
        let deck = gazouillis_deck::parse(&talk).into_parts().0.expect("a sound talk");
        pdf(&Room::of(12).on(deck).summary());
    }
}

#[test]
fn a_typical_room_takes_few_pages() {
    let count = pages(&pdf(&Room::of(30).summary()));
    assert!((4..=6).contains(&count), "{count} pages");
}

#[test]
fn equal_summaries_give_equal_bytes() {
    let summary = Room::of(8).simulated().summary();
    assert_eq!(
        pdf(&summary),
        pdf(&summary.clone()),
        "nothing but the summary may decide a byte"
    );
}

#[test]
fn every_kind_of_room_renders() {
    let rooms = [
        ("nobody", Room::of(0)),
        ("silent", Room::of(12).silent()),
        ("three", Room::of(3)),
        ("unfinished", Room::of(5).unfinished()),
        ("crowd", Room::of(400)),
    ];
    for (name, room) in rooms {
        assert!(pages(&pdf(&room.summary())) >= 2, "{name}");
    }
}

#[test]
fn a_bare_summary_renders() {
    let mut summary = Room::of(0).summary();
    summary.title.clear();
    summary.session.clear();
    summary.started_local.clear();
    (
        summary.subtitle,
        summary.author,
        summary.organisation,
        summary.breakdown,
    ) = (None, None, None, None);
    summary.polls.clear();
    summary.changes.clear();
    pdf(&summary);
}

#[test]
fn a_talk_may_bring_profiles_and_birds_of_its_own() {
    let mut deck = rooms::talk(gazouillis_core::deck::Language::En);
    for (index, profile) in deck.typology.profiles.iter_mut().enumerate() {
        profile.id = format!("own-{index}");
        profile.bird = "../../etc/passwd".into();
    }
    pdf(&Room::of(9).on(deck).summary());
}

#[test]
fn markup_is_text_and_long_words_wrap() {
    let mut texts: Vec<String> = [
        "#panic(1)",
        "#import \"@preview/x:1\"",
        "$x^2$",
        "*gras* _it_ `code`",
        "= Titre",
        "// note",
        "]",
        "#[",
        "\\u{0}",
        "<label>",
        "@ref",
        "<script>",
        "\u{0}\u{202e}\u{200b}",
        "🙂👩‍💻🇫🇷1️⃣",
        "推特 Ω Ж Ł",
        "{count} {people}",
        "",
        " ",
        "a\nb\tc",
    ]
    .map(str::to_owned)
    .to_vec();
    texts.push("x".repeat(1_000));
    texts.push("mot ".repeat(800));
    pdf(&everywhere(&texts));
}

/// A summary that says these texts wherever somebody may have typed one.
fn everywhere(texts: &[String]) -> Summary {
    let mut summary = Room::of(8).summary();
    let mut next = texts.iter().cycle().cloned();
    let mut say = |place: &mut String| *place = next.next().unwrap_or_default();
    say(&mut summary.title);
    for place in [&mut summary.subtitle, &mut summary.author, &mut summary.organisation]
        .into_iter()
        .flatten()
    {
        say(place);
    }
    for profile in summary
        .breakdown
        .iter_mut()
        .filter_map(|room| room.profiles.as_mut())
        .flatten()
    {
        say(&mut profile.name);
        say(&mut profile.summary);
        say(&mut profile.lever);
    }
    let polls = summary.polls.clone();
    while summary.polls.len() * 5 < texts.len() {
        summary.polls.extend(polls.clone());
    }
    for poll in &mut summary.polls {
        say(&mut poll.ask);
        for text in texts_of(&mut poll.question) {
            say(text);
        }
        poll.explain.iter_mut().for_each(&mut say);
    }
    for change in &mut summary.changes {
        say(&mut change.ask);
        change
            .options
            .iter_mut()
            .flatten()
            .for_each(|option| say(&mut option.text));
    }
    summary
}

/// All that an author wrote in a question.
fn texts_of(question: &mut QuestionView) -> Vec<&mut String> {
    let options = match question {
        QuestionView::Single(view) => &mut view.options,
        QuestionView::Multiple(view) => &mut view.options,
        QuestionView::Quiz(view) => &mut view.options,
        QuestionView::Ranking(view) => &mut view.options,
        QuestionView::Points(view) => &mut view.options,
        QuestionView::Match(view) => {
            let items = view.left.iter_mut().chain(&mut view.right);
            return items.map(|item| &mut item.text).collect();
        }
        QuestionView::Blanks(view) => {
            let words = view.words.iter_mut().map(|word| &mut word.text);
            return view.parts.iter_mut().chain(words).collect();
        }
        QuestionView::Scale(view) => {
            let statements = view.statements.iter_mut().map(|statement| &mut statement.text);
            return statements
                .chain([&mut view.low, &mut view.high])
                .chain(&mut view.labels)
                .collect();
        }
        QuestionView::Plane(view) => {
            let statements = view.statements.iter_mut().map(|statement| &mut statement.text);
            return statements
                .chain([&mut view.left, &mut view.right, &mut view.bottom, &mut view.top])
                .collect();
        }
        QuestionView::Number(view) => return view.unit.iter_mut().collect(),
        QuestionView::Pin(view) => return view.regions.iter_mut().map(|region| &mut region.text).collect(),
        QuestionView::Words(_) | QuestionView::Text(_) | QuestionView::Tweet(_) => return Vec::new(),
    };
    options.iter_mut().map(|option| &mut option.text).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2, max_shrink_iters: 4, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_it_fail(texts in prop::collection::vec(any::<String>(), 150)) {
        let summary = everywhere(&texts);
        prop_assert!(render(&summary, Format::Pdf).is_ok());
    }
}

#[test]
fn a_change_that_looks_back_renders_beside_the_one_that_was_told() {
    let mut summary = Room::of(30).summary();
    let mut corrected = summary.changes[0].clone();
    corrected.looks_back = true;
    summary.changes.push(corrected);
    pdf(&summary);
}
