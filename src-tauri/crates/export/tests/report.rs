//! The report as its reader has it: a first page worth forwarding, what to do next, and no box without content.
#![cfg(feature = "pdf")]

mod rooms;

use std::process::Command;

use gazouillis_core::deck::Language;
use gazouillis_core::{Figures, QuestionView, Summary};
use gazouillis_export::{Format, render};
use rooms::{Room, placing, talk};

/// The words of each page, read by another program.
fn pages(summary: &Summary) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("summary.pdf");
    std::fs::write(&file, render(summary, Format::Pdf).expect("it renders")).expect("it can be written");
    let read = Command::new("pdftotext").arg(&file).arg("-").output();
    let text = String::from_utf8(read.expect("pdftotext runs").stdout).expect("it is text");
    let words = |page: &str| page.split_whitespace().collect::<Vec<_>>().join(" ");
    text.split('\u{c}').map(words).filter(|page| !page.is_empty()).collect()
}

#[test]
fn the_first_page_says_what_changed_and_what_to_do_first() {
    let summary = Room::of(30).summary();
    let first = &pages(&summary)[0];
    assert!(
        first.contains("En bref") && first.contains("Et maintenant ?"),
        "{first}"
    );
    let profiles = summary
        .breakdown
        .as_ref()
        .and_then(|room| room.profiles.clone())
        .expect("profiles");
    let most = profiles
        .iter()
        .filter(|profile| !profile.actions.is_empty())
        .max_by(|a, b| a.count.total_cmp(&b.count))
        .expect("one has actions");
    assert!(first.contains(&most.actions[0]), "{:?} in {first}", most.actions[0]);
}

#[test]
fn a_talk_without_profiles_shows_what_its_polls_said_on_the_first_page() {
    let mut deck = talk(Language::Fr);
    deck.typology.profiles.clear();
    for poll in &mut deck.polls {
        match &mut poll.question {
            gazouillis_core::Question::Single(question) => {
                question.options.iter_mut().for_each(|one| one.scores.clear())
            }
            gazouillis_core::Question::Multiple(question) => {
                question.options.iter_mut().for_each(|one| one.scores.clear())
            }
            gazouillis_core::Question::Quiz(question) => question.options.iter_mut().for_each(|one| one.scores.clear()),
            _ => {}
        }
    }
    let asked: Vec<String> = deck.polls.iter().map(|poll| poll.ask.clone()).collect();
    let all = pages(&Room::of(30).on(deck).summary());
    let told = asked.iter().filter(|ask| all[0].contains(ask.as_str())).count();
    assert!(told >= 2, "{told} questions on {}", all[0]);
    let whole = all.join(" ");
    for unknown in ["Les profils de la salle", "Levier", "Le débordé"] {
        assert!(!whole.contains(unknown), "{unknown}");
    }
}

#[test]
fn what_has_no_content_has_no_heading() {
    let rooms = [
        Room::of(0),
        Room::of(3),
        Room::of(8).unfinished(),
        Room::of(12).silent(),
        Room::of(30).on(placing(Language::Fr)),
    ];
    for room in rooms {
        let summary = room.summary();
        let whole = pages(&summary).join(" ");
        let masked = summary.breakdown.as_ref().is_some_and(|room| room.masked.is_some());
        assert_eq!(whole.contains("Ce que cache"), masked, "{whole}");
        assert_eq!(whole.contains("Avant, après"), !summary.changes.is_empty(), "{whole}");
        assert!(!whole.contains("Aucune question n'a été posée deux fois"), "{whole}");
    }
}

#[test]
fn each_question_says_how_many_answered_of_how_many() {
    let summary = Room::of(30).summary();
    let whole = pages(&summary).join(" ");
    for poll in &summary.polls {
        let percent = (f64::from(poll.ballots) * 100.0 / f64::from(summary.joined)).round();
        let said = format!(
            "{} réponses sur {} téléphones ({percent} %)",
            poll.ballots, summary.joined
        );
        assert!(whole.contains(&said), "{said} in {whole}");
    }
}

