//! What a sound talk becomes.

use gazouillis_core::Question;
use gazouillis_core::content::{Block, CodeSpan, ColumnAlign, Inline, ListItem, plain_text};
use gazouillis_core::deck::{Deck, Language, Layout, Slide};
use gazouillis_core::look::{Look, Theme};
use gazouillis_core::poll::{Pair, ResultsVisibility};
use gazouillis_deck::parse;

const BUILT_IN: &str = include_str!("../../../talks/twitter.fr.md");

const HEADER: &str = "\
---
title: Un exposé
lang: fr
typology:
  minimum_answers: 2
  profiles:
    - { id: curieux, name: Le curieux, reference: 60, summary: s, lever: l, advice: [a] }
    - { id: hibou, bird: deborde, name: Le hibou, reference: 40, summary: s, lever: l, advice: [a], masks: [curieux] }
---
";

fn deck(slides: &str) -> Deck {
    let parsed = parse(&format!("{HEADER}{slides}"));
    match parsed.deck() {
        Some(deck) => deck.clone(),
        None => panic!("the talk is sound, yet: {:#?}", parsed.diagnostics()),
    }
}

fn slide(markdown: &str) -> Slide {
    deck(markdown).slides.swap_remove(0)
}

fn words(text: &str) -> Vec<Inline> {
    vec![Inline::Text { text: text.into() }]
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph { inlines: words(text) }
}

fn item(step: u16, text: &str) -> ListItem {
    ListItem {
        step,
        blocks: vec![paragraph(text)],
    }
}

#[test]
fn the_built_in_talk_has_no_mistake() {
    let parsed = parse(BUILT_IN);
    assert_eq!(parsed.diagnostics(), []);
    let deck = parsed.deck().expect("a talk without mistakes is a deck");
    assert!(deck.breakdown_slide().is_some(), "the talk shows the room's breakdown");
    assert_eq!(deck.typology.profiles.len(), 7);
    assert!(deck.slides.iter().all(|slide| slide.steps >= 1));
}

#[test]
fn the_header_describes_the_talk() {
    let deck = deck("# Bonjour\n");
    assert_eq!(deck.title, "Un exposé");
    assert_eq!(deck.language, Language::Fr);
    assert_eq!(deck.typology.minimum_answers, 2);
    assert_eq!(
        deck.typology.profiles[0].bird, "curieux",
        "a profile's bird has its name by default"
    );
    assert_eq!(deck.typology.profiles[1].bird, "deborde");
    assert_eq!(deck.typology.profiles[1].masks, [0]);
}

#[test]
fn slides_have_names_and_layouts_of_their_own() {
    let deck =
        deck("# Un\n\n---\nid: deux\nlayout: center\nminutes: 1.5\n---\n\n# Deux\n\n---\n\nhttps://trois.example\n");
    let ids: Vec<&str> = deck.slides.iter().map(|slide| slide.id.as_str()).collect();
    assert_eq!(ids, ["slide-1", "deux", "slide-3"]);
    assert_eq!(deck.slides[1].layout, Layout::Center);
    assert_eq!(deck.slides[1].minutes, Some(1.5));
    assert_eq!(deck.slides[1].title.as_deref(), Some("Deux"));
    assert_eq!(deck.slides[2].title, None, "an address is no front matter");
}

#[test]
fn the_first_heading_is_the_title_and_the_others_are_content() {
    let slide = slide("# Un **grand** titre\n\n## Suite\n");
    assert_eq!(slide.title.as_deref(), Some("Un grand titre"));
    let inlines = words("Suite");
    assert_eq!(slide.blocks, [Block::Heading { level: 2, inlines }]);
}

#[test]
fn a_separator_inside_code_or_a_comment_parts_nothing() {
    let deck = deck("# A\n\n```yaml\n---\na: b\n---\n```\n\n<!--\n---\nnotes\n-->\n");
    assert_eq!(deck.slides.len(), 1);
    assert_eq!(deck.slides[0].notes, ["---\nnotes"]);
}

