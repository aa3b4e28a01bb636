//! Figures: each is compared with the summary's JSON, and not with what this crate makes of it.

use gazouillis_core::Summary;
use gazouillis_core::deck::Language;
use serde_json::Value;

use crate::reading::{Row, json, number, table, tables, words};
use crate::rooms::{Room, placing};

fn rooms() -> Vec<Summary> {
    vec![
        Room::of(8).summary(),
        Room::of(30).summary(),
        Room::of(300).summary().for_company(900).expect("a company of 900"),
        Room::of(46).in_english().summary(),
    ]
}

fn each<'v>(value: &'v Value, field: &str) -> impl Iterator<Item = &'v Value> {
    value[field].as_array().into_iter().flatten()
}

/// A whole percentage as a share.
fn share(percent: &Value) -> Option<f64> {
    percent.as_u64().map(|percent| percent as f64 / 100.0)
}

fn column(row: &Row, french: &str, english: &str) -> Option<f64> {
    let cell = row.get(french).or_else(|| row.get(english));
    number(cell.unwrap_or_else(|| panic!("no column {french} or {english} in {row:?}")))
}

#[test]
fn profiles_have_the_summarys_counts_shares_references_and_intervals() {
    let mut seen = 0;
    for summary in rooms() {
        let told = json(&summary);
        let Some(profiles) = told["breakdown"]["profiles"].as_array() else {
            continue;
        };
        let rows = table(&summary, "Gazouillis_profiles");
        assert_eq!(rows.len(), profiles.len());
        for (row, profile) in rows.iter().zip(profiles) {
            assert_eq!(
                row.get("Profil").or(row.get("Profile")).map(words),
                profile["name"].as_str()
            );
            assert_eq!(column(row, "Personnes", "People"), profile["count"].as_f64());
            assert_eq!(column(row, "Part", "Share"), share(&profile["percent"]));
            assert_eq!(column(row, "Référence", "Reference"), profile["reference"].as_f64());
            let bounds = [
                ("Entreprise\u{a0}: de", "Company: from", "low"),
                ("Entreprise\u{a0}: à", "Company: to", "high"),
            ];
            for (french, english, field) in bounds {
                let has_column = row.contains_key(french) || row.contains_key(english);
                assert_eq!(has_column, profile[field].is_number(), "{field} of {profile}");
                if has_column {
                    assert_eq!(column(row, french, english), profile[field].as_f64());
                    seen += 1;
                }
            }
        }
        let whole: f64 = rows.iter().filter_map(|row| column(row, "Part", "Share")).sum();
        assert!((whole - 1.0).abs() < 1e-9, "shares add up to everybody: {whole}");
    }
    assert_eq!(seen, 14, "one room is of a company of known size");
}

#[test]
fn what_hides_behind_a_profile_has_its_rows() {
    let summary = Room::of(300).summary();
    let masked = &json(&summary)["breakdown"]["masked"];
    let rows = table(&summary, "Gazouillis_masked");
    let parts: Vec<&Value> = each(masked, "profiles")
        .chain([&masked["simply"], &masked["untold"]])
        .filter(|part| part.is_object())
        .collect();
    assert!(parts.len() > 1 && rows.len() == parts.len(), "{masked}");
    for (row, part) in rows.iter().zip(parts) {
        assert_eq!(column(row, "Personnes", ""), part["count"].as_f64());
        assert_eq!(column(row, "Part", ""), share(&part["percent"]));
    }
}

#[test]
fn every_line_of_every_choice_is_in_the_table_of_answers() {
    for summary in rooms().into_iter().chain([Room::of(3).summary()]) {
        let told = json(&summary);
        let rows = table(&summary, "Gazouillis_answers");
        let mut rows = rows.iter();
        for (place, poll) in each(&told, "polls").enumerate() {
            let bars = poll["figures"]["choice"]["bars"]
                .as_array()
                .or(poll["figures"]["bars"].as_array())
                .unwrap_or_else(|| panic!("no bars in {}", poll["figures"]));
            for bar in bars {
                let row = rows.next().expect("a row");
                assert_eq!(column(row, "N°", "No."), Some(place as f64 + 1.0));
                let id = row.get("Identifiant").or(row.get("Id")).map(words);
                assert_eq!(id, poll["id"].as_str());
                let option = row.get("Id réponse").or(row.get("Answer id")).map(words);
                assert_eq!(option, bar["id"].as_str());
                let ask = &row["Question"];
                assert_eq!(words(ask), poll["ask"].as_str().expect("a question"));
                assert_eq!(column(row, "Effectif", "Count"), bar["count"].as_f64());
                assert_eq!(column(row, "Sur", "Out of"), poll["ballots"].as_f64());
                assert_eq!(column(row, "Part", "Share"), share(&bar["percent"]));
            }
        }
        assert!(rows.next().is_none(), "and nothing else");
    }
}

