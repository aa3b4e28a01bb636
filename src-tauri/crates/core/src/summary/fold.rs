//! From the session to its summary: what has been published, and nothing else.

use std::sync::Arc;

use super::{
    AgainstReference, BreakdownSummary, ChangeSummary, ChangeVerdict, ChangedOption, MaskedProfile, MaskedShare,
    MaskedSummary, PollSummary, PortraitSummary, ProfileSummary, SUMMARY_VERSION, SessionFacts, Summary,
};
use crate::change::{Change, Told, Totals};
use crate::disclosure::{Flow, FrozenBreakdown, PairRule, shown_shares};
use crate::kind::Question;
use crate::poll::Pair;
use crate::poll::Poll;
use crate::session::Session;
use crate::share::PARTS;
use crate::statistics::{SAMPLES, SMALLEST_CHANGE, against_reference, kappa, mcnemar_mid_p, movements};
use crate::tally::Tally;
use crate::typology::{Breakdown, Classification, Masked, Scores};

/// From where the drawings of a summary start; the same room is judged the same each time.
const SEED: u64 = 20_261_122;

impl Session {
    /// Sums the session up: what it has published so far. Once it is finished that is everything that may be told.
    #[must_use]
    pub fn summary(&self, facts: SessionFacts) -> Summary {
        let deck = self.deck();
        let people = self.published_people();
        Summary {
            version: SUMMARY_VERSION,
            session: facts.id,
            title: deck.title.clone(),
            subtitle: deck.subtitle.clone(),
            author: deck.author.clone(),
            organisation: deck.organisation.clone(),
            language: deck.language,
            started_at: facts.started_at,
            started_local: facts.started_local,
            finished: self.is_finished(),
            simulated: self.is_simulated(),
            joined: people.joined,
            voters: people.voters,
            breakdown: (!deck.typology.profiles.is_empty()).then(|| self.breakdown_summary()),
            observed: self.observed_summary(),
            polls: (0..deck.polls.len())
                .filter_map(|poll| Some(self.poll_summary(poll, self.revealed_totals(poll)?)))
                .collect(),
            changes: self.changes().map(|change| self.change_summary(&change)).collect(),
            questions: self.questions_summary(),
            reactions: self.reactions_summary(),
        }
    }

    fn breakdown_summary(&self) -> BreakdownSummary {
        let typology = &self.deck().typology;
        let shown = self.shown_breakdown();
        let room = &shown.room;
        let told = !shown.is_waiting && (self.frozen_breakdown().is_some() || self.is_simulated());
        BreakdownSummary {
            people: room.people,
            classified: room.classified(),
            unclassified: room.unclassified,
            mixed: if told { room.mixed } else { 0 },
            minimum_answers: typology.minimum_answers,
            minimum: self.minimum_group(),
            birds: typology.profiles.iter().map(|profile| profile.bird.clone()).collect(),
            profiles: told.then(|| self.profile_summaries(room)),
            masked: room
                .masked
                .as_ref()
                .filter(|_| told)
                .and_then(|masked| self.masked_summary(masked)),
            has_masks: typology.masking().next().is_some(),
            company: None,
            reference: self
                .frozen_breakdown()
                .filter(|_| told)
                .and_then(|frozen| self.against_reference(frozen)),
            portrait: self
                .frozen_breakdown()
                .filter(|_| self.is_finished())
                .and_then(|frozen| self.portrait(frozen)),
        }
    }

    fn profile_summaries(&self, room: &Breakdown) -> Vec<ProfileSummary> {
        let profiles = self.deck().typology.profiles.iter().zip(room.percentages()).enumerate();
        let summary = |(index, (profile, percent)): (usize, (&crate::Profile, u32))| ProfileSummary {
            id: profile.id.clone(),
            name: profile.name.clone(),
            bird: profile.bird.clone(),
            summary: profile.summary.clone(),
            lever: profile.lever.clone(),
            actions: profile.actions.clone(),
            advice: profile.advice.clone(),
            count: room.count(index),
            share: room.count(index) / f64::from(room.classified().max(1)),
            percent,
            low: None,
            high: None,
            reference: profile.reference.map(|percent| percent / 100.0),
        };
        profiles.map(summary).collect()
    }

    fn masked_summary(&self, masked: &Masked) -> Option<MaskedSummary> {
        let typology = &self.deck().typology;
        let split = masked.shown(if self.is_simulated() { 0 } else { self.minimum_group() })?;
        let share = |(count, percent): (f64, u32)| MaskedShare { count, percent };
        let profile = |index: usize| {
            let (count, percent) = split.parts[index]?;
            let profile = &typology.profiles[index];
            Some(MaskedProfile {
                id: profile.id.clone(),
                name: profile.name.clone(),
                bird: profile.bird.clone(),
                count,
                percent,
            })
        };
        Some(MaskedSummary {
            behind: typology
                .masking()
                .map(|index| typology.profiles[index].name.clone())
                .collect(),
            people: masked.people(),
            profiles: typology.maskable().into_iter().filter_map(profile).collect(),
            simply: split.simply.map(share),
            untold: split.untold.map(share),
        })
    }

