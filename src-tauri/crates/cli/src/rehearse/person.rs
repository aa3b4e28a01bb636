//! How a simulated person answers: as their profile would, mostly, and when they get round to it.

use std::sync::Arc;
use std::time::Duration;

use fastrand::Rng;
use gazouillis_core::{Answer, Deck, Poll, PollKind};
use gazouillis_protocol::{PhonePoll, PollKindName};

/// How often a person answers unlike their profile.
const WHIM: f64 = 0.2;
/// How many of those whose profile may hide another do hide one.
const HIDING: f64 = 0.6;
/// How often such a person answers as the hidden profile would.
const LAPSE: f64 = 0.3;
/// How often a person does not answer at all.
const ABSENT: f64 = 0.05;
/// How often a person changes their mind after a first answer.
const SECOND_THOUGHTS: f64 = 0.12;
/// The quickest and the slowest usual answer, in seconds: reading takes time.
const QUICKEST: f64 = 1.5;
const SLOWEST: f64 = 9.0;

/// One simulated person.
pub(super) struct Person {
    deck: Arc<Deck>,
    profile: Option<usize>,
    /// What is behind the profile, when anything is.
    hidden: Option<usize>,
    dice: Rng,
    speed: f64,
}

/// Deals profiles in the talk's reference shares, in random order. `None` for a talk without profiles.
pub(super) fn deal(deck: &Deck, people: usize, dice: &mut Rng) -> Vec<Option<usize>> {
    let profiles = &deck.typology.profiles;
    let total: f64 = profiles.iter().map(|profile| profile.reference).sum();
    if total <= 0.0 {
        return vec![None; people];
    }
    let mut dealt = Vec::with_capacity(people);
    let mut owed = vec![0.0; profiles.len()];
    for _ in 0..people {
        for (owed, profile) in owed.iter_mut().zip(profiles) {
            *owed += profile.reference / total;
        }
        let next = (0..owed.len())
            .max_by(|&a, &b| owed[a].total_cmp(&owed[b]))
            .unwrap_or_default();
        owed[next] -= 1.0;
        dealt.push(Some(next));
    }
    dice.shuffle(&mut dealt);
    dealt
}

impl Person {
    pub(super) fn new(deck: Arc<Deck>, profile: Option<usize>, mut dice: Rng, speed: f64) -> Self {
        let masks = profile.map_or(&[][..], |profile| &deck.typology.profiles[profile].masks);
        let hides = !masks.is_empty() && dice.f64() < HIDING;
        Self {
            hidden: hides.then(|| masks[dice.usize(..masks.len())]),
            deck,
            profile,
            dice,
            speed: speed.max(0.01),
        }
    }

    /// How long the person takes to walk in and scan.
    pub(super) fn arrival(&mut self) -> Duration {
        self.seconds(self.dice.clone().f64() * 4.0)
    }

    /// How long the person thinks.
    pub(super) fn thinking(&mut self) -> Duration {
        // The product of two draws makes most quick and a few slow.
        let slow = self.dice.f64() * self.dice.f64();
        self.seconds(QUICKEST + slow * (SLOWEST - QUICKEST))
    }

    /// Whether the person lets this question pass.
    pub(super) fn lets_pass(&mut self) -> bool {
        self.dice.f64() < ABSENT
    }

    /// Whether the person thinks again.
    pub(super) fn thinks_again(&mut self) -> bool {
        self.dice.f64() < SECOND_THOUGHTS
    }

    fn seconds(&self, seconds: f64) -> Duration {
        Duration::from_secs_f64(seconds / self.speed)
    }

    /// The person's answer to a question as the phone shows it.
    pub(super) fn answer(&mut self, shown: &PhonePoll) -> Answer {
        let deck = Arc::clone(&self.deck);
        let known = deck.polls.iter().find(|poll| poll.id == shown.id);
        // A self-portrait is what one says of oneself: nothing hidden speaks there.
        let lapses = self.dice.f64() < LAPSE && known.is_some_and(|poll| !poll.portrait);
        let speaking = self.hidden.filter(|_| lapses).or(self.profile);
        let favourites = known.map_or_else(Vec::new, |poll| self.favourites(speaking, poll, shown));
        match shown.kind {
            PollKindName::Single | PollKindName::Quiz => Answer::Choice {
                choice: self.one_of(shown, &favourites),
            },
            PollKindName::Multiple => {
                let most = (shown.max_choices as usize).clamp(1, shown.options.len());
                let mut choices: Vec<String> = shown.options.iter().map(|option| option.id.clone()).collect();
                self.dice.shuffle(&mut choices);
                choices.truncate(1 + self.dice.usize(..most));
                Answer::Choices { choices }
            }
        }
    }

