//! Words, texts and tweets: nobody sees what the presenter has not let through, and nothing is counted twice or lost.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use gazouillis_core::kind::moderation::{Act, Moderation, Verdict};
use gazouillis_core::kind::{Answer, Counts, Figures, InvalidAnswer, Marks, Question, Text, Tweet, Words};
use gazouillis_core::text;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

fn questions() -> Vec<Question> {
    vec![
        Words { max: 3, moderate: true }.into(),
        Words {
            max: 5,
            moderate: false,
        }
        .into(),
        Text {
            max: 60,
            ..Text::default()
        }
        .into(),
        Text {
            moderate: false,
            ..Text::default()
        }
        .into(),
        Tweet::default().into(),
        Tweet {
            moderate: false,
            ..Tweet::default()
        }
        .into(),
    ]
}

/// What a phone may send, some of it nonsense.
fn written() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => select(vec![
            "veille", "Veille", "veilles", "marketing", "marketting", "réseau social", "peur", "connard", "c0nnard", "appelez le 06 12 34 56 78",
            "@moi #bonjour https://exemple.fr", "TOUT EN CAPITALES", "🐦", "  espaces  ", "\u{202E}", "une\n\n\nligne",
        ]).prop_map(str::to_owned),
        1 => "\\PC{0,80}",
    ]
}

fn answers() -> impl Strategy<Value = Answer> {
    prop_oneof![
        vec(written(), 0..7).prop_map(|words| Answer::Words { words }),
        written().prop_map(|text| Answer::Text { text }),
        written().prop_map(|text| Answer::Tweet { text }),
        Just(Answer::NoOpinion {}),
    ]
}

/// The texts in what a question tells.
fn told(figures: &Figures) -> BTreeSet<String> {
    match figures {
        Figures::Words(words) => words.words.iter().map(|word| word.text.clone()).collect(),
        Figures::Text(texts) => {
            let all = texts.texts.iter().chain(&texts.spotlight);
            all.map(|text| text.text.clone()).collect()
        }
        _ => BTreeSet::new(),
    }
}

fn typed(marks: &Marks) -> Vec<String> {
    match marks {
        Marks::Words(words) => words.words.iter().map(|word| word.to_string()).collect(),
        Marks::Text(text) => vec![text.text.to_string()],
        _ => Vec::new(),
    }
}

