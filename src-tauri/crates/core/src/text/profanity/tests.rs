use super::profanities;

fn found(text: &str) -> Vec<&str> {
    profanities(text).into_iter().map(|range| &text[range]).collect()
}

#[test]
fn plain_words_are_found_in_both_languages() {
    assert_eq!(found("Quel con, ce connard !"), ["con", "connard"]);
    assert_eq!(found("ENCULÉ de bâtards"), ["ENCULÉ", "bâtards"]);
    assert_eq!(found("t’es conne, putain"), ["conne", "putain"]);
    assert_eq!(found("What the fuck, assholes"), ["fuck", "assholes"]);
    assert_eq!(found("Ta gueule"), ["Ta gueule"]);
    assert_eq!(found("un casse-couilles"), ["couilles"]);
}

#[test]
fn innocent_words_pass() {
    let innocent = [
        "concours conseil connexion connaître contenu Concarneau conclure second balcon",
        "cultiver culture culte calcul recul Culloden particule circuler ridicule",
        "saucisson analyse canal assistant assistance assez passe classe massage embrasser Bruxelles",
        "Scunthorpe Sussex Essex Middlesex Penistone cocktail cockpit hancock peacock shitake",
        "dispute député réputation computer imputer putois",
        "arbitre habiter cohabite orbite débite",
        "merle commerce mercredi merdre",
        "en retard, mon gros chat boule de poil plume pipe moule panier melon",
        "as tu as a as-tu a-t-on y a-t-il qu’on c’on d’on",
        "chili con carne, cul-de-sac, les pros and cons",
        "bitte schön, coon, bonne, passe, tasse",
        "A55, 455, 5050, 1999, B2B, 3D, H2O, MP3, Web3, COVID-19",
        "M. C. O. Dupont, S.N.C.F., U.S.A.",
        "https://www.example.com/as/s?x=1",
        "titre, tweet, Twitter, hashtag, retweet, gazouillis, mésange",
    ];
    for text in innocent {
        assert!(found(text).is_empty(), "{text}: {:?}", found(text));
    }
}

#[test]
fn simple_disguises_do_not_help() {
    let disguises = [
        "c0n",
        "c.o.n",
        "c o n",
        "C-O-N",
        "conn4rd",
        "connnnard",
        "merdeeee",
        "m*rde",
        "m.e.r.d.e",
        "mer.de",
        "p u t e",
        "p_u_t_e",
        "put3s",
        "pu7e",
        "sa1ope",
        "b1te",
        "f*ck",
        "sh!t",
        "a$$hole",
        "@sshole",
        "fuuuuuck",
        "F.U.C.K",
        "enc*lé",
        "CONNNARDSSS",
        "ﬁon",
        "ｃｏｎ",
    ];
    for disguise in disguises {
        assert!(!found(disguise).is_empty(), "{disguise}");
        assert!(
            !found(&format!("Oui, « {disguise} », bon.")).is_empty(),
            "{disguise} in a sentence"
        );
    }
}

#[test]
fn the_place_is_told() {
    assert_eq!(found("Ah… (c0nn4rd) !"), ["c0nn4rd"]);
    assert_eq!(found("oui p u t e non"), ["p u t e"]);
    assert_eq!(found("con con"), ["con", "con"]);
}

#[test]
fn the_lists_are_long_and_in_plain_letters() {
    for list in [
        include_str!("../data/profanity.fr.txt"),
        include_str!("../data/profanity.en.txt"),
    ] {
        let entries: Vec<&str> = list.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(entries.len() > 250, "{}", entries.len());
        for entry in entries {
            let plain = entry
                .chars()
                .all(|letter| matches!(letter, 'a'..='z' | '0'..='9' | ' '));
            assert!(plain && !entry.is_empty(), "{entry:?}");
        }
        assert!(list.contains("MIT licence"), "its licence is stated");
    }
}
