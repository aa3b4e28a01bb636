use super::key;

/// Each line is one word in several spellings.
const SAME: &[&[&str]] = &[
    &[
        "Veille",
        "veille",
        "VEILLE",
        "#veille",
        "« veille »",
        "veille !",
        "Veilles",
    ],
    &["réseau social", "Réseaux sociaux", "réseau-social", "RESEAUX-SOCIAUX"],
    &["écoute", "Écoutes", "ecoute", "E\u{301}coute"],
    &["l’information", "l'information", "L’informations"],
    &["cœur", "coeur", "Cœurs"],
    &["journal", "journaux"],
    &["travail", "travaux"],
    &["tuyau", "tuyaux"],
    &["enjeu", "enjeux"],
    &["bijou", "bijoux"],
    &["ami", "amis"],
    &["défi", "défis"],
    &["company", "companies", "Company"],
    &["story", "stories"],
    &["partie", "parties"],
    &["box", "boxes"],
    &["taxe", "taxes"],
    &["adresse", "adresses"],
    &["recherche", "recherches"],
    &["coach", "coaches", "coachs"],
    &["boss", "bosses"],
    &["hashtag", "#hashtags"],
    &["bien-être", "bien être", "bien‑être", "Bien – être"],
    &["Straße", "STRASSE"],
    &["👍", "👍🏽", "👍🏿"],
    &["❤️", "❤"],
    &["ﬁn", "fin"],
];

/// Each line is two words that must stay two.
const APART: &[(&str, &str)] = &[
    ("cours", "cour"),
    ("temps", "temp"),
    ("fois", "foi"),
    ("mois", "moi"),
    ("mais", "mai"),
    ("news", "new"),
    ("fils", "fil"),
    ("Paris", "pari"),
    ("pays", "pay"),
    ("bus", "bu"),
    ("web 2", "web 3"),
    ("2023", "2024"),
    ("C++", "C"),
    ("C#", "C"),
    ("😀", "😢"),
    ("chat", "chaton"),
    ("?", "!"),
    ("👩‍🚀", "👩‍🔬"),
];

#[test]
fn spellings_of_one_word_have_one_key() {
    for spellings in SAME {
        let keys: Vec<String> = spellings.iter().map(|word| key(word)).collect();
        assert!(keys.iter().all(|key| *key == keys[0]), "{spellings:?} became {keys:?}");
    }
}

#[test]
fn two_words_have_two_keys() {
    for (one, other) in APART {
        assert_ne!(key(one), key(other), "{one} and {other}");
    }
}

#[test]
fn every_word_has_a_key() {
    for word in ["?", "!!!", "…", "-", "#", "👍", "s", "x"] {
        assert!(!key(word).is_empty(), "{word}");
    }
}
