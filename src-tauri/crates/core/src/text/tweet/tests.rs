use super::*;

/// What the phone's twin of these rules is held to as well. The weights are those that twitter-text gives (its conformance suite
/// has cases of each kind; these are our own).
const CASES: &str = include_str!("../../../../../../ui/src/phone/kinds/tweet/cases.json");

#[derive(serde::Deserialize)]
struct Cases {
    weights: Vec<(String, u32)>,
    parts: Vec<(String, usize, usize, usize)>,
    prints: std::collections::BTreeMap<String, u32>,
    remarks: Vec<(Charter, String, Vec<Remark>)>,
}

fn cases() -> Cases {
    serde_json::from_str(CASES).unwrap()
}

#[test]
fn a_tweet_is_as_long_as_twitter_says() {
    for (text, length) in cases().weights {
        assert_eq!(weight(&text), length, "{text}");
    }
    assert_eq!(weight(&"a".repeat(280)), MOST);
    assert_eq!(weight(&"の".repeat(140)), MOST);
}

#[test]
fn as_much_is_found_as_on_the_phone() {
    for (text, mentions, hashtags, links) in cases().parts {
        let count = |kind| parts(&text).iter().filter(|part| part.kind == kind).count();
        let found = [PartKind::Mention, PartKind::Hashtag, PartKind::Link].map(count);
        assert_eq!(found, [mentions, hashtags, links], "{text}");
    }
}

#[test]
fn as_much_is_said_as_on_the_phone() {
    // The talk's word is named here, what was typed there: the phone does not know the talk's.
    let nameless = |remark: Remark| match remark {
        Remark::Confidential { .. } => Remark::Confidential { word: String::new() },
        other => other,
    };
    for (charter, text, said) in cases().remarks {
        let remarks: Vec<Remark> = charter.remarks(&text).into_iter().map(nameless).collect();
        let said: Vec<Remark> = said.into_iter().map(nameless).collect();
        assert_eq!(remarks, said, "{text}");
    }
    for (words, number) in cases().prints {
        assert_eq!(print(&words), number, "{words}");
    }
}

fn found(text: &str) -> Vec<(PartKind, &str)> {
    parts(text)
        .into_iter()
        .map(|part| (part.kind, &text[part.range]))
        .collect()
}

#[test]
fn mentions_hashtags_and_links_are_found() {
    use PartKind::{Hashtag, Link, Mention};
    assert_eq!(
        found("Merci @Louvre, #NuitDesMusées ! exemple.org/nuit"),
        [
            (Mention, "@Louvre"),
            (Hashtag, "#NuitDesMusées"),
            (Link, "exemple.org/nuit")
        ]
    );
    assert_eq!(found(".@a_b1 (#été2024)"), [(Mention, "@a_b1"), (Hashtag, "#été2024")]);
    assert_eq!(
        found("https://exemple.fr/@moi#ici."),
        [(Link, "https://exemple.fr/@moi#ici")]
    );
    assert_eq!(found("HTTPS://WWW.EXEMPLE.FR !"), [(Link, "HTTPS://WWW.EXEMPLE.FR")]);
}

#[test]
fn what_only_looks_like_one_is_none() {
    for text in [
        "#2024",
        "# seul",
        "@ midi",
        "jean@exemple.fr",
        "C#",
        "a#b",
        "@é",
        "@un_nom_qui_est_beaucoup_trop_long",
        "etc.",
        "fin.Début",
        "3.5",
        "ftp://exemple",
        "http://",
        "https://-a.fr",
        "#a#b",
    ] {
        assert!(found(text).is_empty(), "{text}: {:?}", found(text));
    }
}

#[test]
fn the_default_charter_asks_for_a_tweet_that_does_not_shout() {
    let charter = Charter::default();
    assert_eq!(charter.remarks("Belle visite au musée"), []);
    assert_eq!(charter.remarks(&"a ".repeat(145)), [Remark::TooLong { by: 10 }]);
    assert_eq!(charter.remarks("VENEZ TOUS nous voir"), []);
    assert_eq!(charter.remarks("VENEZ TOUS VITE ici"), [Remark::Shouting]);
    assert_eq!(charter.remarks("OK VU"), [], "too few letters to be a shout");
    assert_eq!(
        charter.remarks("bravo à la #RATP et @SNCF"),
        [],
        "names are written as they are"
    );
}

#[test]
fn a_charter_says_what_is_missing() {
    let charter = Charter {
        least_hashtags: 1,
        most_hashtags: Some(2),
        mention: Demand::Required,
        link: Demand::Required,
        confidential: Vec::new(),
    };
    assert_eq!(
        charter.remarks("Belle visite"),
        [Remark::NoMention, Remark::FewHashtags { least: 1 }, Remark::NoLink]
    );
    assert_eq!(
        charter.remarks("#a #b #c @d exemple.fr"),
        [Remark::ManyHashtags { most: 2 }]
    );
    assert_eq!(charter.remarks("#a @d exemple.fr"), []);
}

#[test]
fn a_charter_says_what_must_not_be() {
    let charter = Charter {
        mention: Demand::Forbidden,
        link: Demand::Forbidden,
        ..Charter::default()
    };
    assert_eq!(
        charter.remarks("@moi https://exemple.fr"),
        [Remark::Mention, Remark::Link]
    );
}

#[test]
fn a_confidential_word_is_found_however_it_is_written() {
    let charter = Charter {
        confidential: vec!["Projet Phénix".to_owned(), "licenciement".to_owned()],
        ..Charter::default()
    };
    let leaks = |text: &str| charter.remarks(text).len();
    for text in [
        "le projet phenix arrive",
        "Projets PHÉNIX",
        "#ProjetPhénix",
        "projet-phénix",
        "des licenciements",
    ] {
        assert_eq!(leaks(text), 1, "{text}");
    }
    for text in ["le phénix renaît de ce projet", "un projet", "licence"] {
        assert_eq!(leaks(text), 0, "{text}");
    }
    assert_eq!(
        charter.remarks("Licenciement !"),
        [Remark::Confidential {
            word: "licenciement".to_owned()
        }]
    );
}

#[test]
fn a_confidential_word_has_one_print_however_it_is_written() {
    assert_eq!(print("Projet Phénix"), print("projets-phenix"));
    assert_ne!(print("licence"), print("licenciement"));
}
