use proptest::collection::vec;
use proptest::prelude::*;

use super::super::Record;
use super::*;

fn decided(acts: &[Act]) -> Moderation {
    let mut moderation = Moderation::default();
    acts.iter().for_each(|act| moderation.apply(act));
    moderation
}

fn of_words(verdict: Option<Verdict>, words: &[&str]) -> Act {
    Act::Decide {
        verdict,
        texts: Vec::new(),
        words: words.iter().map(|word| Arc::from(*word)).collect(),
    }
}

fn merge(word: &str, into: &str) -> Act {
    Act::Merge {
        word: word.into(),
        into: into.into(),
    }
}

#[test]
fn what_nobody_has_decided_about_waits_where_the_talk_says_so() {
    let undecided = Moderation::default();
    assert_eq!(undecided.text(7, true, false), Status::Waiting);
    assert_eq!(undecided.text(7, false, false), Status::Shown);
    assert_eq!(
        undecided.text(7, false, true),
        Status::Waiting,
        "a swear word waits even then"
    );
    let unfiltered = decided(&[Act::Filter { on: false }]);
    assert_eq!(unfiltered.text(7, false, true), Status::Shown);
    let unreviewed = decided(&[Act::Review { on: false }]);
    assert_eq!(unreviewed.text(7, true, false), Status::Shown);
}

#[test]
fn a_decision_holds_until_another_is_taken() {
    let shown = of_words(Some(Verdict::Shown), &["veille"]);
    let hidden = of_words(Some(Verdict::Hidden), &["veille"]);
    let back = of_words(None, &["veille"]);
    assert_eq!(
        decided(std::slice::from_ref(&shown)).word("veille", true, true, 1),
        Status::Shown
    );
    assert_eq!(
        decided(&[shown, hidden.clone()]).word("veille", false, false, 1),
        Status::Hidden
    );
    assert_eq!(decided(&[hidden, back]).word("veille", true, false, 1), Status::Waiting);
}

#[test]
fn a_locked_cloud_lets_new_words_wait() {
    let locked = decided(&[Act::Lock { at: Some(10) }, of_words(Some(Verdict::Shown), &["vu"])]);
    assert_eq!(locked.word("avant", false, false, 10), Status::Shown);
    assert_eq!(locked.word("après", false, false, 11), Status::Waiting);
    assert_eq!(
        locked.word("vu", false, false, 12),
        Status::Shown,
        "unless the presenter says otherwise"
    );
}

#[test]
fn words_are_merged_as_far_as_they_go() {
    let merged = decided(&[merge("a", "b"), merge("b", "c"), merge("seul", "seul")]);
    assert_eq!(merged.stands_for("a"), "c");
    assert_eq!(merged.stands_for("autre"), "autre");
    assert_eq!(merged.stands_for("seul"), "seul");
    assert!(merged.is_apart("seul") && !merged.is_apart("a"));
}

#[test]
fn a_theme_that_is_taken_away_leaves_its_texts() {
    let named = Act::Theme {
        theme: 1,
        name: "Peurs".into(),
    };
    let sorted = Act::Sort {
        texts: vec![5, 6],
        theme: Some(1),
    };
    let out = Act::Sort {
        texts: vec![6],
        theme: None,
    };
    let moderation = decided(&[named.clone(), sorted.clone(), out]);
    assert_eq!((moderation.theme_of(5), moderation.theme_of(6)), (Some(1), None));
    let gone = decided(&[
        named,
        sorted,
        Act::Theme {
            theme: 1,
            name: "".into(),
        },
    ]);
    assert_eq!(gone.theme_of(5), None);
    assert_eq!(gone.themes().count(), 0);
}

#[test]
fn a_decision_is_checked_before_it_is_taken() {
    let theme = |name: &str| Act::Theme {
        theme: 1,
        name: name.into(),
    };
    assert_eq!(theme(" Nos \u{202E}peurs ").checked(), Ok(theme("Nos peurs")));
    assert_eq!(theme(&"x".repeat(99)).checked(), Err(InvalidAct::Theme));
    assert_eq!(
        Act::Theme {
            theme: 99,
            name: "x".into()
        }
        .checked(),
        Err(InvalidAct::Theme)
    );
    let many = Act::Sort {
        texts: (0..1_000).collect(),
        theme: None,
    };
    assert_eq!(many.checked(), Err(InvalidAct::TooMany));
}

