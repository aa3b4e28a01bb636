//! What the judgement of a questionnaire says, in words and figures.

use std::fmt::Write as _;

use gazouillis_core::deck::{Deck, Language};
use gazouillis_core::questionnaire::{self, Finding, Report};

/// How many people each figure of the judgement is drawn from.
const SAMPLES: u32 = 10_000;

/// Where the generator starts.
const SEED: u64 = 0x6a7a_6f75_696c_6c69;

/// A talk without profiles has nothing to judge.
pub(super) fn judge(deck: &Deck) -> Option<Report> {
    let mut state = SEED;
    (!deck.typology.profiles.is_empty()).then(|| questionnaire::judge(deck, SAMPLES, &mut || split_mix(&mut state)))
}

/// The SplitMix64 generator (Steele, Lea and Flood, *Fast splittable pseudorandom number generators*, OOPSLA 2014).
fn split_mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut bits = *state;
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

fn percent(share: f64, language: Language) -> String {
    let number = format!("{:.1}", share * 100.0);
    match language {
        Language::Fr => number.replace('.', ",") + "\u{a0}%",
        Language::En => number + "%",
    }
}

pub(super) fn render(deck: &Deck, report: &Report, language: Language) -> String {
    let name = |profile: usize| deck.typology.profiles[profile].name.as_str();
    let (scoring, minimum) = (report.scoring_polls, report.minimum_answers);
    let mut page = match language {
        Language::Fr => {
            format!("Questionnaire : {scoring} questions donnent des points, il en faut {minimum} pour un profil.\n\n")
        }
        Language::En => format!("Questionnaire: {scoring} polls give points, a profile takes {minimum} of them.\n\n"),
    };
    let (head, yes, no) = match language {
        Language::Fr => (["Profil", "atteignable", "au hasard", "reconnu"], "oui", "non"),
        Language::En => (["Profile", "reachable", "by chance", "recognised"], "yes", "no"),
    };
    let mut rows = vec![head.map(str::to_owned)];
    rows.extend(report.profiles.iter().map(|profile| {
        [
            name(profile.profile).to_owned(),
            (if profile.reachable { yes } else { no }).to_owned(),
            percent(profile.random_share, language),
            percent(profile.recognition, language),
        ]
    }));
    page.push_str(&table(&rows));
    for profile in report.profiles.iter().filter(|profile| !profile.masks.is_empty()) {
        let masks: Vec<String> = profile
            .masks
            .iter()
            .map(|mask| format!("{} {}", name(mask.profile), percent(mask.random_share, language)))
            .collect();
        let masks = masks.join(", ");
        let front = name(profile.profile);
        // Writing to a string cannot fail.
        let _ = match language {
            Language::Fr => writeln!(page, "\nDerrière « {front} », au hasard : {masks}."),
            Language::En => writeln!(page, "\nBehind “{front}”, by chance: {masks}."),
        };
    }
    let findings = report.findings();
    if findings.is_empty() {
        page.push_str(match language {
            Language::Fr => "\nLe questionnaire tient debout.\n",
            Language::En => "\nThe questionnaire is sound.\n",
        });
    }
    for finding in &findings {
        page.push_str("\n- ");
        page.push_str(&words(finding, deck, language));
    }
    if !findings.is_empty() {
        page.push('\n');
    }
    page
}

/// Columns under each other: the first to the left, figures to the right.
fn table(rows: &[[String; 4]]) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths = [width(0), width(1), width(2), width(3)];
    let mut page = String::new();
    for [first, rest @ ..] in rows {
        let _ = write!(page, "  {first:<0$}", widths[0]);
        for (cell, width) in rest.iter().zip(&widths[1..]) {
            let _ = write!(page, "   {cell:>width$}");
        }
        page.push('\n');
    }
    page
}

pub(super) fn words(finding: &Finding, deck: &Deck, language: Language) -> String {
    let name = |profile: usize| deck.typology.profiles[profile].name.as_str();
    match (*finding, language) {
        (Finding::TooFewScoringPolls { scoring, minimum }, Language::Fr) => format!(
            "Seulement {scoring} questions donnent des points et il en faut {minimum} : personne n’aura de profil. \
             Ajoutez des questions ou baissez minimum_answers."
        ),
        (Finding::TooFewScoringPolls { scoring, minimum }, Language::En) => format!(
            "Only {scoring} polls give points and {minimum} are needed: nobody will get a profile. Add polls or lower \
             minimum_answers."
        ),
        (Finding::Unreachable { profile }, Language::Fr) => format!(
            "Aucune suite de réponses ne mène à « {} » seul. Donnez-lui des options bien à lui.",
            name(profile)
        ),
        (Finding::Unreachable { profile }, Language::En) => format!(
            "No set of answers leads to “{}” alone. Give it options of its own.",
            name(profile)
        ),
        (Finding::RandomShare { profile, share }, Language::Fr) => format!(
            "Qui répond au hasard devient « {} » dans {} des cas ; entre 7 et 25 % serait juste.",
            name(profile),
            percent(share, language)
        ),
        (Finding::RandomShare { profile, share }, Language::En) => format!(
            "Whoever answers at random becomes “{}” in {} of cases; 7 to 25% would be fair.",
            name(profile),
            percent(share, language)
        ),
        (Finding::Recognition { profile, share }, Language::Fr) => format!(
            "« {} » n’est reconnu que dans {} des cas quand une réponse sur cinq est au hasard ; visez 85 %.",
            name(profile),
            percent(share, language)
        ),
        (Finding::Recognition { profile, share }, Language::En) => format!(
            "“{}” is recognised in only {} of cases when one answer in five is random; aim at 85%.",
            name(profile),
            percent(share, language)
        ),
        (Finding::MaskNeverAppears { profile, mask }, Language::Fr) => format!(
            "« {} » n’apparaît jamais seul derrière « {} ». Donnez-lui des points à côté de ceux de ce profil.",
            name(mask),
            name(profile)
        ),
        (Finding::MaskNeverAppears { profile, mask }, Language::En) => format!(
            "“{}” never shows alone behind “{}”. Give it points beside those of that profile.",
            name(mask),
            name(profile)
        ),
    }
}
