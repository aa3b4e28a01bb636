//! What people type: text in every cell, whatever it looks like.

use calamine::{Data, Reader};
use gazouillis_core::channel::Reaction;
use gazouillis_core::kind::ChoiceFigures;
use gazouillis_core::summary::{
    KeptQuestion, ObservedProfile, ObservedSummary, QuestionsSummary, ReactionCount, ReactionsSummary,
};
use gazouillis_core::{Figures, QuestionView, Summary};
use gazouillis_export::{Format, render};

use crate::reading::{cells, entries, open};
use crate::rooms::Room;

/// Texts that some program somewhere takes for more than text.
fn payloads() -> Vec<String> {
    let starts = [
        "",
        "=",
        "+",
        "-",
        "@",
        "\t=",
        "\r=",
        "\n=",
        "\0=",
        " =",
        "\u{200b}=",
        "\u{feff}=",
        "\"=",
        "'=",
        "＝",
        "_x003D_",
        "{=",
        "mailto:",
        "http://",
        "https://",
        "internal:",
        "external:",
        "ftp://",
    ];
    let ends = [
        "cmd|' /C calc'!A0",
        "1+1",
        "HYPERLINK(\"http://example.org\",\"x\")",
        "SUM(A1:A9)}",
        "example.org/?a=1&b=2",
        "<f>1+1</f><t>&amp;]]>",
        "שלום \u{202e}abc",
        "👩\u{200d}💻🐦\u{fffe}\u{ffff}",
        "\u{1b}[31m\u{7}",
        "&L&\"Arial\"&G",
    ];
    let each = starts
        .iter()
        .flat_map(|start| ends.iter().map(move |end| format!("{start}{end}")));
    // A cell holds 32,767.
    let long = ["=", "http://example.org/", "🐦", "a "].map(|part| part.repeat(34_000 / part.encode_utf16().count()));
    each.chain(long).collect()
}

/// A room in which every text that somebody may type is such a payload.
pub(crate) fn hostile() -> Summary {
    let payloads = payloads();
    assert!(payloads.len() >= 200);
    let mut summary = Room::of(60).summary();
    let mut next = {
        let mut place = 0;
        let payloads = payloads.clone();
        move || {
            place += 1;
            payloads[(place - 1) % payloads.len()].clone()
        }
    };
    let pattern = summary.polls[0].clone();
    for payload in &payloads {
        let mut poll = pattern.clone();
        (poll.id, poll.ask, poll.explain) = (payload.clone(), payload.clone(), Some(payload.clone()));
        let QuestionView::Single(view) = &mut poll.question else {
            panic!("the first poll has one choice");
        };
        for option in &mut view.options {
            (option.id, option.text) = (payload.clone(), payload.clone());
        }
        if let Figures::Choice(ChoiceFigures { bars, own, .. }) = &mut poll.figures {
            bars.iter_mut().for_each(|bar| bar.id.clone_from(payload));
            if let Some(own) = own {
                own.texts.push(payload.clone());
            }
        }
        summary.polls.push(poll);
    }
    (summary.title, summary.subtitle) = (next(), Some(next()));
    (summary.author, summary.organisation, summary.session) = (Some(next()), Some(next()), next());
    summary.started_local = next();
    for profile in summary
        .breakdown
        .iter_mut()
        .flat_map(|room| room.profiles.iter_mut().flatten())
    {
        (profile.name, profile.summary, profile.lever) = (next(), next(), next());
        profile.actions = vec![next(), next()];
        (profile.id, profile.bird) = (next(), next());
    }
    for change in &mut summary.changes {
        change.ask = next();
        change.meanings.iter_mut().for_each(|meaning| *meaning = next());
        for option in change.options.iter_mut().flatten() {
            option.text = next();
        }
        let count = change.meanings.len();
        change.flows = Some(vec![vec![Some(7); count]; count]);
    }
    summary.observed = Some(ObservedSummary {
        total: 2,
        profiles: vec![ObservedProfile {
            id: next(),
            name: next(),
            bird: next(),
            count: 2,
            percent: 100,
        }],
    });
    summary.questions = Some(QuestionsSummary {
        asked: 300,
        answered: 1,
        kept: payloads
            .iter()
            .map(|text| KeptQuestion {
                text: text.clone(),
                votes: 3,
                answered: false,
            })
            .collect(),
    });
    summary.reactions = payloads
        .iter()
        .map(|title| ReactionsSummary {
            slide: 1,
            title: Some(title.clone()),
            counts: vec![ReactionCount {
                reaction: Reaction::Heart,
                count: 5,
            }],
        })
        .collect();
    summary
}

#[test]
fn nothing_typed_becomes_a_formula_or_a_link() {
    let summary = hostile();
    let mut book = open(&summary);
    for sheet in book.sheet_names() {
        let formulas = book.worksheet_formula(&sheet).expect("formulas are read");
        let found: Vec<_> = formulas.used_cells().collect();
        assert!(found.is_empty(), "{found:?} on {sheet}");
    }
    let parts = entries(render(&summary, Format::Xlsx).expect("it renders"));
    let sheets = parts.iter().filter(|(name, _)| name.starts_with("xl/worksheets/"));
    let mut seen = 0;
    for (name, content) in sheets {
        let xml = String::from_utf8(content.clone()).expect("XML is text");
        for element in ["<f>", "<f ", "<f/", "yperlink"] {
            assert!(!xml.contains(element), "{element} in {name}");
        }
        seen += 1;
    }
    assert!(seen >= 9, "every sheet was looked at");
    for (name, content) in &parts {
        let xml = String::from_utf8_lossy(content);
        let is_refused = |c: char| (c < ' ' && !"\t\r\n".contains(c)) || matches!(c, '\u{fffe}' | '\u{ffff}');
        assert!(
            !xml.contains(is_refused),
            "{name} holds a character that no XML may hold"
        );
        assert!(
            !xml.contains("TargetMode=\"External\""),
            "{name} leads out of the workbook"
        );
        if name.starts_with("xl/charts/") {
            for formula in xml.split("<c:f>").skip(1) {
                let formula = formula.split("</c:f>").next().expect("it ends");
                let is_place = formula
                    .rsplit_once('!')
                    .is_some_and(|(_, cells)| cells.chars().all(|c| "$:ABCDEFGHI0123456789".contains(c)));
                assert!(is_place, "{formula} in {name}");
            }
            for literal in ["externalData", "<a:t>"] {
                assert!(
                    !xml.contains(literal),
                    "{literal} in {name}: a title is a place on a sheet"
                );
            }
        }
    }
}

#[test]
fn what_was_typed_stands_in_a_cell_as_it_was_typed() {
    let summary = hostile();
    let said: Vec<String> = cells(&summary)
        .into_iter()
        .filter_map(|(_, cell)| match cell {
            Data::String(words) => Some(words),
            _ => None,
        })
        .collect();
    for payload in [
        "=1+1",
        "@SUM(A1:A9)}",
        "http://example.org/?a=1&b=2",
        "_x003D_1+1",
        "=<f>1+1</f><t>&amp;]]>",
    ] {
        assert!(said.iter().any(|words| words == payload), "{payload} is a cell's text");
    }
    for words in &said {
        assert!(words.encode_utf16().count() <= 32_767, "a cell holds no more");
        assert!(
            !words
                .chars()
                .any(|c| c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c)),
            "{words:?}"
        );
    }
    assert!(
        said.iter().any(|words| words.ends_with("==…")),
        "what is too long is cut, and says so"
    );
}
