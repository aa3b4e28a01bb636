//! What the page and the text say the same way: typed words fit for reading, and the sentences around the figures.

use gazouillis_core::Summary;
use gazouillis_core::channel::Reaction;
use gazouillis_core::summary::{BreakdownSummary, ChangeSummary, MaskedSummary, ProfileSummary, ReactionsSummary};

use crate::digest::Digest;
use crate::text::{one_line, spelt};
use crate::words::{Words, reaction_word};

/// The reactions that were called out at all, in the order in which they are offered.
pub(crate) fn reactions(slides: &[ReactionsSummary]) -> Vec<(Reaction, &'static str)> {
    let all = [
        Reaction::Applause,
        Reaction::Laughter,
        Reaction::Surprise,
        Reaction::Idea,
        Reaction::Heart,
    ];
    let is_used = |kind: Reaction| {
        slides
            .iter()
            .flat_map(|slide| &slide.counts)
            .any(|one| one.reaction == kind)
    };
    let used = all.into_iter().filter(|kind| is_used(*kind));
    used.map(|kind| (kind, reaction_word(kind))).collect()
}

/// What can be done for the people of one profile.
pub(crate) struct Advice<'s> {
    pub(crate) profile: &'s ProfileSummary,
    /// Who they are; may be empty.
    pub(crate) summary: String,
    /// What moves them; may be empty.
    pub(crate) lever: String,
    /// What to do; may be empty.
    pub(crate) done: Vec<String>,
    /// What stands above what to do: where it is from.
    pub(crate) origin: String,
}

/// A summary about to be written out.
pub(crate) struct Reading<'s> {
    pub(crate) summary: &'s Summary,
    pub(crate) digest: Digest,
    pub(crate) words: Words,
}

impl<'s> Reading<'s> {
    pub(crate) fn new(summary: &'s Summary) -> Self {
        Self {
            summary,
            digest: Digest::new(summary),
            words: Words::new(summary.language),
        }
    }

    /// Typed words as one line of visible text, spelt as the language is. It is still text: each format escapes it its way.
    pub(crate) fn line(&self, typed: &str) -> String {
        spelt(&one_line(typed), self.summary.language)
    }

