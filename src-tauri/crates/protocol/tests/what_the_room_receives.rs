//! What phones and the stage receive holds nothing that the room may not know yet.

#[path = "../../core/tests/properties/room.rs"]
mod room;

use gazouillis_core::Session;
use gazouillis_core::poll::ResultsVisibility;
use gazouillis_core::typology::MINIMUM_GROUP;
use gazouillis_protocol::{JoinView, PollState, project};
use proptest::prelude::*;
use room::{PHONES, stories, tell, token};
use serde_json::Value;

/// Names of fields by which the presenter's knowledge would travel.
const NEVER: [&str; 6] = ["scores", "lever", "advice", "minutes", "masks", "token"];

/// Every field's name in a view.
fn fields(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            for (name, inside) in object {
                found.push(name.clone());
                fields(inside, found);
            }
        }
        Value::Array(values) => values.iter().for_each(|inside| fields(inside, found)),
        _ => {}
    }
}

fn assert_no_field(view: &Value, forbidden: &[&str], who: &str) -> Result<(), TestCaseError> {
    let mut found = Vec::new();
    fields(view, &mut found);
    let leaked = found.iter().find(|name| forbidden.contains(&name.as_str()));
    prop_assert!(leaked.is_none(), "{} receives the field {:?}: {}", who, leaked, view);
    Ok(())
}

/// Secrets of the presenter's, and secrets that are told at their step: which text may be in a view now?
fn assert_no_secret(
    session: &Session,
    view: &str,
    answered: impl Fn(usize) -> bool,
    who: &str,
) -> Result<(), TestCaseError> {
    for secret in ["SECRET notes", "SECRET lever", "SECRET advice"] {
        prop_assert!(!view.contains(secret), "{} receives {:?}: {}", who, secret, view);
    }
    let polls = &session.deck().polls;
    for poll in polls {
        // Every round of a question has its explanation and its remarks.
        let rounds = (0..polls.len()).filter(|round| polls[*round].asked() == poll.asked());
        if !rounds.into_iter().any(&answered) {
            for secret in [
                format!("SECRET explanation of {}.", poll.id),
                format!("SECRET remark on {}/", poll.id),
            ] {
                prop_assert!(!view.contains(&secret), "{} receives {:?} before its step", who, secret);
            }
        }
    }
    Ok(())
}

fn assert_phone(session: &Session) -> Result<(), TestCaseError> {
    let view = project::phone("a-session", session.deck(), &session.snapshot(), None);
    let json = serde_json::to_value(&view).expect("a view is JSON");
    assert_no_field(&json, &NEVER, "a phone")?;
    assert_no_field(
        &json,
        &["notes", "profiles", "breakdown", "ballots_of", "change"],
        "a phone",
    )?;
    assert_no_secret(
        session,
        &json.to_string(),
        |poll| session.polls()[poll].answer_shown,
        "a phone",
    )?;
    let Some(poll) = view.poll else { return Ok(()) };
    let state = &session.polls()[session.deck().poll_index(&poll.id).expect("a poll of the talk")];
    prop_assert!(poll.state != PollState::Pending, "a poll that was not asked is shown");
    prop_assert_eq!(poll.results.is_some(), state.revealed);
    prop_assert!(poll.solution.is_none() || state.answer_shown);
    prop_assert!(poll.explain.is_none() || state.answer_shown);
    Ok(())
}

