use super::*;

/// What twitter-text counts (its conformance suite has cases of each kind; these are our own).
#[test]
fn a_tweet_is_as_long_as_twitter_says() {
    let cases: &[(&str, u32)] = &[
        ("", 0),
        ("Bonjour à tous.", 15),
        ("œuvre, cœur, Ærø", 16),
        ("« Déjà ! »", 10),
        ("l’été — enfin… “oui”", 21),
        ("Οδυσσέας", 8),
        ("Привет", 6),
        ("日本語", 6),
        ("한국", 4),
        ("𐀀", 2),
        ("🐦", 2),
        ("☺", 2),
        ("☺️", 2),
        ("©", 1),
        ("©️", 2),
        ("1️⃣", 2),
        ("👨‍👩‍👧‍👦", 2),
        ("👍🏽", 2),
        ("🇫🇷", 2),
        ("🇫🇷🇬🇧", 4),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2),
        ("🐦🐦🐦", 6),
        ("http://exemple.fr", 23),
        ("https://exemple.fr/une/page?q=1&r=2#fin", 23),
        ("exemple.com", 23),
        (
            "Lire https://a.fr et https://b.fr/x et c.com.",
            5 + 23 + 4 + 23 + 4 + 23 + 1,
        ),
        ("(voir https://fr.wikipedia.org/wiki/Merle_(oiseau))", 6 + 23 + 1),
        ("@Louvre #Nuit https://t.co/abc", 8 + 6 + 23),
    ];
    for (text, length) in cases {
        assert_eq!(weight(text), *length, "{text}");
    }
    assert_eq!(weight(&"a".repeat(280)), MOST);
    assert_eq!(weight(&"の".repeat(140)), MOST);
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

/// The phone has a twin of this (ui/src/phone/kinds/tweet): both must print alike.
#[test]
fn a_confidential_word_has_one_print_however_it_is_written() {
    assert_eq!(print("Projet Phénix"), print("projets-phenix"));
    assert_eq!(print("Projet Phénix"), 25891363);
    assert_eq!(print("œuvre"), 2793320979);
    assert_ne!(print("licence"), print("licenciement"));
}