    /// What to do next, first what would move most people. A profile of which nothing can be said is left out.
    pub(crate) fn advice(&self) -> Vec<Advice<'s>> {
        let Some(profiles) = self.profiles() else {
            return Vec::new();
        };
        let told = self.digest.actions.iter().map(|action| {
            let profile = &profiles[action.profile];
            let done = action.actions.iter().map(|done| self.line(done));
            let origin = if action.is_advice {
                "html_advised"
            } else {
                "html_actions"
            };
            Advice {
                profile,
                summary: self.line(&profile.summary),
                lever: self.line(&profile.lever),
                done: done.filter(|line| !line.is_empty()).collect(),
                origin: self.words.get(origin),
            }
        });
        told.filter(|advice| !(advice.summary.is_empty() && advice.lever.is_empty() && advice.done.is_empty()))
            .collect()
    }

    /// The next steps that people chose.
    pub(crate) fn steps(&self) -> Option<String> {
        self.digest.steps.as_deref().map(|steps| self.line(steps))
    }

    /// Typed words, or others where there is nothing to see, so that no heading is empty.
    pub(crate) fn or_else(&self, typed: &str, other: &str) -> String {
        let line = self.line(typed);
        if line.is_empty() { self.line(other) } else { line }
    }

    pub(crate) fn title(&self) -> String {
        self.or_else(&self.summary.title, &self.words.get("document"))
    }

    pub(crate) fn subtitle(&self) -> Option<String> {
        self.present(self.summary.subtitle.as_deref())
    }

    fn present(&self, typed: Option<&str>) -> Option<String> {
        typed.map(|typed| self.line(typed)).filter(|line| !line.is_empty())
    }

    /// When, where, and by whom.
    pub(crate) fn circumstances(&self) -> Vec<String> {
        let date = Some(self.line(&self.digest.date));
        let organisation = self.present(self.summary.organisation.as_deref());
        let author = self.present(self.summary.author.as_deref());
        [date, organisation, author].into_iter().flatten().collect()
    }

    /// What must not be overlooked, in a word and in a sentence: figures that are no people's, or not final.
    pub(crate) fn warnings(&self) -> Vec<(String, String)> {
        let told = |key: &str| (self.words.get(key), self.words.get(&format!("{key}_note")));
        let simulated = self.summary.simulated.then(|| told("rehearsal"));
        let provisional = (!self.summary.finished).then(|| told("provisional"));
        simulated.into_iter().chain(provisional).collect()
    }

    /// The counts of the first glance, each with what is counted.
    pub(crate) fn figures(&self) -> Vec<(String, String)> {
        let classified = self
            .summary
            .breakdown
            .as_ref()
            .map(|room| ("classified", room.classified));
        let counts = [("joined", self.summary.joined), ("voters", self.summary.voters)];
        let told = |(key, count): (&str, u32)| (self.words.number(f64::from(count)), self.words.plural(key, count));
        counts.into_iter().chain(classified).map(told).collect()
    }

    /// The profiles, where they may be shown.
    pub(crate) fn profiles(&self) -> Option<&'s [ProfileSummary]> {
        self.summary.breakdown.as_ref()?.profiles.as_deref()
    }

    /// Who is counted among the profiles, in one line.
    pub(crate) fn base(&self, room: &BreakdownSummary) -> String {
        let mut parts = vec![self.words.count("count_classified", f64::from(room.classified))];
        if room.mixed > 0 {
            parts.push(self.words.count("mixed", f64::from(room.mixed)));
        }
        if room.unclassified > 0 {
            parts.push(self.words.count("unclassified", f64::from(room.unclassified)));
        }
        parts.join(" · ")
    }

    /// Why no profiles are shown, where the talk has some.
    pub(crate) fn untold(&self) -> Option<String> {
        self.digest.untold.as_deref().map(|why| self.line(why))
    }

    /// The people of each profile; where ties were shared out, each with its decimal.
    pub(crate) fn people(&self, profiles: &[ProfileSummary]) -> Vec<String> {
        let is_whole = |count: f64| (count - count.round()).abs() < 0.05;
        let whole = profiles.iter().all(|profile| is_whole(profile.count));
        let told = |profile: &ProfileSummary| {
            if whole {
                self.words.number(profile.count)
            } else {
                self.words.tenths(profile.count)
            }
        };
        profiles.iter().map(told).collect()
    }

    /// A share from 0 to 1 as a percentage.
    pub(crate) fn share(&self, share: f64) -> String {
        format!("{}{}", self.words.number(share * 100.0), self.words.percent_sign())
    }

    /// An interval of shares as percentages.
    pub(crate) fn interval(&self, low: f64, high: f64) -> String {
        let end = |end: f64| self.words.number((end * 100.0).round());
        format!("{}–{}{}", end(low), end(high), self.words.percent_sign())
    }

    /// What is claimed beyond the people who answered.
    pub(crate) fn claims(&self) -> Vec<String> {
        let digest = &self.digest;
        let claims = [&digest.reference, &digest.company];
        claims.into_iter().flatten().map(|claim| self.line(claim)).collect()
    }

    /// The second split and its heading, where it is told.
    pub(crate) fn behind(&self) -> Option<(String, &MaskedSummary)> {
        let room = self.summary.breakdown.as_ref().filter(|room| room.profiles.is_some())?;
        let masked = room.masked.as_ref()?;
        let names: Vec<String> = masked.behind.iter().map(|name| self.line(name)).collect();
        Some((self.words.fill("masked", &[("names", &names.join(" · "))]), masked))
    }

    /// What the bars before are called.
    pub(crate) fn before(&self, change: &ChangeSummary) -> String {
        self.words.get(if change.looks_back {
            "legend_then"
        } else {
            "legend_before"
        })
    }

    /// How many answered each time.
    pub(crate) fn answered(&self, change: &ChangeSummary) -> Option<String> {
        let (before, after) = (change.before_ballots?.to_string(), change.after_ballots?.to_string());
        Some(
            self.words
                .fill("handout_answers", &[("before", &before), ("after", &after)]),
        )
    }

    /// Whether the meanings say something that the options do not.
    pub(crate) fn has_totals(change: &ChangeSummary) -> bool {
        !change.totals.is_empty()
            && change
                .options
                .as_deref()
                .is_some_and(|options| options.len() != change.totals.len())
    }

    /// What the rows and columns of a change's moves are.
    pub(crate) fn moved(&self, change: &ChangeSummary) -> Vec<String> {
        if change.meanings.is_empty() {
            let options = change.options.as_deref().unwrap_or_default();
            return options.iter().map(|option| self.line(&option.text)).collect();
        }
        change.meanings.iter().map(|meaning| self.line(meaning)).collect()
    }

    /// How the questions to the speaker stand.
    pub(crate) fn asked(&self) -> Option<String> {
        let asked = self.summary.questions.as_ref()?;
        let told = [
            self.words.count("questions_shown", f64::from(asked.asked)),
            self.words.count("questions_answered", f64::from(asked.answered)),
        ];
        let told = told.join(" · ");
        Some(if asked.kept.is_empty() {
            format!("{told}. {}", self.words.get("questions_not_kept"))
        } else {
            told
        })
    }

    /// How all this was worked out, and what is kept nowhere: each with its heading.
    pub(crate) fn method(&self) -> Vec<(String, String)> {
        let words = self.words;
        let told = |key: &str| (words.get(key), words.get(&format!("{key}_text")));
        let mut notes = Vec::new();
        if let Some(room) = &self.summary.breakdown {
            let minimum = room.minimum_answers.to_string();
            let text = words.fill("method_profile_text", &[("minimum", &minimum)]);
            notes.push((words.get("method_profile"), text));
        }
        notes.push(told("method_interval"));
        let room = self.summary.breakdown.as_ref();
        notes.extend(
            room.filter(|room| room.reference.is_some())
                .map(|_| told("method_reference")),
        );
        notes.extend(room.filter(|room| room.masked.is_some()).map(|_| told("method_masked")));
        notes.push(told("method_privacy"));
        notes
    }

    /// Which session this is.
    pub(crate) fn colophon(&self) -> String {
        let date = self.line(&self.digest.date);
        let session = self.line(&self.summary.session);
        self.words
            .fill("method_session", &[("session", &session), ("date", &date)])
    }
}