fn counted(question: &Question, ballots: &BTreeMap<u64, Marks>) -> Counts {
    let mut counts = question.counts();
    ballots
        .iter()
        .for_each(|(seq, marks)| question.add(&mut counts, marks, *seq));
    counts
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn an_answer_is_taken_or_refused_for_a_reason(answer in answers(), which in 0_usize..6) {
        let question = &questions()[which];
        match question.read(&answer) {
            Ok(marks) => {
                prop_assert!(question.fits(&marks), "what was read fits");
                prop_assert_eq!(question.read(&question.answer(&marks)), Ok(marks.clone()), "and is read the same again");
                let (tag, record) = marks.record();
                prop_assert_eq!(Marks::from_record(tag, &record), Some(marks));
            }
            Err(reason) => {
                let foreign = matches!(reason, InvalidAnswer::UnknownOption(_) | InvalidAnswer::OutOfRange { .. });
                prop_assert!(!foreign, "a reason that belongs to other kinds");
            }
        }
    }

    /// People change their mind, in any order; in the end only their last answers count.
    #[test]
    fn what_is_counted_is_what_stands(votes in vec((0_u8..8, answers()), 0..40), which in 0_usize..6) {
        let question = &questions()[which];
        let mut counts = question.counts();
        let mut standing: BTreeMap<u8, (u64, Marks)> = BTreeMap::new();
        for (seq, (person, answer)) in votes.iter().enumerate() {
            let Ok(marks) = question.read(answer) else { continue };
            if let Some((seq, former)) = standing.remove(person) {
                question.remove(&mut counts, &former, seq);
            }
            question.add(&mut counts, &marks, seq as u64);
            standing.insert(*person, (seq as u64, marks));
        }
        let afresh = counted(question, &standing.into_values().collect());
        prop_assert_eq!(counts, afresh);
    }

    /// The judge keeps its own list of what may be seen: the texts whose ballot, and the words whose key, were let through and not
    /// hidden since.
    #[test]
    fn nobody_sees_what_was_not_let_through(
        texts in vec(answers(), 0..20),
        verdicts in vec((any::<bool>(), 0_u64..20), 0..30),
        which in select(vec![0_usize, 2, 4]),
        keep in any::<bool>(),
    ) {
        let question = &questions()[which];
        let ballots: BTreeMap<u64, Marks> = texts
            .iter()
            .enumerate()
            .filter_map(|(seq, answer)| Some((seq as u64, question.read(answer).ok()?)))
            .collect();
        let mut moderation = Moderation::default();
        moderation.apply(&Act::Keep { on: keep });
        let (mut seen_texts, mut seen_words) = (BTreeSet::new(), BTreeSet::new());
        for (show, seq) in verdicts {
            let words: Vec<String> = ballots.get(&seq).into_iter().flat_map(typed).map(|word| text::key(&word)).collect();
            moderation.apply(&Act::Decide {
                verdict: Some(if show { Verdict::Shown } else { Verdict::Hidden }),
                texts: vec![seq],
                words: words.iter().map(|word| Arc::from(word.as_str())).collect(),
            });
            for word in words {
                if show { seen_words.insert(word) } else { seen_words.remove(&word) };
            }
            if show { seen_texts.insert(seq) } else { seen_texts.remove(&seq) };
        }
        let counts = counted(question, &ballots);
        let may = |seq: u64, word: &str| match question {
            Question::Words(_) => seen_words.contains(&text::key(word)),
            _ => seen_texts.contains(&seq),
        };
        let allowed: BTreeSet<String> = ballots
            .iter()
            .flat_map(|(seq, marks)| typed(marks).into_iter().map(|word| (*seq, word)))
            .filter(|(seq, word)| may(*seq, word))
            .map(|(_, word)| word)
            .collect();
        let figures = question.figures(&counts, ballots.len() as u32, &moderation);
        let shown = told(&figures);
        prop_assert!(shown.is_subset(&allowed), "{:?} of {:?}", shown, allowed);
        let kept = told(&question.kept(&counts, ballots.len() as u32, &moderation));
        let as_asked = if keep { kept.is_subset(&allowed) } else { kept.is_empty() };
        prop_assert!(as_asked);
        if let (Figures::Text(figures), true) = (&figures, shown.len() < 40) {
            prop_assert_eq!(&shown, &allowed, "and everybody sees what was");
            prop_assert_eq!(figures.shown as usize, seen_texts.iter().filter(|seq| ballots.contains_key(seq)).count());
        }
    }

    /// Merging and sorting out moves counts about, and loses none.
    #[test]
    fn every_word_is_counted_once(votes in vec(answers(), 0..30), merges in vec((0_usize..9, 0_usize..9), 0..4)) {
        let question = Question::from(Words { max: 5, moderate: false });
        let ballots: BTreeMap<u64, Marks> = votes
            .iter()
            .enumerate()
            .filter_map(|(seq, answer)| Some((seq as u64, question.read(answer).ok()?)))
            .collect();
        let keys = ["veille", "marketing", "marketting", "reseau social", "peur", "connard", "🐦", "espace", "rien"];
        let mut moderation = Moderation::default();
        moderation.apply(&Act::Filter { on: false });
        for (word, into) in merges {
            moderation.apply(&Act::Merge { word: keys[word].into(), into: keys[into].into() });
        }
        let Figures::Words(figures) = question.figures(&counted(&question, &ballots), 0, &moderation) else {
            return Err(TestCaseError::fail("words give words"));
        };
        let typed: usize = ballots.values().map(|marks| typed(marks).len()).sum();
        prop_assert_eq!(figures.more, 0);
        prop_assert_eq!(figures.words.iter().map(|word| word.count as usize).sum::<usize>(), typed);
        prop_assert!(figures.words.is_sorted_by(|one, other| one.count >= other.count));
    }

    #[test]
    fn people_of_a_rehearsal_are_taken(seed in any::<u64>(), english in any::<bool>(), which in 0_usize..6) {
        use gazouillis_core::kind::Rehearsed;
        use gazouillis_core::statistics::SplitMix64;
        let question = &questions()[which];
        let person = Rehearsed { english, ..Rehearsed::default() };
        let answer = question.rehearsed(&person, &mut SplitMix64::new(seed));
        prop_assert!(question.read(&answer).is_ok(), "{:?}", answer);
    }
}

