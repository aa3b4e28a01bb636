//! How a simulated person answers: as their profile would, mostly, and when they get round to it.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use fastrand::Rng;
use gazouillis_core::deck::Language;
use gazouillis_core::kind::Rehearsed;
use gazouillis_core::poll::Pair;
use gazouillis_core::statistics::SplitMix64;
use gazouillis_core::{Answer, Deck, Poll, Question};
use gazouillis_protocol::PhonePoll;

/// How many of those whose profile may hide another do hide one.
const HIDING: f64 = 0.6;
/// How often such a person answers as the hidden profile would.
const LAPSE: f64 = 0.3;
/// How often a person does not answer at all.
const ABSENT: f64 = 0.05;
/// How often a person changes their mind after a first answer.
const SECOND_THOUGHTS: f64 = 0.12;
/// How often a person asked a second time says what they said before, and how often they still say so when asked about that time.
const UNMOVED: f64 = 0.6;
const REMEMBERED: f64 = 0.75;
/// How often a person supports a text of somebody else.
const SUPPORT: f64 = 0.3;
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
    /// What the person has answered, by poll.
    said: HashMap<String, Answer>,
}

/// Deals profiles in the talk's reference shares, or equally where it has none, in random order. `None` for a talk without profiles.
pub(super) fn deal(deck: &Deck, people: usize, dice: &mut Rng) -> Vec<Option<usize>> {
    let count = deck.typology.profiles.len();
    let shares = deck.typology.references().unwrap_or_else(|| vec![1.0; count]);
    let total: f64 = shares.iter().sum();
    if total <= 0.0 {
        return vec![None; people];
    }
    let mut dealt = Vec::with_capacity(people);
    let mut owed = vec![0.0; count];
    for _ in 0..people {
        for (owed, share) in owed.iter_mut().zip(&shares) {
            *owed += share / total;
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
            said: HashMap::new(),
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

    /// Whether the person supports what somebody else wrote.
    pub(super) fn supports(&mut self) -> bool {
        self.dice.f64() < SUPPORT
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
        let lapses = self.dice.f64() < LAPSE && known.is_some_and(|poll| !poll.is_portrait());
        let profile = self.hidden.filter(|_| lapses).or(self.profile);
        let person = Rehearsed {
            profile,
            profile_id: profile.map(|profile| deck.typology.profiles[profile].id.as_str()),
            english: deck.language == Language::En,
        };
        let mut dice = SplitMix64::new(self.dice.u64(..));
        // Of another talk only what phones are shown is known.
        let same = |poll: &&Poll| poll.question.view() == shown.question;
        let thought = match known.filter(same) {
            Some(poll) => poll.question.rehearsed(&person, &mut dice),
            None => Question::seen(&shown.question).rehearsed(&person, &mut dice),
        };
        let answer = self.said_before(shown).unwrap_or(thought);
        self.said.insert(shown.id.clone(), answer.clone());
        answer
    }

    /// What the person said when the question was asked before, where they say it again.
    fn said_before(&mut self, shown: &PhonePoll) -> Option<Answer> {
        let index = self.deck.polls.iter().position(|poll| poll.id == shown.id)?;
        let poll = &self.deck.polls[index];
        let stays = match poll.pair? {
            Pair::Before => return None,
            Pair::After => UNMOVED,
            Pair::Then => REMEMBERED,
        };
        let before = self.deck.wave(index, Pair::Before)?;
        let said = self.said.get(&self.deck.polls[before].id)?.clone();
        // The second question may have options of its own.
        poll.question.read(&said).ok()?;
        (self.dice.f64() < stays).then_some(said)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::BuiltIn;
    use gazouillis_core::deck::Language;

    #[test]
    fn thirty_people_are_dealt_in_the_reference_shares() {
        let deck = BuiltIn::of(Language::Fr).deck();
        let dealt = deal(&deck, 30, &mut Rng::with_seed(1));
        for (index, profile) in deck.typology.profiles.iter().enumerate() {
            let count = dealt.iter().filter(|dealt| **dealt == Some(index)).count() as f64;
            let expected = profile.reference.unwrap_or_default() / 100.0 * 30.0;
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
            ask: poll.ask.clone(),
            speed: false,
            hint: None,
            question: poll.question.view(),
            timer: None,
            state: gazouillis_protocol::PollState::Open,
            results: None,
            solution: None,
            explain: None,
            upvotes: None,
        }
    }

    #[test]
    fn most_say_again_what_they_said_before_and_more_of_them_when_asked_about_that_time() {
        let asked = |id: &str, pair: &str| {
            format!("```poll\nid: {id}\nkind: number\npair: {pair}\nask: \"Combien ?\"\nrange: [0, 1000000]\n```")
        };
        let slides =
            [("vu-avant", "before"), ("vu-apres", "after"), ("vu-alors", "then")].map(|(id, pair)| asked(id, pair));
        let talk = format!(
            "---\ntitle: Trois fois\nlang: fr\n---\n\n{}",
            slides.join("\n\n---\n\n")
        );
        let (deck, mistakes, _) = gazouillis_deck::parse(&talk).into_parts();
        let deck = Arc::new(deck.unwrap_or_else(|| panic!("{mistakes:?}")));
        let mut dice = Rng::with_seed(3);
        let mut again = [0.0, 0.0];
        for _ in 0..400 {
            let mut person = Person::new(Arc::clone(&deck), None, dice.fork(), 1.0);
            let [before, after, then] = [0, 1, 2].map(|poll| person.answer(&shown(&deck.polls[poll])));
            again[0] += f64::from(u8::from(after == before)) / 400.0;
            again[1] += f64::from(u8::from(then == before)) / 400.0;
        }
        assert!(
            (again[0] - UNMOVED).abs() < 0.1 && (again[1] - REMEMBERED).abs() < 0.1,
            "{again:?}"
        );
    }

    #[test]
    fn a_rehearsal_has_something_behind_some_masks_and_nothing_behind_others() {
        let deck = Arc::new(BuiltIn::of(Language::Fr).deck());
        let busy = deck.typology.masking().next().expect("the built-in talk has a mask");
        let mut dice = Rng::with_seed(2);
        let people = (0..200).map(|_| {
            let mut person = Person::new(Arc::clone(&deck), Some(busy), dice.fork(), 1.0);
            let mut scores = gazouillis_core::typology::Scores::new(&deck.typology);
            for poll in deck.polls.iter().filter(|poll| poll.is_scoring()) {
                let marks = poll
                    .question
                    .read(&person.answer(&shown(poll)))
                    .expect("an answer that fits");
                scores.add(&deck.typology, poll.question.points(&marks).into_iter());
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