#[test]
fn points_appear_one_by_one_in_the_order_of_the_slide() {
    let slide =
        slide("# A\n\n- tout de suite\n\n<!-- -->\n\n* un\n* deux\n  * deux et demi\n    - avec lui\n* trois\n");
    assert_eq!(slide.steps, 5);
    let [Block::List { items: first, .. }, Block::List { items, .. }] = &slide.blocks[..] else {
        panic!("two lists: {:#?}", slide.blocks);
    };
    assert_eq!(*first, [item(0, "tout de suite")]);
    let steps: Vec<u16> = items.iter().map(|item| item.step).collect();
    assert_eq!(steps, [1, 2, 4]);
    let Block::List { items: nested, .. } = &items[1].blocks[1] else {
        panic!("a list in the list: {items:#?}");
    };
    assert_eq!(nested[0].step, 3);
    let Block::List { items: along, .. } = &nested[0].blocks[1] else {
        panic!("a list in the list in the list: {nested:#?}");
    };
    assert_eq!(along[0].step, 0, "it is hidden with its parent");
}

#[test]
fn the_columns_of_a_slide_share_its_steps() {
    let deck = deck("# A\n\n---\nlayout: two-cols\n---\n* gauche\n\n::right::\n\n* droite\n");
    let slide = &deck.slides[1];
    assert_eq!(slide.steps, 3);
    let list = |step, text| Block::List {
        ordered: false,
        items: vec![item(step, text)],
    };
    assert_eq!(slide.blocks, [list(1, "gauche")]);
    assert_eq!(slide.right, [list(2, "droite")]);
}

#[test]
fn words_keep_their_look() {
    let slide = slide("Un **mot *très* fort**, du `code` et [un lien](https://a.example)\\\nsuite\nencore\n");
    let [Block::Paragraph { inlines }] = &slide.blocks[..] else {
        panic!("one paragraph: {:#?}", slide.blocks);
    };
    assert_eq!(plain_text(inlines), "Un mot très fort, du code et un lien suite encore");
    assert!(inlines.contains(&Inline::Break));
    assert!(matches!(&inlines[1], Inline::Strong { children } if children.len() == 3));
    assert!(inlines.contains(&Inline::Link {
        href: "https://a.example".into(),
        children: words("un lien"),
    }));
}

#[test]
fn tables_quotes_code_and_pictures_are_blocks() {
    let slide = slide(
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n> dit-elle\n\n```text\na\n```\n\n![un oiseau](./oiseaux/a.png)\n\n1. un\n2. deux\n",
    );
    assert_eq!(
        slide.blocks,
        [
            Block::Table {
                head: vec![words("a"), words("b")],
                rows: vec![vec![words("1"), words("2")]],
                align: vec![ColumnAlign::Start; 2],
            },
            Block::Quote {
                blocks: vec![paragraph("dit-elle")]
            },
            Block::Code {
                language: "text".into(),
                text: "a\n".into(),
                lines: vec![vec![CodeSpan {
                    class: None,
                    text: "a".into(),
                }]],
                numbered: false,
                marks: Vec::new(),
            },
            Block::Image {
                src: "oiseaux/a.png".into(),
                alt: "un oiseau".into(),
            },
            Block::List {
                ordered: true,
                items: vec![item(0, "un"), item(0, "deux")],
            },
        ]
    );
}

#[test]
fn the_last_comment_is_the_notes_and_clicks_part_them() {
    let slide = slide("<!-- pour moi -->\n\n# A\n\n* un\n\n<!--\nAvant.\n\n[click] Après.\n-->\n");
    assert_eq!(slide.notes, ["Avant.", "Après."]);
}

#[test]
fn a_poll_makes_its_slide_a_poll() {
    let deck = deck(
        "```poll\nid: p\nkind: multiple\nmax: 2\nask: q\nhint: h\noptions:\n  - { text: \"Oui, dès ce soir\", scores: { hibou: 3 } }\n  - { id: non, text: Non, scores: { curieux: 2 } }\n```\n\n<!-- a [click] b -->\n",
    );
    let (slide, poll) = (&deck.slides[0], &deck.polls[0]);
    assert_eq!((slide.layout, slide.poll(), slide.steps), (Layout::Poll, Some(0), 2));
    assert_eq!(slide.notes, ["a", "b"]);
    assert!(
        matches!(&poll.question, Question::Multiple(multiple) if (multiple.min, multiple.max) == (1, 2)),
        "{poll:?}"
    );
    assert_eq!(
        poll.results,
        ResultsVisibility::After,
        "what gives points is not to be copied"
    );
    assert_eq!(
        poll.options()[0].id,
        "oui-des-ce-soir",
        "an option without id is named after its words"
    );
    assert_eq!(poll.options()[0].scores, [(1, 3)]);
    assert_eq!(poll.options()[1].scores, [(0, 2)]);
}