#[test]
fn a_swear_word_waits_even_where_nothing_else_does() {
    let question = Question::from(Words {
        max: 5,
        moderate: false,
    });
    let words = ["veille", "connard"].map(str::to_owned).to_vec();
    let ballots = BTreeMap::from([(1, question.read(&Answer::Words { words }).unwrap())]);
    let counts = counted(&question, &ballots);
    let moderation = Moderation::default();
    assert_eq!(
        told(&question.figures(&counts, 1, &moderation)),
        BTreeSet::from(["veille".to_owned()])
    );
    let queue = question.queue(&counts, &moderation).unwrap();
    assert_eq!((queue.waiting_count, queue.shown_count), (1, 1));
    assert_eq!(queue.waiting[0].key.as_deref(), Some("connard"));
}

#[test]
fn views_stay_small_whatever_the_room_writes() {
    for question in questions() {
        let mut counts = question.counts();
        for seq in 0..3_000 {
            let answer = match &question {
                Question::Words(_) => Answer::Words {
                    words: vec![format!("mot{seq} assez long, oui oui")],
                },
                Question::Tweet(_) => Answer::Tweet {
                    text: format!("{seq} {}", "texte ".repeat(40)),
                },
                _ => Answer::Text {
                    text: format!("{seq} {}", "t ".repeat(25)),
                },
            };
            let marks = question.read(&answer).unwrap();
            question.add(&mut counts, &marks, seq);
        }
        for review in [true, false] {
            let mut moderation = Moderation::default();
            moderation.apply(&Act::Review { on: review });
            let figures = serde_json::to_string(&question.figures(&counts, 3_000, &moderation)).unwrap();
            let queue = serde_json::to_string(&question.queue(&counts, &moderation)).unwrap();
            assert!(figures.len() < 5_500, "{:?}: {} bytes", question.name(), figures.len());
            assert!(queue.len() < 8_500, "{:?}: {} bytes", question.name(), queue.len());
        }
    }
}

#[test]
fn a_text_that_alone_is_too_large_for_the_list_can_be_dealt_with() {
    let question = Question::from(Text {
        max: 500,
        ..Text::default()
    });
    // 170 characters for whoever reads them, and 4,250 bytes.
    let texts = ["👩‍👩‍👧‍👦".repeat(170), "Bonjour".to_owned()];
    let marks = texts.map(|text| question.read(&Answer::Text { text }).unwrap());
    let counts = counted(&question, &BTreeMap::from_iter((1..).zip(marks)));
    let queue = question.queue(&counts, &Moderation::default()).unwrap();
    assert_eq!(
        (queue.waiting.len(), queue.waiting_count),
        (1, 2),
        "the first is listed, then the other"
    );
}

#[test]
fn a_word_is_told_in_the_spelling_of_a_dictionary() {
    let question = Question::from(Words {
        max: 5,
        moderate: false,
    });
    let cloud = |spellings: &[&str]| {
        let typed = |word: &&str| {
            question
                .read(&Answer::Words {
                    words: vec![(*word).to_owned()],
                })
                .unwrap()
        };
        let ballots = spellings
            .iter()
            .map(typed)
            .enumerate()
            .map(|(seq, marks)| (seq as u64, marks))
            .collect();
        told(&question.figures(&counted(&question, &ballots), 1, &Moderation::default()))
    };
    assert_eq!(
        cloud(&["VEILLES", "Veille", "veille"]),
        BTreeSet::from(["veille".to_owned()])
    );
    assert_eq!(cloud(&["reseaux", "réseau"]), BTreeSet::from(["réseau".to_owned()]));
    assert_eq!(
        cloud(&["SNCF", "SNCF", "sncf"]),
        BTreeSet::from(["SNCF".to_owned()]),
        "unless more people say otherwise"
    );
}
