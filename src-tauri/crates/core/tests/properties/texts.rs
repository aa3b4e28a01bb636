//! What people type comes out readable, whatever they type, and is counted the same whoever types first.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use gazouillis_core::text::clean::{MOST_MARKS, Unreadable, line, paragraphs};
use gazouillis_core::text::tweet::{Charter, PartKind, parts, weight};
use gazouillis_core::text::{key, length, near_spellings, pointers, profanities};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Characters that must never come out, by Unicode's own lists (DerivedGeneralCategory.txt: Cc, Cf, Co, Zl, Zp and what is no
/// character; DerivedCoreProperties.txt: Default_Ignorable_Code_Point), written down here so that the code is not its own judge.
const FORBIDDEN: &[RangeInclusive<u32>] = &[
    0x00..=0x09,
    0x0B..=0x1F,
    0x7F..=0x9F,
    0xAD..=0xAD,
    0x34F..=0x34F,
    0x600..=0x605,
    0x61C..=0x61C,
    0x6DD..=0x6DD,
    0x70F..=0x70F,
    0x890..=0x891,
    0x8E2..=0x8E2,
    0x115F..=0x1160,
    0x17B4..=0x17B5,
    0x180B..=0x180F,
    0x200B..=0x200C,
    0x200E..=0x200F,
    0x2028..=0x202E,
    0x2060..=0x206F,
    0x2800..=0x2800,
    0x3164..=0x3164,
    0xD800..=0xF8FF,
    0xFDD0..=0xFDEF,
    0xFE00..=0xFE0D,
    0xFEFF..=0xFEFF,
    0xFFA0..=0xFFA0,
    0xFFF0..=0xFFFC,
    0xFFFE..=0xFFFF,
    0x110BD..=0x110BD,
    0x110CD..=0x110CD,
    0x13430..=0x1343F,
    0x1BCA0..=0x1BCA3,
    0x1D173..=0x1D17A,
    0xE0000..=0xE001F,
    0xE0080..=0xE0FFF,
    0xF0000..=0x10_FFFF,
];

/// Where pictures are, roughly: wide enough for every emoji, narrow enough to hold no letter.
const PICTURES: &[RangeInclusive<u32>] = &[
    0xA9..=0xA9,
    0xAE..=0xAE,
    0x203C..=0x203C,
    0x2049..=0x2049,
    0x2122..=0x2122,
    0x2139..=0x2139,
    0x2194..=0x2BFF,
    0x3030..=0x303D,
    0x3297..=0x3299,
    0x1F000..=0x1FAFF,
];

/// Blocks of combining marks that stack.
const MARKS: &[RangeInclusive<u32>] = &[
    0x300..=0x36F,
    0x483..=0x489,
    0x591..=0x5BD,
    0x64B..=0x65F,
    0x1AB0..=0x1ACE,
    0x1DC0..=0x1DFF,
    0x20D0..=0x20F0,
    0xFE20..=0xFE2F,
];

fn within(ranges: &[RangeInclusive<u32>], letter: char) -> bool {
    ranges.iter().any(|range| range.contains(&u32::from(letter)))
}

/// Why a cleaned text should not have come out; nothing when it should.
fn objection(text: &str) -> Option<String> {
    let letters: Vec<char> = text.chars().collect();
    let mut marks = 0;
    for (at, &letter) in letters.iter().enumerate() {
        let before = |back: usize| at.checked_sub(back).map(|at| letters[at]);
        let picture = |letter: Option<char>| letter.is_some_and(|letter| within(PICTURES, letter));
        let fits = match letter {
            '\u{200D}' => {
                let joined = if before(1) == Some('\u{FE0F}') {
                    before(2)
                } else {
                    before(1)
                };
                picture(joined) && picture(letters.get(at + 1).copied())
            }
            '\u{FE0F}' => picture(before(1)) || letters.get(at + 1) == Some(&'\u{20E3}'),
            '\u{FE0E}' => picture(before(1)),
            '\u{E0020}'..='\u{E007F}' => {
                let before: String = letters[..at]
                    .iter()
                    .rev()
                    .take_while(|tag| **tag >= '\u{E0020}')
                    .collect();
                before.chars().count() <= 5 && letters[at - before.chars().count() - 1] == '🏴'
            }
            other => !within(FORBIDDEN, other),
        };
        if !fits {
            return Some(format!("U+{:04X} at {at}", u32::from(letter)));
        }
        marks = if within(MARKS, letter) { marks + 1 } else { 0 };
        if marks > MOST_MARKS {
            return Some(format!("{marks} marks at {at}"));
        }
    }
    None
}