/// What the first version to know decisions wrote must be read for ever.
#[test]
fn the_numbers_in_the_log_are_these() {
    let decide = Act::Decide {
        verdict: Some(Verdict::Hidden),
        texts: vec![3, 4],
        words: vec!["mot".into()],
    };
    let numbers = |act: &Act| {
        let (tag, record) = act.record();
        (tag, record.numbers)
    };
    assert_eq!(numbers(&decide), (0, vec![2, 3, 4]));
    assert_eq!(numbers(&merge("a", "b")), (1, vec![]));
    assert_eq!(numbers(&Act::Lock { at: Some(9) }), (2, vec![9]));
    assert_eq!(numbers(&Act::Review { on: true }), (3, vec![1]));
    assert_eq!(numbers(&Act::Filter { on: false }), (4, vec![0]));
    assert_eq!(numbers(&Act::Keep { on: true }), (5, vec![1]));
    assert_eq!(
        numbers(&Act::Display {
            display: Display::Themes
        }),
        (6, vec![2])
    );
    assert_eq!(numbers(&Act::Spotlight { text: None }), (7, vec![]));
    assert_eq!(
        numbers(&Act::Theme {
            theme: 2,
            name: "x".into()
        }),
        (8, vec![2])
    );
    assert_eq!(
        numbers(&Act::Sort {
            texts: vec![1],
            theme: None
        }),
        (9, vec![-1, 1])
    );
}

fn acts() -> impl Strategy<Value = Act> {
    let texts = || vec(0_u64..1 << 40, 0..4);
    let word = || "[a-z]{1,8}".prop_map(Arc::<str>::from);
    let verdict = prop_oneof![Just(None), Just(Some(Verdict::Shown)), Just(Some(Verdict::Hidden))];
    prop_oneof![
        (verdict, texts(), vec(word(), 0..3)).prop_map(|(verdict, texts, words)| Act::Decide { verdict, texts, words }),
        (word(), word()).prop_map(|(word, into)| Act::Merge { word, into }),
        any::<Option<u32>>().prop_map(|at| Act::Lock { at: at.map(u64::from) }),
        any::<bool>().prop_map(|on| Act::Review { on }),
        any::<bool>().prop_map(|on| Act::Filter { on }),
        any::<bool>().prop_map(|on| Act::Keep { on }),
        prop_oneof![Just(Display::Wall), Just(Display::One), Just(Display::Themes)]
            .prop_map(|display| Act::Display { display }),
        any::<Option<u32>>().prop_map(|text| Act::Spotlight {
            text: text.map(u64::from)
        }),
        (any::<u32>(), word()).prop_map(|(theme, name)| Act::Theme { theme, name }),
        (texts(), any::<Option<u32>>()).prop_map(|(texts, theme)| Act::Sort { texts, theme }),
    ]
}

proptest! {
    #[test]
    fn what_is_kept_is_what_is_read(act in acts()) {
        let (tag, record) = act.record();
        prop_assert_eq!(Act::from_record(tag, &record), Some(act));
    }

    #[test]
    fn no_record_brings_the_reader_down(tag in 0_u8..12, numbers in vec(-3_i64..5, 0..4), texts in vec("[a-z]{0,3}", 0..3)) {
        let texts = texts.into_iter().map(Arc::from).collect();
        let record = Record { numbers, texts };
        if let Some(act) = Act::from_record(tag, &record) {
            prop_assert_eq!(act.record(), (tag, record));
        }
    }

    #[test]
    fn merging_always_ends(pairs in vec((0_u8..6, 0_u8..6), 0..20)) {
        let acts: Vec<Act> = pairs.iter().map(|(word, into)| merge(&word.to_string(), &into.to_string())).collect();
        let moderation = decided(&acts);
        for word in 0..6 {
            let _ = moderation.stands_for(&word.to_string());
        }
    }
}