#[test]
fn what_to_do_begins_with_what_moves_most_people_and_has_room_for_who_and_when() {
    let summary = Room::of(46).summary();
    let room = summary.breakdown.as_ref().expect("a breakdown");
    let profiles = room.profiles.as_ref().expect("profiles");
    let next = pages(&summary)
        .into_iter()
        .find(|page| page.contains("À compléter et à afficher"));
    let next = next.expect("a page to pin up");
    let mut present: Vec<_> = profiles.iter().filter(|profile| profile.count > 0.0).collect();
    present.sort_by(|a, b| b.count.total_cmp(&a.count));
    let places: Vec<usize> = present
        .iter()
        .map(|profile| {
            next.find(&profile.lever)
                .unwrap_or_else(|| panic!("{} in {next}", profile.lever))
        })
        .collect();
    assert!(places.is_sorted(), "{places:?}");
    let actions: usize = present.iter().map(|profile| profile.actions.len()).sum();
    assert_eq!(next.matches("Qui ?").count(), actions);
    assert_eq!(next.matches("Quand ?").count(), actions);
    for absent in profiles.iter().filter(|profile| profile.count == 0.0) {
        assert!(!next.contains(&absent.lever), "nobody is {}", absent.name);
    }
}

#[test]
fn the_next_steps_that_people_chose_stand_with_what_to_do() {
    let mut deck = talk(Language::Fr);
    let gazouillis_core::Question::Single(question) = &mut deck.polls[0].question else {
        panic!("a single choice")
    };
    question.step = true;
    let summary = Room::of(30).on(deck).summary();
    let bars = &summary.polls[0].figures.choice().expect("bars").bars;
    let most = bars
        .iter()
        .zip(summary.polls[0].question.options())
        .max_by_key(|(bar, _)| bar.count)
        .expect("an option");
    let said = format!("Prochains pas choisis : {} ({})", most.1.text, most.0.count);
    let next = pages(&summary)
        .into_iter()
        .find(|page| page.contains("À compléter et à afficher"))
        .expect("a page");
    assert!(next.contains(&said), "{said} in {next}");
    assert!(
        !pages(&Room::of(30).summary()).join(" ").contains("Prochains pas"),
        "nobody was asked"
    );
}

#[test]
fn the_total_of_several_answers_is_only_said_to_exceed_100_where_it_does() {
    let mut summary = Room::of(30).summary();
    let poll = summary
        .polls
        .iter_mut()
        .find(|poll| matches!(poll.question, QuestionView::Multiple(_)))
        .expect("a question with several answers");
    let Figures::Choice(figures) = &mut poll.figures else {
        panic!("bars")
    };
    for (index, bar) in figures.bars.iter_mut().enumerate() {
        bar.count = u32::from(index == 0) * poll.ballots;
    }
    let whole = pages(&summary).join(" ");
    assert!(
        !whole.contains("dépasse 100") && whole.contains("Plusieurs choix étaient possibles"),
        "{whole}"
    );
    assert!(pages(&Room::of(30).summary()).join(" ").contains("dépasse 100"));
}

#[test]
fn a_file_speaks_the_language_that_is_asked_for() {
    let summary = Room::of(30).summary().in_language(Language::En);
    let whole = pages(&summary).join(" ");
    assert!(
        whole.contains("What next?") && whole.contains("27 answers from 30 phones (90%)"),
        "{whole}"
    );
    assert!(whole.contains("Le débordé"), "what the talk says stays as it is");
    assert!(!whole.contains("Et maintenant"), "{whole}");
}

#[test]
fn the_picture_has_the_size_that_messages_show_and_is_the_same_each_time() {
    for room in [
        Room::of(30),
        Room::of(3),
        Room::of(0),
        Room::of(30).on(placing(Language::En)),
    ] {
        let summary = room.summary();
        let picture = render(&summary, Format::Png).expect("a picture");
        assert!(picture.starts_with(b"\x89PNG\r\n\x1a\n"), "not a PNG");
        let side = |at: usize| u32::from_be_bytes(picture[at..at + 4].try_into().expect("four bytes"));
        assert_eq!((side(16), side(20)), (1200, 675));
        assert!(picture.len() > 10_000, "{} bytes are an empty picture", picture.len());
        assert_eq!(picture, render(&summary, Format::Png).expect("a picture"));
    }
}