/// Texts as a hostile phone would send them: letters, blanks, marks, invisible characters and pieces of emoji, mixed.
fn hostile() -> impl Strategy<Value = String> {
    let listed = prop_oneof![select(FORBIDDEN), select(MARKS), select(PICTURES)]
        .prop_flat_map(|range| range.prop_filter_map("a surrogate", char::from_u32))
        .prop_map(String::from);
    let pieces = select(vec![
        "a",
        "é",
        "e\u{301}",
        "1",
        "#",
        " ",
        "\n",
        "\r\n",
        "\t",
        "\u{A0}",
        "\u{202F}",
        "\u{3000}",
        "\u{200D}",
        "\u{200D}\u{200D}",
        "\u{FE0F}",
        "\u{FE0E}",
        "\u{20E3}",
        "🐦",
        "👩🏽",
        "❤",
        "🏴",
        "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
        "\u{E0067}",
        "🇫",
        "🇷",
        "\u{1100}",
        "\u{1161}",
        "\u{11A8}",
        "\u{9C7}",
        "\u{9BE}",
        "\u{34F}",
        "\u{301}\u{323}\u{302}\u{327}\u{30A}",
    ]);
    let one = prop_oneof![3 => pieces.prop_map(str::to_owned), 2 => listed, 2 => any::<char>().prop_map(String::from)];
    vec(one, 0..60).prop_map(|parts| parts.concat())
}

/// Words that differ by slips, and how often each was typed.
fn tables() -> impl Strategy<Value = Vec<(String, u32)>> {
    let word = select(vec![
        "marketing",
        "communication",
        "poisson",
        "annee 2023",
        "chat",
        "emploi",
    ]);
    let slipped = (word, 0_usize..12, "[a-e]?").prop_map(|(word, at, letter)| {
        let mut letters: Vec<char> = word.chars().collect();
        let at = at.min(letters.len() - 1);
        letters.splice(at..=at, letter.chars());
        letters.into_iter().collect::<String>()
    });
    vec((slipped, 1_u32..20), 0..40)
}

fn table(entries: &[(String, u32)]) -> BTreeMap<&str, u32> {
    let mut table = BTreeMap::new();
    for (word, count) in entries {
        *table.entry(word.as_str()).or_default() += count;
    }
    table
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn what_comes_out_is_readable_and_stays_as_it_is(raw in hostile()) {
        for (clean, several) in [(line as fn(&str, usize) -> _, false), (paragraphs, true)] {
            match clean(&raw, 40) {
                Ok(text) => {
                    prop_assert_eq!(objection(&text), None, "{:?}", text);
                    prop_assert_eq!(text.trim(), text.as_str());
                    prop_assert!(!text.is_empty() && length(&text) <= 40);
                    prop_assert!(!text.contains("  ") && !text.contains("\n\n\n") && (several || !text.contains('\n')));
                    prop_assert_eq!(clean(&text, 40), Ok(text.clone()), "cleaning twice is cleaning once");
                }
                Err(Unreadable::TooLong { length, most }) => prop_assert!(length > most && most == 40),
                Err(Unreadable::Empty) => {}
            }
        }
    }

    #[test]
    fn letters_and_digits_are_never_taken_away(raw in "[a-zà-ü0-9 ]{1,40}") {
        let seen = |text: &str| text.chars().filter(|letter| *letter != ' ').collect::<String>();
        if !seen(&raw).is_empty() {
            prop_assert_eq!(seen(&line(&raw, 40).unwrap()), seen(&raw));
        }
    }

    #[test]
    fn what_is_found_is_inside_the_text(raw in hostile(), told in "[a-zA-Z0-9@#.+: /]{0,40}") {
        for text in [raw.as_str(), told.as_str(), &format!("{told}{raw}"), &format!("{raw}{told}")] {
            let mut ranges: Vec<_> = profanities(text);
            ranges.extend(pointers(text).into_iter().map(|pointer| pointer.range));
            ranges.extend(parts(text).into_iter().map(|part| part.range));
            for range in ranges {
                prop_assert!(text.get(range.clone()).is_some_and(|part| !part.is_empty()), "{:?} of {:?}", range, text);
            }
            let links = parts(text).iter().filter(|part| part.kind == PartKind::Link).count() as u32;
            prop_assert!(weight(text) >= 23 * links);
            let _ = Charter::default().remarks(text);
        }
    }

    #[test]
    fn a_key_does_not_depend_on_case(word in "[a-zà-öø-ü' -]{1,20}") {
        prop_assert_eq!(key(&word.to_uppercase()), key(&word));
    }

    #[test]
    fn spellings_are_merged_the_same_whoever_came_first(entries in tables(), seed in any::<u64>()) {
        let mut shuffled = entries.clone();
        shuffled.sort_by_key(|(word, count)| (seed ^ word.len() as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15 ^ u64::from(*count)));
        let (first, second) = (table(&entries), table(&shuffled));
        prop_assert_eq!(near_spellings(&first), near_spellings(&second));
    }

    #[test]
    fn merging_keeps_every_count(entries in tables()) {
        let table = table(&entries);
        let joined = near_spellings(&table);
        let mut merged: BTreeMap<&str, u32> = BTreeMap::new();
        for (word, count) in &table {
            let head = joined.get(word).copied().unwrap_or(word);
            prop_assert!(!joined.contains_key(head), "{} joins {}, which joins another", word, head);
            if head != *word {
                prop_assert!(table[head] >= 2 * count);
                prop_assert!((1..=2).contains(&strsim::osa_distance(head, word)));
                let digits = |word: &str| word.chars().filter(char::is_ascii_digit).collect::<String>();
                prop_assert_eq!(digits(head), digits(word));
            }
            *merged.entry(head).or_default() += count;
        }
        prop_assert_eq!(merged.values().sum::<u32>(), table.values().sum::<u32>());
    }
}
