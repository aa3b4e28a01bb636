//! The form is what it was, and what was written is what is read.

use proptest::collection::vec;
use proptest::prelude::*;

use gazouillis_core::kind::moderation::Verdict;
use gazouillis_core::kind::{Act, TextMarks, WordsMarks};
use gazouillis_core::session::{Blank, Seen, Sighting, Tap};

use gazouillis_core::Poll;

use super::*;

/// A poll as it was first kept in the log.
const IMPROVISED: &str = r#"{"id":"improvise-1","ask":"Yes or no?","hint":null,"results":"live","pair":null,"explain":null,"timer":null,"again":null,"round":1,"improvised":true,"question":{"kind":"single","options":[{"id":"yes","text":"Yes","scores":[],"note":null},{"id":"no","text":"No","scores":[],"note":null}]}}"#;

fn improvised() -> Poll {
    serde_json::from_str(IMPROVISED).expect("a poll can be read, however old")
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    let poll = 0_usize..40;
    let joined = (any::<u32>(), any::<[u8; 32]>(), any::<Option<u32>>()).prop_map(|(participant, token, code)| {
        let (participant, token) = (ParticipantId(participant), TokenHash(token));
        Event::Joined {
            participant,
            token,
            code,
        }
    });
    let cast = (
        any::<u32>(),
        poll.clone(),
        any::<u32>(),
        any::<u32>(),
        any::<Option<u64>>(),
        any::<Option<u32>>(),
    )
        .prop_map(|(participant, poll, options, revision, seq, elapsed)| Event::Cast {
            participant: ParticipantId(participant),
            poll,
            ballot: Ballot {
                marks: Marks::Choice(ChoiceMarks::of(Choices::from_bits(options))),
                revision,
                // Nearly always a ballot's receipt is its place in the log.
                seq: seq.unwrap_or(0),
                elapsed,
            },
        });
    let typed =
        (any::<u32>(), poll.clone(), "\\PC{0,300}", any::<bool>()).prop_map(|(participant, poll, text, words)| {
            let text: std::sync::Arc<str> = text.into();
            let marks = if words {
                Marks::Words(WordsMarks {
                    words: vec![text.clone(), text],
                })
            } else {
                Marks::Text(TextMarks { text })
            };
            Event::Cast {
                participant: ParticipantId(participant),
                poll,
                ballot: Ballot {
                    marks,
                    revision: 1,
                    seq: 0,
                    elapsed: None,
                },
            }
        });
    let decided =
        (poll.clone(), vec(0_u64..1 << 40, 0..5), vec("\\PC{0,30}", 0..3)).prop_map(|(poll, texts, words)| {
            let words = words.into_iter().map(Into::into).collect();
            let verdict = Some(Verdict::Hidden);
            Event::Moderated {
                poll,
                act: Act::Decide { verdict, texts, words },
            }
        });
    let poll_of = |id: String, round: u32| {
        Box::new(Poll {
            id,
            round,
            ..improvised()
        })
    };
    let overlay =
        any::<Option<(usize, u16)>>().prop_map(|over| Event::Covered(over.map(|(poll, step)| Overlay { poll, step })));
    let restarted = (poll.clone(), ".{0,20}", any::<u32>()).prop_map(move |(poll, id, round)| Event::Restarted {
        poll,
        anew: poll_of(id, round),
    });
    let timer = (poll.clone(), any::<Option<u32>>()).prop_map(|(poll, seconds)| Event::TimerSet { poll, seconds });
    let upvoted =
        (any::<u32>(), poll.clone(), any::<u64>(), any::<bool>()).prop_map(|(participant, poll, text, up)| {
            Event::Upvoted {
                participant: ParticipantId(participant),
                poll,
                text,
                up,
            }
        });
    let hands = (poll.clone(), vec(any::<u32>(), 0..12)).prop_map(|(poll, hands)| Event::HandsCounted { poll, hands });
    let named = (any::<u32>(), any::<u32>()).prop_map(|(participant, nickname)| Event::Named {
        participant: ParticipantId(participant),
        nickname: Nickname(nickname),
    });
    let screen = (any::<Option<bool>>(), any::<bool>(), any::<bool>()).prop_map(|(black, frozen, results_hidden)| {
        Event::ScreenChanged(Screen {
            blank: black.map(|black| if black { Blank::Black } else { Blank::White }),
            frozen,
            results_hidden,
        })
    });
    let seen = (0_usize..16, any::<bool>(), any::<u32>(), any::<u32>()).prop_map(|(profile, more, desk, number)| {
        Event::Observed(Sighting::Counted {
            profile,
            seen: if more { Seen::More } else { Seen::Less },
            tap: Tap { desk, number },
        })
    });
    let moved = (0_usize..300, any::<u16>()).prop_map(|(slide, step)| Event::Moved(Cursor { slide, step }));
    vec(
        prop_oneof![
            1 => joined,
            1 => named,
            8 => cast,
            2 => typed,
            2 => decided,
            1 => moved,
            1 => poll.clone().prop_map(|poll| Event::Opened { poll }),
            1 => poll.clone().prop_map(|poll| Event::Closed { poll }),
            1 => poll.clone().prop_map(|poll| Event::Revealed { poll }),
            1 => poll.prop_map(|poll| Event::AnswerShown { poll }),
            1 => (".{0,20}", any::<u32>()).prop_map(move |(id, round)| Event::Added(poll_of(id, round))),
            1 => overlay,
            1 => restarted,
            1 => timer,
            1 => hands,
            2 => upvoted,
            1 => screen,
            1 => seen,
            1 => any::<bool>().prop_map(|shown| Event::Observed(Sighting::Shown(shown))),
            1 => Just(Event::BreakdownShown),
            1 => Just(Event::BreakdownRefreshed),
            1 => Just(Event::SummaryPublished),
            1 => Just(Event::Finished),
            1 => Just(Event::RehearsalBegan),
        ],
        1..60,
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_was_written_is_what_is_read(mut events in events(), before in 0_u64..1 << 40, at in any::<i64>()) {
        for (event, seq) in events.iter_mut().zip(before + 1..) {
            if let Event::Cast { ballot, .. } = event && ballot.seq == 0 {
                ballot.seq = seq;
            }
        }
        let bytes = encode(&events, before, at);
        let batch = Batch::read(&bytes, before).expect("it can be read");
        prop_assert_eq!(batch.at, at);
        prop_assert_eq!(batch.collect::<Read<Vec<Event>>>().expect("all of it"), events);
    }

    #[test]
    fn no_bytes_whatever_make_it_panic(bytes in vec(any::<u8>(), 0..200)) {
        if let Ok(batch) = Batch::read(&bytes, 0) {
            let _ = batch.take(1_000).collect::<Vec<_>>();
        }
    }
}

/// Bytes of the first release of this form. They are on people's disks: this test is never changed, only added to.
#[test]
fn the_form_is_what_it_was() {
    let ballot = Ballot {
        marks: Marks::Choice(ChoiceMarks::of([0, 2].into_iter().collect())),
        revision: 3,
        seq: 14,
        elapsed: None,
    };
    let events = [
        Event::RehearsalBegan,
        Event::Joined {
            participant: ParticipantId(7),
            token: TokenHash([0xAB; 32]),
            code: None,
        },
        Event::Opened { poll: 1 },
        Event::Cast {
            participant: ParticipantId(7),
            poll: 1,
            ballot,
        },
        Event::Moved(Cursor { slide: 40, step: 2 }),
    ];
    let mut expected = vec![1, 0x1B, 0, 0, 1, 0xA1, 0xEE, 0x56, 0xA0, 0x01, 0x85];
    expected.extend([0x81, 9]);
    expected.extend([0x83, 0, 7, 0x58, 32]);
    expected.extend([0xAB; 32]);
    expected.extend([0x82, 3, 1]);
    expected.extend([0x85, 1, 7, 1, 5, 3]);
    expected.extend([0x83, 2, 0x18, 40, 2]);
    assert_eq!(encode(&events, 10, 1_795_000_016_897), expected);
}

/// The bytes of what came with version 0.2: they are on people's disks as well. Polls are JSON in them, which may get more
/// fields: what is kept is that the old ones can be read.
#[test]
fn the_form_of_rounds_timers_and_hands_is_what_it_was() {
    let poll = |bytes: &mut Vec<u8>| {
        let length = u16::try_from(IMPROVISED.len()).expect("a short text");
        bytes.push(0x79);
        bytes.extend(length.to_be_bytes());
        bytes.extend(IMPROVISED.as_bytes());
    };
    let mut bytes = vec![1, 0, 0x87];
    bytes.extend([0x82, 14]);
    poll(&mut bytes);
    bytes.extend([0x83, 15, 0x18, 40, 1]);
    bytes.extend([0x81, 15]);
    bytes.extend([0x83, 16, 2]);
    poll(&mut bytes);
    bytes.extend([0x83, 17, 2, 0x18, 60]);
    bytes.extend([0x82, 17, 2]);
    bytes.extend([0x83, 18, 2, 0x82, 3, 0x19, 1, 44]);
    let batch = Batch::read(&bytes, 10).expect("it can be read");
    let events = batch.collect::<Read<Vec<Event>>>().expect("all of it");
    let poll = Box::new(improvised());
    assert_eq!(
        (poll.options()[1].text.as_str(), poll.round, poll.improvised),
        ("No", 1, true)
    );
    let expected = [
        Event::Added(poll.clone()),
        Event::Covered(Some(Overlay { poll: 40, step: 1 })),
        Event::Covered(None),
        Event::Restarted { poll: 2, anew: poll },
        Event::TimerSet {
            poll: 2,
            seconds: Some(60),
        },
        Event::TimerSet { poll: 2, seconds: None },
        Event::HandsCounted {
            poll: 2,
            hands: vec![3, 300],
        },
    ];
    assert_eq!(events, expected);
}

#[test]
fn an_upvote_stays_readable_for_good() {
    let bytes = [1, 0, 0x81, 0x85, 0x18, 25, 1, 2, 7, 0xf5];
    let batch = Batch::read(&bytes, 10).expect("it can be read");
    let events = batch.collect::<Read<Vec<Event>>>().expect("all of it");
    let expected = Event::Upvoted {
        participant: ParticipantId(1),
        poll: 2,
        text: 7,
        up: true,
    };
    assert_eq!(events, [expected]);
}

#[test]
fn a_screen_stays_readable_for_good() {
    let bytes = [1, 0, 0x82, 0x82, 0x18, 26, 1, 0x82, 0x18, 26, 14];
    let batch = Batch::read(&bytes, 10).expect("it can be read");
    let events = batch.collect::<Read<Vec<Event>>>().expect("all of it");
    let black = Screen {
        blank: Some(Blank::Black),
        ..Screen::default()
    };
    let all = Screen {
        blank: Some(Blank::White),
        frozen: true,
        results_hidden: true,
    };
    assert_eq!(events, [Event::ScreenChanged(black), Event::ScreenChanged(all)]);
}

#[test]
fn what_was_seen_in_the_room_stays_readable_for_good() {
    let mut bytes = vec![1, 0, 0x83];
    bytes.extend([0x86, 0x18, 28, 0, 2, 0xf5, 0x19, 1, 44, 7]);
    bytes.extend([0x86, 0x18, 28, 0, 0, 0xf4, 5, 8]);
    bytes.extend([0x83, 0x18, 28, 1, 0xf5]);
    let batch = Batch::read(&bytes, 10).expect("it can be read");
    let events = batch.collect::<Read<Vec<Event>>>().expect("all of it");
    let counted = |profile, seen, desk, number| {
        let tap = Tap { desk, number };
        Event::Observed(Sighting::Counted { profile, seen, tap })
    };
    let expected = [
        counted(2, Seen::More, 300, 7),
        counted(0, Seen::Less, 5, 8),
        Event::Observed(Sighting::Shown(true)),
    ];
    assert_eq!(events, expected);
    assert_eq!(encode(&expected, 10, 0), bytes, "and is written so");
}

#[test]
fn an_edited_talk_stays_readable_for_good() {
    // As it was first kept; what a talk may say besides has come and will come later.
    let talk = r#"{"title":"T","subtitle":null,"author":null,"date":null,"organisation":null,"language":"fr","typology":{"minimum_answers":1,"profiles":[]},"polls":[],"slides":[{"id":"s","layout":"cover","title":"T","steps":1,"blocks":[],"right":[],"polls":[],"results_of":null,"profile":null,"bird":null,"image":null,"notes":[],"minutes":null}]}"#;
    let mut bytes = vec![1, 0, 0x81, 0x82, 0x18, 27, 0x79];
    bytes.extend((talk.len() as u16).to_be_bytes());
    bytes.extend(talk.bytes());
    let batch = Batch::read(&bytes, 10).expect("it can be read");
    let events = batch.collect::<Read<Vec<Event>>>().expect("all of it");
    let [Event::Revised(read)] = events.as_slice() else {
        panic!("{events:?}");
    };
    assert_eq!((read.title.as_str(), read.slides.len()), ("T", 1));
    let again = encode(&events, 10, 0);
    let batch = Batch::read(&again, 10).expect("it can be read");
    assert_eq!(batch.collect::<Read<Vec<Event>>>().expect("all of it"), events);
}
