mod every_way;
mod scales;

use super::*;
use crate::deck::Language;
use crate::kind::{PollOption, Single};
use crate::poll::{Poll, ResultsVisibility};
use crate::speed::Speed;
use crate::typology::Profile;

/// Everything is gone through.
fn exactly() -> Effort {
    Effort::default()
}

/// So many people are drawn.
fn drawn(samples: u32) -> Effort {
    Effort {
        most_sums: 0,
        samples,
        seed: 1,
    }
}

fn profile(id: usize, masks: &[usize]) -> Profile {
    Profile {
        id: format!("p{id}"),
        name: format!("Profile {id}"),
        reference: Some(0.0),
        bird: "curieux".into(),
        summary: String::new(),
        lever: String::new(),
        actions: Vec::new(),
        advice: Vec::new(),
        masks: masks.to_vec(),
    }
}

fn poll(id: usize, options: &[Vec<(usize, u32)>]) -> Poll {
    Poll {
        id: format!("q{id}"),
        ask: String::new(),
        hint: None,
        results: ResultsVisibility::Live,
        pair: None,
        explain: None,
        timer: None,
        speed: Speed::Off,
        again: None,
        improvised: false,
        round: 1,
        question: Single {
            options: options
                .iter()
                .enumerate()
                .map(|(index, scores)| PollOption {
                    id: format!("o{index}"),
                    scores: scores.clone(),
                    ..PollOption::default()
                })
                .collect(),
            ..Single::default()
        }
        .into(),
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
        spoken: None,
        typology: Typology {
            minimum_answers: 2,
            profiles: (0..profiles)
                .map(|id| profile(id, if id + 1 == profiles { masks } else { &[] }))
                .collect(),
        },
        minimum_group: crate::typology::MINIMUM_GROUP,
        channels: Default::default(),
        leaderboard: false,
        cuts: Vec::new(),
        cut: None,
        look: Default::default(),
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

/// The same, and each profile stands first as often as any other.
fn turned(profiles: usize, polls: usize) -> Vec<Vec<Vec<(usize, u32)>>> {
    let mut turned = plain(profiles, polls);
    for (poll, options) in turned.iter_mut().enumerate() {
        options.rotate_left(poll % profiles);
    }
    turned
}

#[test]
fn a_sound_questionnaire_has_no_findings() {
    let report = judge(&talk(5, &[], &turned(5, 10)), exactly());
    assert_eq!(report.findings(), []);
    assert_eq!(report.scoring_polls, 10);
    assert_eq!(report.samples, None, "five profiles and ten polls are gone through");
    let shares: f64 = report.profiles.iter().map(|profile| profile.random_share).sum();
    assert!(
        (shares + report.unclassified - 1.0).abs() < 1e-9,
        "everybody is somewhere: {report:?}"
    );
}

#[test]
fn a_profile_without_points_is_out_of_reach() {
    let report = judge(&talk(3, &[], &plain(2, 4)), exactly());
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
    let report = judge(&talk(2, &[], &polls), exactly());
    assert!(
        !report.profiles[0].reachable,
        "profile 1 has at least as many points, always"
    );
    assert!(report.profiles[1].reachable);
}

#[test]
fn too_few_scoring_polls_classify_nobody() {
    let report = judge(&talk(3, &[], &plain(3, 1)), exactly());
    assert!((report.unclassified - 1.0).abs() < 1e-12);
    assert_eq!(
        report.findings()[0],
        Finding::TooFewScoringPolls { scoring: 1, minimum: 2 }
    );
}

#[test]
fn a_mask_shows_when_other_answers_give_it_enough_points() {
    // Profile 2 hides 0 and 1. 0 gets its 4 points beside a leading 2; 1 only ever scores with 2, which says nothing.
    let polls = vec![vec![vec![(2, 5)], vec![(0, 2)], vec![(1, 3), (2, 1)]]; 4];
    let report = judge(&talk(3, &[0, 1], &polls), exactly());
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
    let report = judge(&talk(4, &[], &polls), exactly());
    assert!(report.profiles[0].recognition < 0.3, "{report:?}");
    assert!(report.profiles[3].recognition > 0.85, "{report:?}");
}

#[test]
fn noise_is_always_another_option() {
    // Two options, three polls: recognised with two or three typical answers, 0.8³ + 3 · 0.8² · 0.2 and 0.7³ + 3 · 0.7² · 0.3.
    let report = judge(&talk(2, &[], &plain(2, 3)), exactly());
    for profile in &report.profiles {
        assert!((profile.recognition - 0.896).abs() < 1e-12, "{report:?}");
        assert!((profile.recognition_still - 0.784).abs() < 1e-12, "{report:?}");
        assert!((profile.random_share - 0.5).abs() < 1e-12, "{report:?}");
    }
}

#[test]
fn a_profile_that_stands_first_everywhere_is_favoured_by_those_who_do_not_read() {
    let report = judge(&talk(5, &[], &plain(5, 9)), exactly());
    let shift = report.profiles[0].order_shift;
    assert!(shift > ORDER_SHIFT, "{report:?}");
    assert!(report.findings().contains(&Finding::Order { profile: 0, shift }));
    let largest = |deck: &Deck| {
        let shifts = judge(deck, exactly())
            .profiles
            .into_iter()
            .map(|found| found.order_shift.abs());
        shifts.fold(0.0, f64::max)
    };
    assert!(largest(&talk(5, &[], &turned(5, 10))) < 1e-9);
    let mut shuffled = talk(5, &[], &plain(5, 9));
    for poll in &mut shuffled.polls {
        poll.question = Single {
            shuffle: true,
            options: poll.options().to_vec(),
            ..Single::default()
        }
        .into();
    }
    assert!(largest(&shuffled) < 1e-9, "nothing comes first to everybody");
}

#[test]
fn nothing_is_behind_those_who_are_only_busy_unless_the_questions_put_it_there() {
    // The last profile masks the first two; in two of eight polls nobody can say that they are busy.
    let mut polls = plain(3, 8);
    let sound = judge(&talk(3, &[0, 1], &polls), exactly());
    assert_eq!(sound.profiles[2].named_wrongly, 0.0);
    for poll in &mut polls[..2] {
        poll[2] = Vec::new();
    }
    // Of nine pairs of answers, two are twice the same hidden profile: 6 points, and a lead of 6.
    let report = judge(&talk(3, &[0, 1], &polls), exactly());
    let share = report.profiles[2].named_wrongly;
    assert!((share - 2.0 / 9.0).abs() < 1e-12, "{report:?}");
    assert!(report.findings().contains(&Finding::NamedWrongly { profile: 2, share }));
}

#[test]
fn the_same_talk_is_judged_the_same() {
    let deck = talk(4, &[0, 1], &plain(4, 5));
    assert_eq!(judge(&deck, exactly()), judge(&deck, exactly()));
    assert_eq!(judge(&deck, drawn(300)), judge(&deck, drawn(300)));
}

#[test]
fn a_talk_without_profiles_or_samples_is_judged_without_complaint() {
    assert_eq!(judge(&talk(0, &[], &[]), exactly()).findings(), []);
    let report = judge(&talk(2, &[], &plain(2, 3)), drawn(0));
    assert_eq!((report.samples, report.profiles[0].random_share), (Some(0), 0.0));
}

#[test]
fn people_are_drawn_where_their_answers_come_to_too_much_to_go_through() {
    let deck = talk(4, &[0, 1], &plain(4, 6));
    let (exact, near) = (judge(&deck, exactly()), judge(&deck, drawn(20_000)));
    assert_eq!((exact.samples, near.samples), (None, Some(20_000)));
    // Five standard errors of a share of so many people.
    let close = |one: f64, other: f64| (one - other).abs() < 5.0 * (0.25_f64 / 20_000.0).sqrt();
    for (exact, near) in exact.profiles.iter().zip(&near.profiles) {
        assert!(close(exact.random_share, near.random_share), "{exact:?} {near:?}");
        assert!(close(exact.recognition, near.recognition), "{exact:?} {near:?}");
        assert!(
            close(exact.recognition_still, near.recognition_still),
            "{exact:?} {near:?}"
        );
        assert!(close(exact.named_wrongly, near.named_wrongly), "{exact:?} {near:?}");
    }
}

#[test]
fn what_is_fair_depends_on_how_many_profiles_there_are() {
    let close = |one: f64, other: f64| (one - other).abs() < 1e-9;
    let seven = fair_share(7);
    assert!(close(*seven.start(), 0.07) && close(*seven.end(), 0.25));
    for profiles in 1..=16 {
        assert!(
            fair_share(profiles).contains(&(1.0 / profiles as f64)),
            "{profiles}: equal shares are fair"
        );
        assert!(!fair_share(profiles).contains(&0.0));
    }
    assert!(!fair_share(3).contains(&0.07), "a third of an equal share");
}