    fn one_of(&mut self, shown: &PhonePoll, favourites: &[String]) -> String {
        if favourites.is_empty() || self.dice.f64() < WHIM {
            return shown.options[self.dice.usize(..shown.options.len())].id.clone();
        }
        favourites[self.dice.usize(..favourites.len())].clone()
    }

    /// The options a person of this profile would pick: those that give it most points; in a self-portrait its own; in a
    /// quiz the right ones.
    fn favourites(&self, profile: Option<usize>, poll: &Poll, shown: &PhonePoll) -> Vec<String> {
        let Some(profile) = profile else { return Vec::new() };
        let points = |option: usize| -> u32 {
            let own = &self.deck.typology.profiles[profile].id;
            match &poll.kind {
                PollKind::Quiz { right, .. } => u32::from(right.contains(&option)),
                _ if poll.portrait => u32::from(poll.options[option].id == *own),
                _ => poll.options[option]
                    .scores
                    .iter()
                    .filter(|(index, _)| *index == profile)
                    .map(|(_, p)| p)
                    .sum(),
            }
        };
        let most = (0..poll.options.len()).map(points).max().unwrap_or(0);
        let best = (0..poll.options.len()).filter(|&option| most > 0 && points(option) == most);
        let ids = best.map(|option| poll.options[option].id.clone());
        ids.filter(|id| shown.options.iter().any(|option| option.id == *id))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::launch::built_in_deck;

    #[test]
    fn thirty_people_are_dealt_in_the_reference_shares() {
        let deck = built_in_deck();
        let dealt = deal(&deck, 30, &mut Rng::with_seed(1));
        for (index, profile) in deck.typology.profiles.iter().enumerate() {
            let count = dealt.iter().filter(|dealt| **dealt == Some(index)).count() as f64;
            let expected = profile.reference / 100.0 * 30.0;
            assert!(
                (count - expected).abs() <= 1.0,
                "{}: {count} people, {expected} expected",
                profile.id
            );
        }
    }

    /// The built-in talk's scoring polls as a phone would show them.
    fn shown(poll: &Poll) -> PhonePoll {
        PhonePoll {
            id: poll.id.clone(),
            kind: PollKindName::Single,
            ask: poll.ask.clone(),
            hint: None,
            options: poll
                .options
                .iter()
                .map(|option| gazouillis_protocol::OptionView {
                    id: option.id.clone(),
                    text: option.text.clone(),
                })
                .collect(),
            max_choices: 1,
            state: gazouillis_protocol::PollState::Open,
            results: None,
            right: None,
            explain: None,
        }
    }

    #[test]
    fn a_rehearsal_has_something_behind_some_masks_and_nothing_behind_others() {
        let deck = Arc::new(built_in_deck());
        let busy = deck.typology.masking().next().expect("the built-in talk has a mask");
        let mut dice = Rng::with_seed(2);
        let people = (0..200).map(|_| {
            let mut person = Person::new(Arc::clone(&deck), Some(busy), dice.fork(), 1.0);
            let mut scores = gazouillis_core::typology::Scores::new(&deck.typology);
            for poll in deck.polls.iter().filter(|poll| poll.is_scoring()) {
                let choices = poll.choices(&person.answer(&shown(poll))).expect("an answer that fits");
                scores.add(&deck.typology, poll.points(choices));
            }
            scores
        });
        let people: Vec<_> = people.collect();
        let room = deck.typology.breakdown(&people);
        let masked = room.masked.as_ref().expect("a mask");
        assert!(room.count(busy) > 140.0, "most are busy: {room:?}");
        assert!(masked.simply() > 0.3 * masked.people(), "{room:?}");
        assert!(
            deck.typology
                .maskable()
                .into_iter()
                .all(|hidden| masked.count(hidden) >= 3.0),
            "{room:?}"
        );
    }
}