#[test]
fn a_question_may_be_a_portrait_or_a_next_step() {
    let is = |role: &str, flags: (bool, bool)| {
        let deck = deck(&format!(
            "```poll\nid: p\nkind: single\n{role}ask: q\noptions: [{{ id: hibou, text: a }}, {{ id: curieux, text: b }}]\n```"
        ));
        matches!(&deck.polls[0].question, Question::Single(single) if (single.portrait, single.step) == flags)
    };
    assert!(is("", (false, false)) && is("role: portrait\n", (true, false)) && is("role: step\n", (false, true)));
}

#[test]
fn options_that_belong_together_share_a_meaning_and_the_second_half_of_a_pair_borrows_it() {
    let first = "```poll\nid: p\nkind: multiple\npair: before\nask: q\noptions: [{ text: a, means: oui }, { text: b, means: oui }, { text: c, means: non }]\n```";
    let means = |deck: &Deck, poll: usize| -> Vec<String> {
        let options = deck.polls[poll].options().iter();
        options.map(|option| option.means.clone().unwrap_or_default()).collect()
    };
    for second in [
        "",
        "options: [{ text: a }, { text: b }, { text: c }]\n",
        "options: [{ text: a, means: oui }, { text: b, means: oui }, { text: c, means: non }]\n",
    ] {
        let deck = deck(&format!(
            "{first}\n\n---\n\n```poll\nid: p-apres\nkind: multiple\npair: after\nask: encore ?\n{second}```\n"
        ));
        assert_eq!(means(&deck, 0), ["oui", "oui", "non"]);
        assert_eq!(means(&deck, 1), ["oui", "oui", "non"]);
    }
}

#[test]
fn a_talk_may_ask_for_more_people_before_it_shows_a_breakdown() {
    assert_eq!(deck("# A\n").minimum_group, 5);
    let parsed = parse("---\ntitle: T\nlang: fr\nminimum_group: 12\n---\n# A\n");
    assert_eq!(parsed.deck().expect("a sound talk").minimum_group, 12);
}

#[test]
fn a_talk_may_have_a_look_of_its_own() {
    assert_eq!(deck("# A\n").look, Look::default());
    let parsed = parse(
        "---\ntitle: T\nlang: fr\ntheme: dark\ncolors: { paper: \"#101418\", accent: \"#7FC8FF\" }\nlogo: ./a/logo.svg\nlogo_alt: Notre logo\n---\n# A\n",
    );
    let look = &parsed.deck().expect("a sound talk").look;
    assert_eq!(look.theme, Theme::Dark);
    assert_eq!(look.accent.map(|colour| colour.to_string()).as_deref(), Some("#7fc8ff"));
    assert_eq!(look.ink, None);
    let logo = look.logo.as_ref().expect("a logo");
    assert_eq!((logo.src.as_str(), logo.alt.as_str()), ("a/logo.svg", "Notre logo"));
}

#[test]
fn a_quiz_hides_its_results_and_has_a_third_step() {
    let deck = deck(
        "```poll\nid: p\nkind: quiz\nask: q\nright: [b, c]\nexplain: e\noptions: [{ text: a, note: n }, { text: b }, { text: c }]\n```\n",
    );
    assert_eq!(deck.slides[0].steps, 3);
    assert_eq!(deck.polls[0].results, ResultsVisibility::After);
    assert_eq!(deck.polls[0].explain.as_deref(), Some("e"));
    assert!(matches!(&deck.polls[0].question, Question::Quiz(quiz) if quiz.right == [1, 2]));
}

#[test]
fn the_second_half_of_a_pair_borrows_options_without_their_points() {
    let deck = deck(
        "```poll\nid: p\nkind: single\npair: before\nask: q\noptions: [{ text: a, scores: { curieux: 1 } }, { text: b }]\n```\n\n---\n\n```poll\nid: p-apres\nkind: single\npair: after\nask: encore ?\n```\n\n---\nlayout: results\npoll: p-apres\n---\n",
    );
    assert_eq!(deck.polls[1].pair, Some(Pair::After));
    assert_eq!(deck.counterpart(1), Some(0));
    let ids: Vec<&str> = deck.polls[1]
        .options()
        .iter()
        .map(|option| option.id.as_str())
        .collect();
    assert_eq!(ids, ["a", "b"]);
    assert!(deck.polls[0].is_scoring() && !deck.polls[1].is_scoring());
    assert_eq!(deck.slides[2].results_of, Some(1));
}

