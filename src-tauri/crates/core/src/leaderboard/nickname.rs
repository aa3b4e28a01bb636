//! Names for people whose names nobody asks: a bird and how it is, such as *Mésange pressée*.

use crate::deck::Language;

/// A nickname by its number: which bird, which adjective, and which lap once all pairs are given away. The log keeps the number,
/// and only as long as the session runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Nickname(pub u32);

/// How many nicknames there are before one needs a number behind it.
pub const NICKNAMES: u32 = (BIRDS.len() * ADJECTIVES.len()) as u32;

impl Nickname {
    /// The words, in the language of the talk.
    #[must_use]
    pub fn words(self, language: Language) -> String {
        let (lap, number) = (self.0 / NICKNAMES, (self.0 % NICKNAMES) as usize);
        let (bird, adjective) = (
            &BIRDS[number / ADJECTIVES.len()],
            &ADJECTIVES[number % ADJECTIVES.len()],
        );
        let words = match (language, bird.gender) {
            (Language::Fr, Gender::Masculine) => format!("{} {}", bird.french, adjective.masculine),
            (Language::Fr, Gender::Feminine) => format!("{} {}", bird.french, adjective.feminine),
            (Language::En, _) => format!("{} {}", adjective.english, bird.english),
        };
        if lap == 0 {
            words
        } else {
            format!("{words} {}", lap + 1)
        }
    }
}

#[derive(Clone, Copy)]
enum Gender {
    Masculine,
    Feminine,
}

struct Bird {
    french: &'static str,
    gender: Gender,
    english: &'static str,
}

const fn m(french: &'static str, english: &'static str) -> Bird {
    Bird {
        french,
        gender: Gender::Masculine,
        english,
    }
}

const fn f(french: &'static str, english: &'static str) -> Bird {
    Bird {
        french,
        gender: Gender::Feminine,
        english,
    }
}

struct Adjective {
    masculine: &'static str,
    feminine: &'static str,
    english: &'static str,
}

const fn a(masculine: &'static str, feminine: &'static str, english: &'static str) -> Adjective {
    Adjective {
        masculine,
        feminine,
        english,
    }
}

/// Birds whose names make fun of nobody: no *linotte*, no *buse*, no *dodo*.
static BIRDS: [Bird; 40] = [
    f("Mésange", "chickadee"),
    m("Rouge-gorge", "robin"),
    m("Merle", "blackbird"),
    m("Moineau", "sparrow"),
    m("Pinson", "chaffinch"),
    f("Hirondelle", "swallow"),
    f("Alouette", "skylark"),
    m("Rossignol", "nightingale"),
    f("Fauvette", "warbler"),
    f("Grive", "thrush"),
    m("Loriot", "oriole"),
    f("Bergeronnette", "wagtail"),
    f("Huppe", "hoopoe"),
    m("Geai", "jay"),
    f("Chouette", "owl"),
    f("Cigogne", "stork"),
    m("Héron", "heron"),
    f("Aigrette", "egret"),
    m("Flamant", "flamingo"),
    m("Pélican", "pelican"),
    m("Cygne", "swan"),
    f("Sarcelle", "teal"),
    m("Macareux", "puffin"),
    f("Mouette", "gull"),
    f("Sterne", "tern"),
    m("Albatros", "albatross"),
    m("Faucon", "falcon"),
    m("Milan", "kite"),
    m("Aigle", "eagle"),
    m("Pivert", "woodpecker"),
    m("Martin-pêcheur", "kingfisher"),
    m("Colibri", "hummingbird"),
    f("Perruche", "parakeet"),
    m("Toucan", "toucan"),
    f("Perdrix", "partridge"),
    m("Bouvreuil", "bullfinch"),
    m("Chardonneret", "goldfinch"),
    m("Roitelet", "goldcrest"),
    f("Sittelle", "nuthatch"),
    f("Tourterelle", "dove"),
];

