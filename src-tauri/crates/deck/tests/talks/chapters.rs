//! How long anything takes, and how often the room does something.

use gazouillis_core::{Deck, Layout, Slide};

use crate::decks;

fn minutes(slide: &Slide) -> f32 {
    slide.minutes.expect("every slide is planned")
}

/// Whether the room does something on a slide.
fn is_the_rooms(slide: &Slide) -> bool {
    !slide.polls.is_empty()
        || slide.is_breakdown()
        || matches!(slide.layout, Layout::Join | Layout::Qa | Layout::Results)
}

#[test]
fn each_length_takes_as_long_as_it_says_questions_included() {
    for (name, deck) in decks() {
        let planned: f32 = deck.slides.iter().map(minutes).sum();
        let length = f32::from(deck.cut.expect("a length"));
        assert!(
            (length - 5.0..=length + 0.5).contains(&planned),
            "{name} takes {planned}"
        );
        let questions: f32 = deck
            .slides
            .iter()
            .filter(|slide| slide.layout == Layout::Qa)
            .map(minutes)
            .sum();
        assert!(
            questions >= if length > 30.0 { 5.0 } else { 2.0 },
            "{name}: {questions} for questions"
        );
        assert!(deck.channels.qa.open, "{name}");
    }
}

#[test]
fn nobody_sits_still_for_more_than_six_minutes() {
    for (name, deck) in decks() {
        let mut still = 0.0;
        for slide in &deck.slides {
            still = if is_the_rooms(slide) {
                0.0
            } else {
                still + minutes(slide)
            };
            assert!(
                still <= 6.0,
                "{name}: {still} minutes without the room, up to {}",
                slide.id
            );
        }
    }
}

#[test]
fn questions_do_not_tire_and_have_the_time_that_reading_them_takes() {
    for (name, deck) in decks() {
        let asking: Vec<&Slide> = deck.slides.iter().filter(|slide| !slide.polls.is_empty()).collect();
        assert!(asking.len() <= 13, "{name}: {} slides ask", asking.len());
        for slide in asking {
            // What was read before, here or on the slides just before, is not read again.
            let known = |poll: &usize| {
                let poll = &deck.polls[*poll];
                poll.pair.is_some() && !poll.id.ends_with("-compte") || poll.id == "mon-portrait"
            };
            let fresh = slide
                .polls
                .iter()
                .any(|poll| deck.polls[*poll].options().len() >= 6 && !known(poll));
            let least = match (slide.polls.len(), fresh) {
                (1, true) => 1.5,
                (polls, true) => polls as f32 + 0.5,
                _ => 0.75,
            };
            assert!(minutes(slide) >= least, "{name}: {} has {}", slide.id, minutes(slide));
        }
    }
}

#[test]
fn the_rooms_favourites_come_back_on_the_last_slide() {
    for (name, deck) in decks() {
        let last = deck.slides.last().expect("a last slide");
        let shown = last.favourites.expect("favourites");
        assert_eq!((last.layout, shown.top), (Layout::End, 3), "{name}");
        assert_eq!(deck.polls[shown.poll].id, "nos-sujets", "{name}");
    }
}

#[test]
fn the_room_is_told_what_its_answers_are_for_before_the_first_question() {
    let says = |deck: &Deck| -> bool {
        let first = deck.slides.iter().position(|slide| !slide.polls.is_empty());
        let before = &deck.slides[..first.expect("a question")];
        let join = before
            .iter()
            .find(|slide| slide.layout == Layout::Join)
            .expect("a way in");
        let blocks = format!("{:?}", join.blocks);
        ["portrait", "sans voter"].iter().all(|word| blocks.contains(word))
            || ["portrait", "without voting"].iter().all(|word| blocks.contains(word))
    };
    for (name, deck) in decks() {
        assert!(says(&deck), "{name}");
    }
}
