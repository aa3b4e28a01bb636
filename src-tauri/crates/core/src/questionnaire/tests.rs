use proptest::prelude::*;

use super::*;
use crate::deck::Language;
use crate::poll::{Poll, PollKind, PollOption, ResultsVisibility};
use crate::typology::Profile;

/// A generator that is good enough for judging (Marsaglia's xorshift).
fn bits(seed: u64) -> impl FnMut() -> u64 {
    let mut state = seed | 1;
    move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    }
}

fn profile(id: usize, masks: &[usize]) -> Profile {
    Profile {
        id: format!("p{id}"),
        name: format!("Profile {id}"),
        reference: 0.0,
        bird: "curieux".into(),
        summary: String::new(),
        lever: String::new(),
        advice: Vec::new(),
        masks: masks.to_vec(),
    }
}

fn poll(id: usize, options: &[Vec<(usize, u32)>]) -> Poll {
    Poll {
        id: format!("q{id}"),
        kind: PollKind::Single,
        ask: String::new(),
        hint: None,
        results: ResultsVisibility::Live,
        options: options
            .iter()
            .enumerate()
            .map(|(index, scores)| PollOption {
                id: format!("o{index}"),
                text: String::new(),
                scores: scores.clone(),
                note: None,
                means: None,
            })
            .collect(),
        pair: None,
        portrait: false,
    }
}

/// A talk with so many profiles, the last of which may mask the others, and polls given by their scores.
fn talk(profiles: usize, masks: &[usize], polls: &[Vec<Vec<(usize, u32)>>]) -> Deck {
    Deck {
        title: String::new(),
        subtitle: None,
        author: None,
        date: None,
        organisation: None,
        language: Language::Fr,
        typology: Typology {
            minimum_answers: 2,
            profiles: (0..profiles)
                .map(|id| profile(id, if id + 1 == profiles { masks } else { &[] }))
                .collect(),
        },
        minimum_group: crate::typology::MINIMUM_GROUP,
        polls: polls
            .iter()
            .enumerate()
            .map(|(id, options)| poll(id, options))
            .collect(),
        slides: Vec::new(),
    }
}

/// Every poll has one option per profile, worth three points to it.
fn plain(profiles: usize, polls: usize) -> Vec<Vec<Vec<(usize, u32)>>> {
    vec![(0..profiles).map(|profile| vec![(profile, 3)]).collect(); polls]
}

#[test]
fn a_sound_questionnaire_has_no_findings() {
    let report = judge(&talk(5, &[], &plain(5, 9)), 4000, &mut bits(1));
    assert_eq!(report.findings(), []);
    assert_eq!(report.scoring_polls, 9);
    let shares: f64 = report.profiles.iter().map(|profile| profile.random_share).sum();
    assert!(
        (shares + report.unclassified - 1.0).abs() < 1e-9,
        "everybody is somewhere: {report:?}"
    );
}

#[test]
fn a_profile_without_points_is_out_of_reach() {
    let report = judge(&talk(3, &[], &plain(2, 4)), 500, &mut bits(2));
    let findings = report.findings();
    assert!(findings.contains(&Finding::Unreachable { profile: 2 }), "{findings:?}");
    assert!(
        findings
            .iter()
            .any(|finding| matches!(finding, Finding::RandomShare { profile: 2, share } if *share == 0.0)),
        "{findings:?}"
    );
}

#[test]
fn a_profile_that_always_shares_its_points_is_never_alone() {
    let polls = vec![vec![vec![(0, 2), (1, 2)], vec![(1, 1)]]; 4];
    let report = judge(&talk(2, &[], &polls), 500, &mut bits(3));
    assert!(
        !report.profiles[0].reachable,
        "profile 1 has at least as many points, always"
    );
    assert!(report.profiles[1].reachable);
}

#[test]
fn too_few_scoring_polls_classify_nobody() {
    let report = judge(&talk(3, &[], &plain(3, 1)), 200, &mut bits(4));
    assert_eq!(report.unclassified, 1.0);
    assert_eq!(
        report.findings()[0],
        Finding::TooFewScoringPolls { scoring: 1, minimum: 2 }
    );
}