/// Ways to be that anybody would like to be called, and none that is a profile of a talk.
static ADJECTIVES: [Adjective; 40] = [
    a("pressé", "pressée", "Hasty"),
    a("rapide", "rapide", "Nimble"),
    a("malin", "maligne", "Clever"),
    a("joyeux", "joyeuse", "Merry"),
    a("vif", "vive", "Lively"),
    a("discret", "discrète", "Discreet"),
    a("patient", "patiente", "Patient"),
    a("agile", "agile", "Agile"),
    a("rêveur", "rêveuse", "Dreamy"),
    a("bavard", "bavarde", "Chatty"),
    a("lumineux", "lumineuse", "Radiant"),
    a("matinal", "matinale", "Early"),
    a("doré", "dorée", "Golden"),
    a("argenté", "argentée", "Silvery"),
    a("bleu", "bleue", "Blue"),
    a("écarlate", "écarlate", "Scarlet"),
    a("voyageur", "voyageuse", "Roving"),
    a("chanteur", "chanteuse", "Singing"),
    a("audacieux", "audacieuse", "Daring"),
    a("paisible", "paisible", "Peaceful"),
    a("subtil", "subtile", "Subtle"),
    a("rusé", "rusée", "Wily"),
    a("espiègle", "espiègle", "Playful"),
    a("futé", "futée", "Sharp"),
    a("élégant", "élégante", "Elegant"),
    a("intrépide", "intrépide", "Fearless"),
    a("serein", "sereine", "Serene"),
    a("pétillant", "pétillante", "Sparkling"),
    a("habile", "habile", "Skilful"),
    a("sage", "sage", "Wise"),
    a("fier", "fière", "Proud"),
    a("tenace", "tenace", "Tenacious"),
    a("léger", "légère", "Airy"),
    a("malicieux", "malicieuse", "Mischievous"),
    a("attentif", "attentive", "Attentive"),
    a("alerte", "alerte", "Alert"),
    a("zélé", "zélée", "Keen"),
    a("boréal", "boréale", "Northern"),
    a("étoilé", "étoilée", "Starry"),
    a("astucieux", "astucieuse", "Ingenious"),
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn there_are_enough_of_them_and_no_two_read_alike() {
        const { assert!(NICKNAMES >= 400) };
        for language in [Language::Fr, Language::En] {
            let all: HashSet<String> = (0..2 * NICKNAMES)
                .map(|number| Nickname(number).words(language))
                .collect();
            assert_eq!(all.len(), 2 * NICKNAMES as usize, "{language:?}");
        }
    }

    #[test]
    fn the_adjective_agrees_with_its_bird() {
        let french: HashSet<String> = (0..NICKNAMES)
            .map(|number| Nickname(number).words(Language::Fr))
            .collect();
        for right in [
            "Mésange pressée",
            "Merle pressé",
            "Chouette discrète",
            "Hirondelle vive",
            "Cygne fier",
        ] {
            assert!(french.contains(right), "{right}");
        }
        for wrong in ["Mésange pressé", "Merle pressée", "Grive bleu", "Toucan légère"] {
            assert!(!french.contains(wrong), "{wrong}");
        }
    }

    #[test]
    fn a_feminine_form_is_made_as_french_makes_it() {
        for adjective in &ADJECTIVES {
            let (masculine, feminine) = (adjective.masculine, adjective.feminine);
            let ending = |from: &str, to: &str| {
                masculine
                    .strip_suffix(from)
                    .zip(feminine.strip_suffix(to))
                    .is_some_and(|(one, other)| one == other)
            };
            let made = [
                ("", "e"),
                ("e", "e"),
                ("eux", "euse"),
                ("eur", "euse"),
                ("if", "ive"),
                ("et", "ète"),
                ("er", "ère"),
                ("in", "igne"),
            ];
            assert!(
                made.iter().any(|(from, to)| ending(from, to)),
                "{masculine} / {feminine}"
            );
        }
    }
}