fn assert_stage(session: &Session) -> Result<(), TestCaseError> {
    let join = JoinView {
        url: String::new(),
        short: String::new(),
        qr: None,
        wifi: None,
    };
    let (deck, now) = (session.deck(), session.snapshot());
    let view = project::stage("a-session", deck, &now, 3, &join, None);
    let json = serde_json::to_value(&view).expect("a view is JSON");
    assert_no_field(&json, &NEVER, "the stage")?;
    let slide = &deck.slides[now.cursor.slide];
    // What lies over the slide hides the slide's own poll.
    let (asked, shown_again, step) = match now.overlay {
        Some(overlay) => (Some(overlay.poll), None, overlay.step),
        None => (slide.poll(), slide.results_of, now.cursor.step),
    };
    let at_its_step = |poll: usize| {
        let answered = session.polls()[poll].answer_shown;
        answered && (shown_again == Some(poll) || asked == Some(poll) && step >= 2)
    };
    assert_no_secret(session, &json.to_string(), at_its_step, "the stage")?;
    if let Some(poll) = &view.poll {
        let index = deck.poll_index(&poll.id).expect("a poll of the talk");
        let (state, asked_here) = (&session.polls()[index], asked == Some(index));
        let live = asked_here && deck.polls[index].results == ResultsVisibility::Live;
        let revealed = state.revealed && (!asked_here || step >= 1);
        prop_assert!(
            poll.results.is_none() || live || revealed,
            "hidden results are on the stage: {:?}",
            poll
        );
        prop_assert!(
            poll.solution.is_none() || at_its_step(index),
            "the right answer is on the stage: {:?}",
            poll
        );
    }
    if !view.favourites.is_empty() {
        let shown = slide.favourites.expect("only where the slide shows them");
        prop_assert!(
            session.polls()[shown.poll].revealed && now.overlay.is_none(),
            "favourites of a poll that the room has not seen: {:?}",
            view.favourites
        );
    }
    // A rehearsal shows everything: its people are simulated.
    let fewest = if now.simulated { 1 } else { MINIMUM_GROUP };
    if let Some(room) = &view.breakdown {
        prop_assert_eq!(room.profiles.is_some(), room.classified >= fewest);
        prop_assert!(room.masked.is_none() || (room.profiles.is_some() && now.cursor.step >= 2));
        let references = room
            .profiles
            .iter()
            .flatten()
            .all(|profile| profile.reference.is_none());
        prop_assert!(
            now.cursor.step >= 1 || references,
            "the reference is shown before its step"
        );
    }
    if let Some(change) = &view.change {
        prop_assert_eq!(change.options.is_some(), change.people >= fewest);
        let after = deck.poll_index(&change.after).expect("a poll of the talk");
        prop_assert!(
            session.polls()[after].revealed,
            "the change gives the second results away"
        );
    }
    Ok(())
}

fn assert_stage_deck(session: &Session) -> Result<(), TestCaseError> {
    let json = serde_json::to_value(project::stage_deck("a-session", session.deck(), session.edition()))
        .expect("a deck is JSON");
    assert_no_field(&json, &NEVER, "the stage's deck")?;
    assert_no_field(&json, &["notes", "explain"], "the stage's deck")?;
    prop_assert!(
        !json.to_string().contains("SECRET"),
        "the stage's deck holds a secret: {}",
        json
    );
    let polls = json["slides"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|slide| slide["poll"].as_object());
    for poll in polls {
        prop_assert!(
            !poll.contains_key("solution"),
            "the stage's deck knows the right answer"
        );
    }
    Ok(())
}

/// Each phone is told about itself alone, and about its profile only once the room has seen its breakdown.
fn assert_mine(session: &Session) -> Result<(), TestCaseError> {
    for phone in 0..PHONES {
        let Some(participant) = session.participant(&token(phone)) else {
            continue;
        };
        let mine = project::me("a-session", session, participant);
        prop_assert_eq!(mine.profile.is_some(), session.is_breakdown_shown());
        prop_assert_eq!(
            mine.ballots.len(),
            session.participants()[participant.0 as usize].ballots().count()
        );
        let json = serde_json::to_value(&mine).expect("a view is JSON");
        assert_no_field(
            &json,
            &["scores", "lever", "notes", "results", "masks"],
            "a phone's own view",
        )?;
        for secret in ["SECRET notes", "SECRET lever", "SECRET explanation", "SECRET remark"] {
            prop_assert!(!json.to_string().contains(secret));
        }
        let told = mine.profile.map_or(0, |profile| profile.profiles.len());
        prop_assert!(
            json.to_string().matches("SECRET advice").count() <= told,
            "advice of other people's profiles"
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn phones_and_stage_never_receive_what_the_room_may_not_know((deck, commands) in stories(90)) {
        let mut session = Session::new(deck);
        assert_stage_deck(&session)?;
        for command in commands {
            tell(&mut session, command);
            assert_phone(&session)?;
            assert_stage(&session)?;
        }
        assert_mine(&session)?;
    }
}

#[test]
fn the_presenter_does_receive_notes_and_right_answers() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    runner
        .run(&stories(1), |(deck, _)| {
            let json = serde_json::to_string(&project::console_deck("a-session", &deck, 0)).expect("a deck is JSON");
            prop_assert!(
                json.contains("SECRET notes"),
                "else the other tests would find nothing either"
            );
            Ok(())
        })
        .expect("every console has notes");
}
