use gazouillis_core::deck::Language;
use gazouillis_deck::{DiagnosticCode as Code, Severity, parse};

use crate::check_talks;

#[test]
fn mistakes_of_a_look() {
    check_talks(&[
        (
            "a theme in French",
            "---\ntitle: T\nlang: fr\ntheme: ▶sombre\n---\n# A\n",
            Code::UnknownWord,
            Some("dark"),
        ),
        (
            "the key of the colours in French",
            "---\ntitle: T\nlang: fr\n▶couleurs: {}\n---\n# A\n",
            Code::UnknownKey,
            Some("colors"),
        ),
        (
            "a colour alone",
            "---\ntitle: T\nlang: fr\ncolors: ▶\"#0a5c9e\"\n---\n# A\n",
            Code::ExpectedMapping,
            None,
        ),
        (
            "a colour that has another name",
            "---\ntitle: T\nlang: fr\ncolors: { ▶encre: \"#000000\" }\n---\n# A\n",
            Code::UnknownKey,
            Some("ink"),
        ),
        (
            "a short colour",
            "---\ntitle: T\nlang: fr\ncolors: { accent: ▶\"#05c\" }\n---\n# A\n",
            Code::ExpectedColour,
            Some("\"#0055cc\""),
        ),
        (
            "digits alone",
            "---\ntitle: T\nlang: fr\ncolors:\n  accent: ▶0a5c9e\n---\n# A\n",
            Code::ExpectedColour,
            Some("\"#0a5c9e\""),
        ),
        (
            "a colour by name",
            "---\ntitle: T\nlang: fr\ncolors: { accent: ▶red }\n---\n# A\n",
            Code::ExpectedColour,
            None,
        ),
        (
            "an ink that nobody can read",
            "---\ntitle: T\nlang: fr\ncolors: { paper: \"#ffffff\", ink: ▶\"#888888\" }\n---\n# A\n",
            Code::ContrastUnreadable,
            None,
        ),
        (
            "a logo from outside",
            "---\ntitle: T\nlang: fr\nlogo: ▶https://example.com/logo.svg\nlogo_alt: L\n---\n# A\n",
            Code::PictureAddress,
            None,
        ),
        (
            "words for a logo that is not there",
            "---\ntitle: T\nlang: fr\n▶logo_alt: L\n---\n# A\n",
            Code::MisplacedKey,
            None,
        ),
    ]);
}

fn warnings(head: &str) -> Vec<(usize, usize, Code, String)> {
    let parsed = parse(&format!("---\ntitle: T\nlang: fr\n{head}\n---\n# A\n"));
    assert!(parsed.deck().is_some(), "{:#?}", parsed.diagnostics());
    let told = parsed.diagnostics().iter().map(|found| {
        assert_eq!(found.severity, Severity::Warning);
        (found.line, found.column, found.code, found.message(Language::Fr))
    });
    told.collect()
}

#[test]
fn colours_that_a_room_reads_with_pain_are_told_with_the_ratio_and_the_nearest_that_does() {
    let [(line, column, code, message)] =
        &warnings("colors: { paper: \"#ffffff\", ink: \"#666666\", accent: \"#0a5c9e\" }")[..]
    else {
        panic!("one warning");
    };
    assert_eq!((*line, *column, *code), (4, 34, Code::ContrastWeak));
    for words in ["#666666 / #ffffff = 5,74:1", "7:1", "#595959"] {
        assert!(message.contains(words), "{words}: {message}");
    }
    assert_eq!(
        warnings("colors: { paper: \"#ffffff\", accent: \"#ffcc00\" }")[0].2,
        Code::AccentFaint
    );
    assert_eq!(
        warnings("colors: { paper: \"#999999\", ink: \"#000000\", accent: \"#000000\" }")[0].2,
        Code::PaperBetween
    );
    assert_eq!(
        warnings("colors: { accent: \"#0a5c9e\" }\ntheme: dark").len(),
        1,
        "a dark blue on the dark theme"
    );
    assert_eq!(warnings("logo: logo.svg")[0].2, Code::MissingAlt);
}
