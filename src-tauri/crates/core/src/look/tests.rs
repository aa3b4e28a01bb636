use super::*;

fn colour(written: &str) -> Colour {
    Colour::parse(written).expect("a colour")
}

/// Ratios that are published: those of the Understanding documents of WCAG 2.2 (1.4.3, 1.4.6, 1.4.11) and of the WebAIM checker.
#[test]
fn contrast_is_that_of_the_published_examples() {
    for (one, other, ratio) in [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#949494", "#ffffff", 3.03),
        ("#ff0000", "#ffffff", 4.00),
        ("#0000ff", "#ffffff", 8.59),
        ("#595959", "#ffffff", 7.00),
        ("#ffff00", "#ffffff", 1.07),
    ] {
        let (one, other) = (colour(one), colour(other));
        assert!(
            (one.contrast(other) - ratio).abs() < 0.006,
            "{one} on {other}: {}",
            one.contrast(other)
        );
        assert!((one.contrast(other) - other.contrast(one)).abs() < 1e-12);
    }
}

#[test]
fn a_colour_is_six_digits_and_nothing_else() {
    assert_eq!(colour("#0A5c9e").to_string(), "#0a5c9e");
    for wrong in [
        "", "#", "0a5c9e", "#0a5c9", "#0a5c9e0", "#abc", "#0a5cgz", "red", "#+12345", "#é5c9e", "url(x)",
    ] {
        assert_eq!(Colour::parse(wrong), None, "{wrong}");
    }
    assert!(serde_json::from_str::<Colour>("\"red; }\"").is_err());
}

#[test]
fn oklab_leads_back_to_the_same_colour() {
    for written in [
        "#000000", "#ffffff", "#0a5c9e", "#d0341c", "#fbc84d", "#00ff00", "#ff00ff",
    ] {
        assert_eq!(Colour::from_lch(colour(written).lch()), colour(written));
        assert_eq!(colour(written).mixed(Colour::WHITE, 0.0), colour(written));
    }
}

#[test]
fn the_themes_are_those_of_the_tokens() {
    let tokens = include_str!("../../../../../ui/src/design/tokens.css");
    let (light, dark) = tokens.split_once("[data-theme=\"console\"]").expect("two themes");
    for (theme, block) in [(Theme::Light, light), (Theme::Dark, dark)] {
        for (name, colour) in ["paper", "ink", "accent"].into_iter().zip(theme.base()) {
            let written = format!("--{name}: {colour};");
            assert!(block.contains(&written), "{theme:?}: {written}");
        }
    }
}

fn company(paper: Option<&str>, ink: Option<&str>, accent: Option<&str>) -> Look {
    Look {
        paper: paper.map(colour),
        ink: ink.map(colour),
        accent: accent.map(colour),
        ..Look::default()
    }
}

#[test]
fn what_is_read_can_be_read_and_what_is_seen_can_be_seen_whatever_the_accent() {
    let papers = [
        None,
        Some("#ffffff"),
        Some("#fffaf2"),
        Some("#e8f0f8"),
        Some("#101418"),
        Some("#1b0f2e"),
    ];
    let hues = (0..24).map(|step| {
        Colour::from_lch(super::colour::Lch {
            lightness: 0.2 + 0.03 * f64::from(step),
            chroma: 0.15,
            hue: 0.26 * f64::from(step),
        })
    });
    for accent in hues.chain([Colour::BLACK, Colour::WHITE, colour("#ffcc00"), colour("#777777")]) {
        for paper in papers {
            let look = company(paper, None, Some(&accent.to_string()));
            let tones = look.tones().expect("it has colours");
            let at_least = |ratio: f64, pairs: &[(&str, Colour, Colour)]| {
                for (name, one, other) in pairs {
                    assert!(
                        one.contrast(*other) >= ratio,
                        "{paper:?} {accent}: {name} has {:.2}",
                        one.contrast(*other)
                    );
                }
            };
            at_least(
                7.0,
                &[
                    ("ink", tones.ink, tones.paper),
                    ("soft ink", tones.ink_soft, tones.paper),
                    ("soft ink on raised paper", tones.ink_soft, tones.paper_raised),
                    ("soft ink on sunk paper", tones.ink_soft, tones.paper_sunk),
                    ("the accent's ink", tones.accent_ink, tones.paper),
                    ("text on the accent", tones.on_accent, tones.accent_ink),
                    ("text on the night", tones.on_night, tones.night),
                    ("soft text on the night", tones.on_night_soft, tones.night),
                    ("the night on the sun", tones.night, tones.sun),
                    ("a code", tones.code_ink, tones.code_paper),
                ],
            );
            at_least(
                3.0,
                &[
                    ("a bar", tones.bar, tones.bar_track),
                    ("the leading bar", tones.bar_lead, tones.bar_track),
                    ("a strong line", tones.line_strong, tones.paper),
                ],
            );
            assert!(
                tones.code_paper.luminance() > tones.code_ink.luminance(),
                "phones read dark on light"
            );
        }
    }
}