    /// The one profile of each person in the breakdown, by participant.
    fn single_profiles<'a>(&'a self, frozen: &'a FrozenBreakdown) -> impl Iterator<Item = Option<usize>> + 'a {
        let typology = &self.deck().typology;
        frozen
            .people()
            .iter()
            .map(|scores: &Scores| match typology.classify(scores) {
                Classification::Classified(profiles) if profiles.len() == 1 => Some(profiles[0]),
                _ => None,
            })
    }

    fn against_reference(&self, frozen: &FrozenBreakdown) -> Option<AgainstReference> {
        let reference = self.deck().typology.references()?;
        let profiles = &self.deck().typology.profiles;
        let mut counts = vec![0_u32; profiles.len()];
        for profile in self.single_profiles(frozen).flatten() {
            counts[profile] += 1;
        }
        let against = against_reference(&counts, &reference, SEED, SAMPLES);
        Some(match against.is_clear() {
            None => AgainstReference::TooSmall,
            Some(false) => AgainstReference::Compatible,
            Some(true) => AgainstReference::Different,
        })
    }

    /// How many chose the portrait that their answers draw. It is the diagonal of a table whose totals are known, and told
    /// by the same rule as a change of mind.
    fn portrait(&self, frozen: &FrozenBreakdown) -> Option<PortraitSummary> {
        let profiles = &self.deck().typology.profiles;
        let index = self.deck().polls.iter().position(Poll::is_portrait)?;
        let Question::Single(single) = &self.deck().polls[index].question else {
            return None;
        };
        let options = &single.options;
        let profile_of = |option: usize| profiles.iter().position(|profile| profile.id == options[option].id);
        let (mut chosen, mut computed) = (vec![0_u32; profiles.len()], vec![0_u32; profiles.len()]);
        let counts = self.revealed_totals(index)?.counts.choice()?;
        for (option, count) in counts.options.iter().enumerate() {
            chosen[profile_of(option)?] += count;
        }
        let mut pairs = Vec::new();
        for (person, single) in self.participants().iter().zip(self.single_profiles(frozen)) {
            let Some(single) = single else { continue };
            computed[single] += 1;
            let portrait = person
                .ballot(index)
                .and_then(|ballot| ballot.marks.choice()?.options().next());
            pairs.extend(portrait.and_then(profile_of).map(|portrait| (portrait, single)));
        }
        let mut table = vec![vec![0; profiles.len()]; profiles.len()];
        for (portrait, single) in &pairs {
            table[*portrait][*single] += 1;
        }
        let rule = PairRule::new(&chosen, &computed, pairs.len() as u32, self.minimum_group());
        if !self.is_simulated() && rule.flow(&table) == Flow::Silent {
            return None;
        }
        let agreement = kappa(&pairs, profiles.len(), SEED, SAMPLES / 5);
        Some(PortraitSummary {
            people: agreement.people,
            agreed: agreement.agreed,
            kappa: agreement.kappa.as_ref().map(|kappa| kappa.value),
            low: agreement.kappa.as_ref().map(|kappa| kappa.interval.low),
            high: agreement.kappa.as_ref().map(|kappa| kappa.interval.high),
        })
    }

    fn poll_summary(&self, index: usize, tally: &Arc<Tally>) -> PollSummary {
        let poll = &self.deck().polls[index];
        PollSummary {
            id: poll.id.clone(),
            ask: poll.ask.clone(),
            round: poll.round,
            improvised: poll.improvised,
            ballots: tally.ballots,
            question: poll.question.view(),
            figures: tally.kept(&poll.question, &self.polls()[index].moderation),
            solution: poll.question.solution(&tally.counts),
            pace: self.pace(index),
            explain: poll.explain.clone(),
        }
    }

