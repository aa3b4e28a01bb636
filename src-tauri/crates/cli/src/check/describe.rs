//! The check as a value that `--json` prints.

use gazouillis_core::deck::{Deck, Language};
use gazouillis_core::questionnaire::Report;
use gazouillis_deck::Severity;
use serde::Serialize;

use super::{Outcome, diagnostics, judgement, unreadable};

/// The check of one talk, as `--json` prints it.
#[derive(Debug, Serialize)]
pub struct Check {
    /// The file as the user named it.
    pub file: String,
    /// Whether the talk can start.
    pub ok: bool,
    /// Why the file could not be read at all.
    pub error: Option<String>,
    /// Mistakes and warnings, in the order of the file.
    pub diagnostics: Vec<CheckDiagnostic>,
    /// What the talk holds, when it can start.
    pub talk: Option<CheckTalk>,
    /// What its questionnaire is worth, when it has one.
    pub questionnaire: Option<CheckQuestionnaire>,
}

/// One mistake or warning.
#[derive(Debug, Serialize)]
pub struct CheckDiagnostic {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// Whether the talk can start.
    pub severity: Severity,
    /// The kind of mistake.
    pub code: gazouillis_deck::DiagnosticCode,
    /// What to tell the author.
    pub message: String,
    /// What stands there.
    pub found: String,
    /// What may stand there.
    pub expected: String,
    /// The nearest valid word.
    pub nearest: Option<String>,
}

/// What a talk holds.
#[derive(Debug, Serialize)]
pub struct CheckTalk {
    /// Its title.
    pub title: String,
    /// How many slides.
    pub slides: usize,
    /// How many polls.
    pub polls: usize,
    /// Planned minutes, where slides say so.
    pub minutes: f32,
}

/// What a questionnaire is worth. Shares are between 0 and 1.
#[derive(Debug, Serialize)]
pub struct CheckQuestionnaire {
    /// Polls that give points.
    pub scoring_polls: u32,
    /// Answers it takes to be classified.
    pub minimum_answers: u32,
    /// People each figure was drawn from; absent when all figures are exact.
    pub samples: Option<u32>,
    /// The share of random people who are not classified.
    pub unclassified: f64,
    /// The share of random people who are shared between profiles.
    pub mixed: f64,
    /// Each profile.
    pub profiles: Vec<CheckProfile>,
    /// What the presenter should know.
    pub findings: Vec<String>,
}

/// What a questionnaire is worth for one profile.
#[derive(Debug, Serialize)]
pub struct CheckProfile {
    /// Its id.
    pub id: String,
    /// Whether some answers lead to it alone.
    pub reachable: bool,
    /// Its share of random people.
    pub random_share: f64,
    /// How much larger that share is when a tenth of them take the first option unread.
    pub order_shift: f64,
    /// How often its people are recognised when a fifth of their answers are others.
    pub recognition: f64,
    /// The same when three in ten of their answers are.
    pub recognition_at_30_percent: f64,
    /// Of those who choose it wherever they can: the share behind whom another is found.
    pub named_wrongly: f64,
    /// What hides behind it.
    pub masks: Vec<CheckMask>,
}

/// A profile that hides behind another.
#[derive(Debug, Serialize)]
pub struct CheckMask {
    /// Its id.
    pub id: String,
    /// Whether some answers show it.
    pub reachable: bool,
    /// Its share of the random people in the profile in front.
    pub random_share: f64,
}

/// The check as a value.
#[must_use]
pub fn describe(file: &str, outcome: &Outcome, language: Language) -> Check {
    let deck = outcome.as_ref().ok().map(|loaded| &loaded.deck);
    let (diagnostics, _) = diagnostics(outcome);
    Check {
        file: file.to_owned(),
        ok: deck.is_some(),
        error: unreadable(outcome, language),
        diagnostics: diagnostics
            .iter()
            .map(|found| CheckDiagnostic {
                line: found.line,
                column: found.column,
                severity: found.severity,
                code: found.code,
                message: found.message(language),
                found: found.found.clone(),
                expected: found.expected.clone(),
                nearest: found.nearest.clone(),
            })
            .collect(),
        talk: deck.map(|deck| CheckTalk {
            title: deck.title.clone(),
            slides: deck.slides.len(),
            polls: deck.polls.len(),
            // A sum of nothing is −0.
            minutes: deck.slides.iter().filter_map(|slide| slide.minutes).sum::<f32>() + 0.0,
        }),
        questionnaire: deck
            .and_then(|deck| Some((deck, judgement::judge(deck)?)))
            .map(|(deck, report)| describe_questionnaire(deck, &report, language)),
    }
}

fn describe_questionnaire(deck: &Deck, report: &Report, language: Language) -> CheckQuestionnaire {
    let id = |profile: usize| deck.typology.profiles[profile].id.clone();
    CheckQuestionnaire {
        scoring_polls: report.scoring_polls,
        minimum_answers: report.minimum_answers,
        samples: report.samples,
        unclassified: report.unclassified,
        mixed: report.mixed,
        profiles: report
            .profiles
            .iter()
            .map(|profile| CheckProfile {
                id: id(profile.profile),
                reachable: profile.reachable,
                random_share: profile.random_share,
                order_shift: profile.order_shift,
                recognition: profile.recognition,
                recognition_at_30_percent: profile.recognition_still,
                named_wrongly: profile.named_wrongly,
                masks: profile
                    .masks
                    .iter()
                    .map(|mask| CheckMask {
                        id: id(mask.profile),
                        reachable: mask.reachable,
                        random_share: mask.random_share,
                    })
                    .collect(),
            })
            .collect(),
        findings: report
            .findings()
            .iter()
            .map(|finding| judgement::words(finding, deck, language))
            .collect(),
    }
}
