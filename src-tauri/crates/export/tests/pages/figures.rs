//! The figures on the page and in the Markdown are those of the summary, read from its JSON.

use gazouillis_core::Summary;
use gazouillis_export::{Format, render};
use scraper::{ElementRef, Selector};
use serde_json::Value;

use crate::markdown::blocks;
use crate::page::{parsed, text};
use crate::rooms::Room;
use crate::typed::rich;

fn stored(summary: &Summary) -> Value {
    serde_json::from_slice(&render(summary, Format::Json).expect("it renders")).expect("it is JSON")
}

fn list<'v>(value: &'v Value, path: &str) -> &'v [Value] {
    value.pointer(path).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn rows(part: ElementRef<'_>) -> Vec<Vec<String>> {
    let (rows, cells) = (Selector::parse("tbody tr"), Selector::parse("th, td"));
    let (rows, cells) = (rows.expect("a selector"), cells.expect("a selector"));
    part.select(&rows)
        .map(|row| row.select(&cells).map(text).collect())
        .collect()
}

fn percent(value: &Value) -> String {
    format!("{value}%")
}

#[test]
fn the_page_tells_the_shares_of_the_summary() {
    let summary = rich();
    let (page, stored) = (parsed(&summary), stored(&summary));
    let table = Selector::parse("#profils table").expect("a selector");
    let told = rows(page.select(&table).next().expect("the profiles"));
    let profiles = list(&stored, "/breakdown/profiles");
    assert_eq!((told.len(), profiles.len()), (7, 7));
    for (row, profile) in told.iter().zip(profiles) {
        assert_eq!(row[0], profile["name"].as_str().expect("a name"));
        assert_eq!(row[1], percent(&profile["percent"]));
        let people: f64 = row[2].parse().expect("a number");
        assert!(
            (people - profile["count"].as_f64().expect("a count")).abs() < 0.06,
            "{row:?}"
        );
        let end = |key: &str| (profile[key].as_f64().expect("an end") * 100.0).round();
        assert_eq!(row[3], format!("{}–{}%", end("low"), end("high")));
    }
    let split = rows(page.select(&table).nth(1).expect("the second split"));
    let mut behind: Vec<String> = list(&stored, "/breakdown/masked/profiles")
        .iter()
        .map(|one| percent(&one["percent"]))
        .collect();
    behind.push(percent(
        stored
            .pointer("/breakdown/masked/simply/percent")
            .expect("the simply busy"),
    ));
    behind.push(percent(
        stored.pointer("/breakdown/masked/untold/percent").expect("the untold"),
    ));
    assert_eq!(split.iter().map(|row| row[1].clone()).collect::<Vec<_>>(), behind);
}

#[test]
fn the_page_tells_the_counts_of_every_question() {
    for summary in [
        Room::of(46).in_english().summary(),
        Room::of(8).in_english().summary(),
        rich(),
    ] {
        let (page, stored) = (parsed(&summary), stored(&summary));
        let polls = Selector::parse("#questions .poll").expect("a selector");
        let (mut told, mut compared) = (page.select(&polls), 0);
        for poll in list(&stored, "/polls") {
            let part = told.next().expect("every question has its part");
            // The apostrophe of print is a finer form of the one that was typed.
            assert!(
                text(part)
                    .replace('’', "'")
                    .contains(poll["ask"].as_str().expect("a question"))
            );
            let rows = rows(part);
            for (row, bar) in rows.iter().zip(list(poll, "/figures/bars")) {
                assert_eq!(
                    row[1..3],
                    [percent(&bar["percent"]), bar["count"].to_string()],
                    "{poll}"
                );
                compared += 1;
            }
        }
        assert!(told.next().is_none());
        assert!(compared > 20, "{compared} bars were compared");
    }
}

#[test]
fn the_page_tells_what_changed() {
    let summary = rich();
    let (page, stored) = (parsed(&summary), stored(&summary));
    let tables = Selector::parse("#avant-apres table").expect("a selector");
    let tables: Vec<_> = page.select(&tables).map(rows).collect();
    let [totals, options, moves] = tables.as_slice() else {
        panic!("{} tables", tables.len())
    };
    for (rows, told) in [(totals, "/changes/0/totals"), (options, "/changes/0/options")] {
        assert_eq!(rows.len(), list(&stored, told).len());
        for (row, option) in rows.iter().zip(list(&stored, told)) {
            let figure = |when: &str| format!("{}% ({})", option[format!("{when}_percent")], option[when]);
            assert_eq!(row[1..3], [figure("before"), figure("after")]);
        }
    }
    assert_eq!(*moves, [["yes", "40", "20"], ["no", "–", "30"]]);
}

#[test]
fn the_text_tells_the_same_figures() {
    let summary = rich();
    let (blocks, stored) = (blocks(&summary), stored(&summary));
    let rows: Vec<Vec<&str>> = blocks
        .iter()
        .filter(|block| block.is_row)
        .map(|block| block.text.trim_end_matches('\t').split('\t').collect())
        .collect();
    for profile in list(&stored, "/breakdown/profiles") {
        let name = profile["name"].as_str().expect("a name");
        let share = percent(&profile["percent"]);
        assert!(
            rows.iter().any(|row| row[0] == name && row[1] == share),
            "{name} {share}"
        );
    }
    let mut from = 0;
    for bar in list(&stored, "/polls")
        .iter()
        .flat_map(|poll| list(poll, "/figures/bars"))
    {
        let figures = [percent(&bar["percent"]), bar["count"].to_string()];
        let found = rows[from..]
            .iter()
            .position(|row| row.get(1..3).is_some_and(|told| told == figures));
        from += found.unwrap_or_else(|| panic!("{bar} is not told after row {from}")) + 1;
    }
    assert!(rows.iter().any(|row| *row == ["yes", "40% (100)", "60% (120)"]));
}