    fn change_summary(&self, change: &Change) -> ChangeSummary {
        let poll = &self.deck().polls[change.before_poll];
        let comparison = &change.comparison;
        let meanings = if comparison.exclusive {
            comparison.meanings.as_slice()
        } else {
            &[]
        };
        // What is not told is not even looked at: an edit may have left the two with different rows.
        let told = change.is_showable().then(|| {
            let texts = comparison.rows.iter().map(|row| row.text.as_str());
            let options = changed(texts, &change.before, &change.after, comparison.exclusive);
            let [before, after] = [&change.before, &change.after].map(|totals| totals.by_meaning(meanings));
            let labels = meanings.iter().map(|meaning| meaning.label.as_str());
            (options, changed(labels, &before, &after, true))
        });
        let (options, totals) = told.unzip();
        let (flows, switches) = match &change.told {
            Told::Flow(Flow::Table(table)) => (
                Some(
                    table
                        .iter()
                        .map(|row| row.iter().copied().map(Some).collect())
                        .collect(),
                ),
                Vec::new(),
            ),
            Told::Options(switches) => (None, switches.clone()),
            Told::TooFew | Told::Flow(_) => (None, Vec::new()),
        };
        ChangeSummary {
            before: poll.id.clone(),
            after: self.deck().polls[change.after_poll].id.clone(),
            looks_back: poll.pair == Some(Pair::Then),
            ask: poll.ask.clone(),
            people: change.people,
            before_ballots: Some(change.before.ballots),
            after_ballots: Some(change.after.ballots),
            options,
            totals: totals.unwrap_or_default(),
            meanings: meanings.iter().map(|meaning| meaning.label.clone()).collect(),
            flows,
            changed: change.changed(),
            switches,
            verdicts: verdicts(change),
        }
    }
}

/// What was answered before and after, row by row.
fn changed<'a>(
    texts: impl Iterator<Item = &'a str>,
    before: &Totals,
    after: &Totals,
    exclusive: bool,
) -> Vec<ChangedOption> {
    let (before_percent, after_percent) = (before.percentages(exclusive), after.percentages(exclusive));
    let option = |(index, text): (usize, &str)| ChangedOption {
        text: text.to_owned(),
        before: before.rows[index],
        after: after.rows[index],
        before_percent: before_percent[index],
        after_percent: after_percent[index],
    };
    texts.enumerate().map(option).collect()
}

/// Only what is told may be judged: a verdict on hidden cells would tell something of them.
fn verdicts(change: &Change) -> Vec<ChangeVerdict> {
    let verdict = |label: &str, came: u32, left: u32, clear: bool| ChangeVerdict {
        label: label.to_owned(),
        came,
        left,
        clear,
    };
    match &change.told {
        Told::Flow(Flow::Table(table)) => {
            let moved = movements(table).into_iter().zip(&change.comparison.meanings);
            let tested = moved.filter_map(|(moved, meaning)| {
                Some(verdict(
                    &meaning.label,
                    moved.gained,
                    moved.lost,
                    moved.verdict.is_clear()?,
                ))
            });
            tested.collect()
        }
        Told::Options(switches) if change.people >= SMALLEST_CHANGE => {
            let told: Vec<(usize, &crate::change::Switch)> = switches
                .iter()
                .enumerate()
                .filter_map(|(option, switch)| Some((option, switch.as_ref()?)))
                .collect();
            let rows = &change.comparison.rows;
            // Several options are judged at once: the level is shared among them (Bonferroni).
            let level = crate::statistics::LEVEL / told.len().max(1) as f64;
            let judged = told.into_iter().map(|(option, switch)| {
                let clear = mcnemar_mid_p(switch.came, switch.left) < level;
                verdict(&rows[option].text, switch.came, switch.left, clear)
            });
            judged.collect()
        }
        Told::TooFew | Told::Flow(_) | Told::Options(_) => Vec::new(),
    }
}

/// The second split as far as it may be told, each part in people and as a whole percentage.
#[derive(Debug, Clone, PartialEq)]
pub struct ShownSplit {
    /// Per profile of the typology; `None` where it may not be told or nobody is.
    pub parts: Vec<Option<(f64, u32)>>,
    /// Those behind whom nothing was found.
    pub simply: Option<(f64, u32)>,
    /// All others together; `None` when there are none.
    pub untold: Option<(f64, u32)>,
}

impl Masked {
    /// The second split as far as it may be told. `None` when too few people are in it, or nothing may be told.
    #[must_use]
    pub fn shown(&self, minimum: u32) -> Option<ShownSplit> {
        let all: Vec<u64> = self.parts.iter().copied().chain([self.simply]).collect();
        let shown = shown_shares(&all, minimum, PARTS)?;
        let told: Vec<u64> = shown.iter().map(|part| part.unwrap_or(0)).collect();
        let untold = self.people - told.iter().sum::<u64>();
        let whole: Vec<u64> = told.into_iter().chain([untold]).collect();
        let percents = crate::share::percentages(&whole);
        let part = |index: usize| (whole[index] > 0).then(|| (whole[index] as f64 / PARTS as f64, percents[index]));
        let last = self.parts.len();
        Some(ShownSplit {
            parts: (0..last).map(part).collect(),
            simply: part(last),
            untold: part(last + 1),
        })
    }
}