#[test]
fn the_breakdown_and_the_portraits_are_told_apart() {
    let deck = deck("# A\n\n---\nlayout: profiles\nprofile: hibou\n---\n* un\n\n---\nlayout: profiles\n---\n");
    assert_eq!((deck.slides[1].profile, deck.slides[1].steps), (Some(1), 2));
    assert_eq!(deck.breakdown_slide(), Some(2));
    assert_eq!(deck.slides[2].steps, 3);
}

#[test]
fn the_explanations_of_a_tweet_are_steps() {
    let slide = slide(
        "* avant\n\n```tweet\nname: Camille\nhandle: \"@camille\"\ntext: \"Bonjour #lundi\"\nlikes: 48\ncallouts:\n  - { part: hashtag, text: un }\n  - { part: likes, text: deux }\n```\n",
    );
    assert_eq!(slide.steps, 4);
    let Some(Block::Tweet { tweet }) = slide.blocks.last() else {
        panic!("a tweet: {:#?}", slide.blocks);
    };
    assert_eq!(tweet.likes, Some(48));
    assert_eq!(
        tweet.callouts.iter().map(|callout| callout.step).collect::<Vec<_>>(),
        [2, 3]
    );
}

#[test]
fn a_talk_without_profiles_is_a_talk() {
    let parsed = parse("---\ntitle: T\nlang: en\ndate: 2026-11-22\n---\n# A\n");
    let deck = parsed.deck().expect("no mistake");
    assert_eq!(deck.date.as_deref(), Some("2026-11-22"));
    assert!(deck.typology.profiles.is_empty());
}

#[test]
fn windows_line_ends_change_nothing() {
    let windows = format!("\u{feff}{}", BUILT_IN.replace('\n', "\r\n"));
    assert_eq!(parse(&windows).deck(), parse(BUILT_IN).deck());
}

#[test]
fn several_polls_make_a_survey_with_one_timer_and_a_step_for_each_result() {
    let written = |timers: [&str; 2], slide: &str| {
        let [first, second] = timers;
        let options = "options: [{ id: a, text: a }, { id: b, text: b }]";
        deck(&format!(
            "# Avant\n\n{slide}\n```poll\nid: p\nkind: single\nask: q\n{first}\n{options}\n```\n\n```poll\nid: r\nkind: quiz\nright: a\nask: q\n{second}\n{options}\n```\n"
        ))
    };
    let timers = |deck: &Deck| deck.polls.iter().map(|poll| poll.timer).collect::<Vec<_>>();
    let survey = written(["", ""], "");
    let slide = &survey.slides[0];
    assert_eq!(
        (slide.layout, slide.polls.as_slice(), slide.poll()),
        (Layout::Poll, &[0, 1][..], None)
    );
    // Ask, close, the first's results, the second's, and what was right.
    assert_eq!(slide.steps, 5);
    assert_eq!(timers(&survey), [None, None]);
    assert_eq!(
        timers(&written(["timer: 20", "timer: 45"], "")),
        [Some(45), Some(45)],
        "the longest"
    );
}

#[test]
fn the_example_of_a_survey_is_one() {
    let talk = format!(
        "---\ntitle: t\nlang: fr\n---\n\n# a\n\n{}",
        gazouillis_core::survey::EXAMPLE
    );
    let parsed = gazouillis_deck::parse(&talk);
    let deck = parsed.deck().unwrap_or_else(|| panic!("{:?}", parsed.diagnostics()));
    assert_eq!(deck.slides[1].survey(), [0, 1]);
    assert!(
        deck.polls.iter().all(|poll| poll.timer == Some(180)),
        "the slide's timer is for all"
    );
}

#[test]
fn a_question_may_be_asked_a_third_time_about_the_time_before() {
    let wave = |ending: &str, pair: &str| format!("```poll\nid: ouvrir-{ending}\nkind: single\npair: {pair}\nask: q\n");
    let options = "options: [{ id: a, text: a }, { id: b, text: b }]\n";
    let deck = deck(&format!(
        "{}{options}```\n---\n\n{}```\n\n{}```\n---\nlayout: results\npoll: ouvrir-alors\n---\n",
        wave("avant", "before"),
        wave("apres", "after"),
        wave("alors", "then"),
    ));
    assert_eq!(deck.polls[2].pair, Some(Pair::Then));
    assert_eq!(
        deck.polls[2].options(),
        deck.polls[0].options(),
        "the options are borrowed"
    );
    assert_eq!(deck.counterpart(2), Some(1), "it is compared with what is said after");
    assert_eq!(deck.counterpart(1), Some(0));
    assert_eq!(deck.slides[2].results_of, Some(2));
}
