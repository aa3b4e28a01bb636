use super::{PointerKind as Kind, pointers};

fn found(text: &str) -> Vec<(Kind, &str)> {
    pointers(text)
        .into_iter()
        .map(|pointer| (pointer.kind, &text[pointer.range]))
        .collect()
}

#[test]
fn telephone_numbers_are_found_however_they_are_written() {
    let phones = [
        "06 12 34 56 78",
        "0612345678",
        "06.12.34.56.78",
        "06-12-34-56-78",
        "+33 6 12 34 56 78",
        "+33 (0)6 12 34 56 78",
        "0033612345678",
        "01 23 45 67 89",
        "+44 20 7946 0958",
        "+1 (555) 123-4567",
        "(555) 123-4567",
        "555-123-4567",
        "06\u{A0}12\u{A0}34\u{A0}56\u{A0}78",
    ];
    for phone in phones {
        let text = format!("Appelez-moi au {phone}, merci.");
        let found = found(&text);
        assert_eq!(found.len(), 1, "{phone}: {found:?}");
        assert_eq!(found[0].0, Kind::Phone, "{phone}");
        assert!(phone.ends_with(found[0].1), "{phone}: {:?}", found[0].1);
    }
}

#[test]
fn numbers_that_count_something_pass() {
    let innocent = [
        "280 caractères",
        "en 2023-2024",
        "le 12/05/2024 à 14h30",
        "10 000 000 000 de tweets",
        "1 234 567 890 123",
        "12, 13, 14",
        "3,14159265",
        "1 2 3 4 5 6 7 8 9 10 11",
        "de 1999 2003 2010 2024",
        "7,50 €",
        "24/7",
        "01/02/2024",
        "100 % en 48 h",
        "v1.2.3",
    ];
    for text in innocent {
        assert!(found(text).is_empty(), "{text}: {:?}", found(text));
    }
}

#[test]
fn long_numbers_are_found() {
    assert_eq!(
        found("carte 4970 1012 3456 7890"),
        [(Kind::LongNumber, "4970 1012 3456 7890")]
    );
    assert_eq!(
        found("sécu 1 85 05 78 006 084 36"),
        [(Kind::LongNumber, "1 85 05 78 006 084 36")]
    );
    assert_eq!(found("dossier 123456789"), [(Kind::LongNumber, "123456789")]);
}

#[test]
fn bank_accounts_are_found() {
    let iban = "FR76 3000 6000 0112 3456 7890 189";
    assert_eq!(found(&format!("Mon RIB : {iban}.")), [(Kind::Iban, iban)]);
    assert_eq!(
        found("DE89370400440532013000"),
        [(Kind::Iban, "DE89370400440532013000")]
    );
    assert!(found("FR76 NOUS SOMMES TOUS DES OISEAUX").is_empty());
}

#[test]
fn addresses_and_accounts_are_found() {
    assert_eq!(
        found("écrivez à jean.dupont+x@exemple.fr."),
        [(Kind::Email, "jean.dupont+x@exemple.fr")]
    );
    assert_eq!(found("merci @MuseeLouvre !"), [(Kind::Handle, "@MuseeLouvre")]);
    assert!(found("@ midi, 3 @ 2 €").is_empty());
}

#[test]
fn names_after_a_title_are_found() {
    assert_eq!(found("C’est M. Dupont."), [(Kind::Name, "M. Dupont")]);
    assert_eq!(
        found("Demandez à Mme de La Fontaine ou à Madame Jeanne Le Goff"),
        [
            (Kind::Name, "Mme de La Fontaine"),
            (Kind::Name, "Madame Jeanne Le Goff")
        ]
    );
    assert_eq!(
        found("merci monsieur Durand-Dubois, bravo"),
        [(Kind::Name, "monsieur Durand-Dubois")]
    );
    assert_eq!(
        found("ask Ms Smith or Dr. O’Neil"),
        [(Kind::Name, "Ms Smith"), (Kind::Name, "Dr. O’Neil")]
    );
}

#[test]
fn titles_without_a_name_pass() {
    for text in [
        "Madame la directrice",
        "Bonjour madame, bonjour",
        "M. le maire",
        "5 m. Après",
        "Monsieur. Oui",
        "un dr de plus",
        "miss you",
    ] {
        assert!(found(text).is_empty(), "{text}: {:?}", found(text));
    }
}

#[test]
fn what_is_found_is_in_order_and_apart() {
    let text = "Mme Petit, 06 12 34 56 78, a@b.fr, @petit, FR7630006000011234567890189";
    let kinds: Vec<Kind> = found(text).into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds, [Kind::Name, Kind::Phone, Kind::Email, Kind::Handle, Kind::Iban]);
}