#[test]
fn a_mask_shows_when_other_answers_give_it_enough_points() {
    // Profile 2 hides 0 and 1. 0 gets its 4 points beside a leading 2; 1 only ever scores with 2, which says nothing.
    let polls = vec![vec![vec![(2, 5)], vec![(0, 2)], vec![(1, 3), (2, 1)]]; 4];
    let report = judge(&talk(3, &[0, 1], &polls), 2000, &mut bits(5));
    let masks = &report.profiles[2].masks;
    assert!(masks[0].reachable && !masks[1].reachable, "{masks:?}");
    let never = Finding::MaskNeverAppears { profile: 2, mask: 1 };
    assert!(report.findings().contains(&never));
}

#[test]
fn a_person_without_points_of_their_own_is_hardly_recognised() {
    // No option is the first profile's own: its people answer like anybody.
    let mut polls = plain(4, 6);
    for poll in &mut polls {
        poll[0] = vec![(1, 3)];
    }
    polls[0][0] = vec![(0, 1)];
    let report = judge(&talk(4, &[], &polls), 2000, &mut bits(6));
    assert!(report.profiles[0].recognition < 0.3, "{report:?}");
    assert!(report.profiles[3].recognition > 0.85, "{report:?}");
}

#[test]
fn the_same_bits_give_the_same_judgement() {
    let deck = talk(4, &[0, 1], &plain(4, 5));
    assert_eq!(judge(&deck, 300, &mut bits(7)), judge(&deck, 300, &mut bits(7)));
}

#[test]
fn a_talk_without_profiles_or_samples_is_judged_without_complaint() {
    assert_eq!(judge(&talk(0, &[], &[]), 100, &mut bits(8)).findings(), []);
    let report = judge(&talk(2, &[], &plain(2, 3)), 0, &mut bits(8));
    assert_eq!(report.profiles[0].random_share, 0.0);
}

/// Whether trying every set of answers finds one that leads to a profile, and to a mask behind it.
fn tried_out(deck: &Deck, profile: usize, mask: Option<usize>) -> bool {
    let questionnaire = Questionnaire::new(deck);
    let sets: usize = questionnaire.polls.iter().map(Vec::len).product();
    (0..sets).any(|mut number| {
        let picks: Vec<usize> = questionnaire
            .polls
            .iter()
            .map(|poll| {
                let pick = number % poll.len();
                number /= poll.len();
                pick
            })
            .collect();
        let scores = questionnaire.scores(picks);
        deck.typology.classify(&scores) == Classification::Classified(vec![profile])
            && mask.is_none_or(|mask| deck.typology.masked(profile, &scores) == Some(mask))
    })
}

fn any_polls() -> impl Strategy<Value = Vec<Vec<Vec<(usize, u32)>>>> {
    let option = prop::collection::vec((0..4_usize, 1..6_u32), 0..3);
    prop::collection::vec(prop::collection::vec(option, 2..4), 0..5)
}

proptest! {
    #[test]
    fn the_search_finds_what_trying_everything_finds(polls in any_polls()) {
        let deck = talk(4, &[0, 1, 2], &polls);
        let report = judge(&deck, 0, &mut bits(9));
        for profile in &report.profiles {
            prop_assert_eq!(profile.reachable, tried_out(&deck, profile.profile, None));
            for mask in &profile.masks {
                prop_assert_eq!(mask.reachable, tried_out(&deck, profile.profile, Some(mask.profile)));
            }
        }
    }

    #[test]
    fn shares_are_shares(polls in any_polls(), seed in any::<u64>()) {
        let report = judge(&talk(4, &[0, 1], &polls), 50, &mut bits(seed));
        let everybody: f64 = report.profiles.iter().map(|profile| profile.random_share).sum();
        prop_assert!((everybody + report.unclassified - 1.0).abs() < 1e-9);
        for profile in &report.profiles {
            prop_assert!((0.0..=1.0).contains(&profile.recognition));
            let hidden: f64 = profile.masks.iter().map(|mask| mask.random_share).sum();
            prop_assert!(hidden <= 1.0 + 1e-9);
            if profile.random_share > 0.0 && profile.reachable {
                prop_assert!(report.scoring_polls >= report.minimum_answers);
            }
        }
    }
}
