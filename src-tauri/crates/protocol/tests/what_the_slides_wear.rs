//! A talk's look reaches the stage as tones; a talk without one sends nothing of the kind.

#[allow(dead_code, reason = "only its slides are taken from it")]
#[path = "../../core/tests/properties/room.rs"]
mod room;

use gazouillis_core::deck::{Language, Picture};
use gazouillis_core::look::{Colour, Look, Theme};
use gazouillis_core::{Deck, Layout};
use gazouillis_protocol::project::stage_deck;

fn deck(look: Look) -> Deck {
    Deck {
        title: "Un exposé".to_owned(),
        subtitle: None,
        author: None,
        date: None,
        organisation: None,
        language: Language::Fr,
        spoken: None,
        typology: Default::default(),
        minimum_group: 5,
        channels: Default::default(),
        leaderboard: false,
        cuts: Vec::new(),
        cut: None,
        look,
        polls: Vec::new(),
        slides: vec![room::slide("cover".to_owned(), Layout::Cover, 1)],
    }
}

#[test]
fn a_talk_without_a_look_sends_none() {
    assert_eq!(stage_deck("s", &deck(Look::default()), 0).look, None);
}

#[test]
fn a_theme_of_ours_needs_no_tones() {
    let look = Look {
        theme: Theme::Dark,
        ..Look::default()
    };
    let sent = stage_deck("s", &deck(look), 0).look.expect("it has a look");
    assert_eq!((sent.ground, sent.tones, sent.logo), (Theme::Dark, None, None));
}

#[test]
fn one_colour_sends_every_tone_and_a_logo_goes_along() {
    let logo = Picture {
        src: "logo.svg".to_owned(),
        alt: "L".to_owned(),
    };
    let look = Look {
        accent: Colour::parse("#0a5c9e"),
        logo: Some(logo.clone()),
        ..Look::default()
    };
    let sent = stage_deck("s", &deck(look), 0).look.expect("it has a look");
    let tones = sent.tones.expect("tones");
    assert_eq!(tones.accent.to_string(), "#0a5c9e");
    assert_eq!(tones.paper, Theme::Light.base()[0]);
    assert_eq!(sent.logo, Some(logo));
}