#[test]
fn scales_planes_and_numbers_have_their_lines_and_means() {
    let summary = Room::of(30).on(placing(Language::Fr)).summary();
    let told = json(&summary);
    let rows = table(&summary, "Gazouillis_answers");
    let of = |poll: &str, line: &str| {
        let mut rows = rows.iter();
        let found = rows.find(|row| words(&row["Identifiant"]) == poll && words(&row["Id réponse"]) == line);
        found.unwrap_or_else(|| panic!("no line {line} of {poll}"))
    };
    let polls: Vec<&Value> = each(&told, "polls").collect();
    let scale = &polls[0]["figures"];
    let statements = scale["scale"]["statements"]
        .as_array()
        .or(scale["statements"].as_array());
    for (place, statement) in statements.expect("statements").iter().enumerate() {
        let id = |line: &str| format!("s{}/{line}", place + 1);
        for (value, count) in each(statement, "counts").enumerate() {
            let row = of("avis", &id(&(value + 1).to_string()));
            assert_eq!(number(&row["Effectif"]), count.as_f64());
            assert_eq!(number(&row["Part"]), share(&statement["percents"][value]));
        }
        let mean = statement["mean"].as_f64().expect("a mean");
        let row = of("avis", &id("mean"));
        let told = number(&row["Valeur"]).expect("the mean is a number");
        assert!((told - mean).abs() <= 0.05 + 1e-9, "{told} is not {mean}");
        assert_eq!(number(&row["Effectif"]), None, "a mean is nobody's count");
    }
    let bins = polls[4]["figures"]["number"]["bins"]
        .as_array()
        .or(polls[4]["figures"]["bins"].as_array());
    for (place, bin) in bins.expect("bins").iter().enumerate() {
        let row = of("debit", &(place + 1).to_string());
        assert_eq!(number(&row["Effectif"]), bin["count"].as_f64());
    }
}

#[test]
fn changes_have_the_summarys_counts_and_shares_before_and_after() {
    let mut seen = 0;
    for summary in rooms() {
        let told = json(&summary);
        for (place, change) in each(&told, "changes").enumerate() {
            let Some(options) = change["options"].as_array() else {
                continue;
            };
            let rows = table(&summary, &format!("Gazouillis_change_{}", place + 1));
            assert_eq!(rows.len(), options.len());
            for (row, option) in rows.iter().zip(options) {
                assert_eq!(
                    row.get("Réponse").or(row.get("Answer")).map(words),
                    option["text"].as_str()
                );
                assert_eq!(
                    column(row, "Personnes avant", "People before"),
                    option["before"].as_f64()
                );
                assert_eq!(column(row, "Personnes après", "People after"), option["after"].as_f64());
                assert_eq!(
                    column(row, "Part avant", "Share before"),
                    share(&option["before_percent"])
                );
                assert_eq!(
                    column(row, "Part après", "Share after"),
                    share(&option["after_percent"])
                );
                seen += 1;
            }
        }
    }
    assert!(seen >= 12, "{seen}");
}

#[test]
fn what_too_few_stand_behind_is_in_no_cell_and_no_table() {
    let small = Room::of(3).summary();
    assert!(
        small
            .breakdown
            .as_ref()
            .expect("a talk with profiles")
            .profiles
            .is_none()
    );
    let names = tables(&small);
    for absent in [
        "Gazouillis_profiles",
        "Gazouillis_masked",
        "Gazouillis_actions",
        "Gazouillis_change_1",
    ] {
        assert!(!names.contains(&absent.to_owned()), "{absent} in {names:?}");
    }
    let profiles: Vec<String> = crate::rooms::talk(Language::Fr)
        .typology
        .profiles
        .into_iter()
        .map(|profile| profile.name)
        .collect();
    for (sheet, cell) in crate::reading::cells(&small) {
        let said = cell.to_string();
        assert!(
            !profiles.iter().any(|profile| said.contains(profile.as_str())),
            "{said:?} on {sheet}"
        );
    }
}

#[test]
fn a_move_that_would_point_at_someone_is_an_empty_cell_and_not_a_zero() {
    let mut summary = Room::of(30).summary();
    let change = &mut summary.changes[0];
    let count = change.meanings.len();
    assert!(count > 1, "the question has meanings");
    let mut flows = vec![vec![None; count]; count];
    flows[0][1] = Some(6);
    flows[1][0] = Some(0);
    change.flows = Some(flows);
    let sheets = calamine::Reader::worksheets(&mut crate::reading::open(&summary));
    let (_, sheet) = sheets
        .into_iter()
        .find(|(name, _)| name == "Avant, après")
        .expect("a sheet of changes");
    let corner = sheet
        .used_cells()
        .find(|(_, _, cell)| cell.to_string().starts_with("avant ↓"))
        .map(|(row, column, _)| (row, column))
        .expect("the corner of the moves");
    let at = |from: usize, to: usize| {
        let cell = sheet.get((corner.0 + 1 + from, corner.1 + 1 + to));
        cell.and_then(number)
    };
    assert_eq!(
        (at(0, 0), at(0, 1), at(1, 0), at(1, 1)),
        (None, Some(6.0), Some(0.0), None)
    );
}