#[test]
fn the_paper_decides_whether_letters_are_light_or_dark() {
    assert_eq!(company(Some("#101418"), None, None).ground(), Theme::Dark);
    assert_eq!(company(Some("#101418"), None, None).ink(), Theme::Dark.base()[1]);
    assert_eq!(company(None, Some("#eeeeee"), None).paper(), Theme::Dark.base()[0]);
    let dark = Look {
        theme: Theme::Dark,
        ..company(Some("#ffffff"), None, None)
    };
    assert_eq!(dark.ground(), Theme::Light);
}

#[test]
fn what_a_room_could_not_read_is_a_fault_with_the_nearest_colour_that_would_do() {
    assert_eq!(company(Some("#fffaf2"), Some("#1a1a1a"), Some("#0a5c9e")).faults(), []);
    assert_eq!(Look::default().faults(), []);
    let [fault] = company(Some("#ffffff"), Some("#777777"), Some("#0a5c9e")).faults()[..] else {
        panic!("one fault");
    };
    assert_eq!((fault.asked, fault.unreadable), (Asked::Reading, true));
    assert!(fault.nearest.contrast(colour("#ffffff")) >= 7.0);
    assert!(
        fault.nearest.contrast(colour("#ffffff")) < 7.3,
        "the nearest, not the darkest"
    );
    let [fault] = company(Some("#ffffff"), Some("#666666"), Some("#0a5c9e")).faults()[..] else {
        panic!("one fault");
    };
    assert!(!fault.unreadable, "{}", fault.ratio);
    let [fault] = company(Some("#ffffff"), None, Some("#ffcc00")).faults()[..] else {
        panic!("one fault");
    };
    assert_eq!(fault.asked, Asked::Marks);
    assert!(
        (fault.nearest.lch().hue - colour("#ffcc00").lch().hue).abs() < 0.1,
        "still that yellow: {}",
        fault.nearest
    );
    let grey = company(Some("#999999"), Some("#000000"), Some("#000000")).faults();
    assert_eq!(
        grey.iter().map(|fault| fault.asked).collect::<Vec<_>>(),
        [Asked::Ground]
    );
    assert!(grey[0].nearest.contrast(Colour::BLACK) >= 12.0);
}

#[test]
fn every_tone_is_a_token_of_the_pages() {
    let (tokens, _) = include_str!("../../../../../ui/src/design/tokens.css")
        .split_once("[data-theme")
        .expect("two themes");
    let tones = serde_json::to_value(company(None, None, Some("#0a5c9e")).tones()).expect("it is JSON");
    let tones = tones.as_object().expect("tones by name");
    assert_eq!(tones.len(), 22);
    for name in tones.keys() {
        assert!(tokens.contains(&format!("  --{}: #", name.replace('_', "-"))), "{name}");
    }
}
