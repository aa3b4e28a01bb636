//! What the judgement of a questionnaire says, in words and figures.

use std::fmt::Write as _;

use gazouillis_core::deck::{Deck, Language};
use gazouillis_core::questionnaire::{self, Effort, Finding, Report};

/// A talk without profiles has nothing to judge.
pub(super) fn judge(deck: &Deck) -> Option<Report> {
    (!deck.typology.profiles.is_empty()).then(|| questionnaire::judge(deck, Effort::default()))
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
        Language::Fr => (
            [
                "Profil",
                "atteignable",
                "au hasard",
                "ordre",
                "reconnu à 20 %",
                "à 30 %",
            ],
            "oui",
            "non",
        ),
        Language::En => (
            [
                "Profile",
                "reachable",
                "by chance",
                "order",
                "recognised at 20%",
                "at 30%",
            ],
            "yes",
            "no",
        ),
    };
    let mut rows = vec![head.map(str::to_owned)];
    rows.extend(report.profiles.iter().map(|profile| {
        [
            name(profile.profile).to_owned(),
            (if profile.reachable { yes } else { no }).to_owned(),
            percent(profile.random_share, language),
            points(profile.order_shift, language),
            percent(profile.recognition, language),
            percent(profile.recognition_still, language),
        ]
    }));
    page.push_str(&table(&rows));
    page.push_str(&how(report, language));
    for profile in report.profiles.iter().filter(|profile| !profile.masks.is_empty()) {
        let masks: Vec<String> = profile
            .masks
            .iter()
            .map(|mask| format!("{} {}", name(mask.profile), percent(mask.random_share, language)))
            .collect();
        let named: f64 = profile.masks.iter().map(|mask| mask.random_share).sum();
        let (masks, nothing) = (masks.join(", "), percent(1.0 - named, language));
        let (front, wrongly) = (name(profile.profile), percent(profile.named_wrongly, language));
        // Writing to a string cannot fail.
        let _ = match language {
            Language::Fr => writeln!(
                page,
                "\nDerrière « {front} », au hasard : {masks}, rien {nothing}. Derrière qui ne choisit que lui : {wrongly}."
            ),
            Language::En => writeln!(
                page,
                "\nBehind “{front}”, by chance: {masks}, nothing {nothing}. Behind those who choose only it: {wrongly}."
            ),
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

/// What the columns mean, and where the figures come from.
fn how(report: &Report, language: Language) -> String {
    let (mixed, nobody) = (percent(report.mixed, language), percent(report.unclassified, language));
    let source = match (report.samples, language) {
        (None, Language::Fr) => "calcul exact".to_owned(),
        (None, Language::En) => "exact".to_owned(),
        (Some(samples), Language::Fr) => format!("{samples} personnes tirées par chiffre"),
        (Some(samples), Language::En) => format!("{samples} people drawn per figure"),
    };
    match language {
        Language::Fr => format!(
            "\n  Au hasard, {mixed} sont partagés entre des profils et {nobody} n’en ont aucun. « ordre » : de combien cette \
             part change\n  quand une personne sur dix coche la première option sans lire. « reconnu » : 20 % ou 30 % \
             des réponses\n  ne sont pas la plus typique. {}.\n",
            capital(&source)
        ),
        Language::En => format!(
            "\n  By chance, {mixed} are shared between profiles and {nobody} have none. “order”: how far that share moves when \
             one person\n  in ten ticks the first option unread. “recognised”: 20% or 30% of the answers are not the most \
             typical one.\n  {}.\n",
            capital(&source)
        ),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Percentage points, with their sign.
fn points(shift: f64, language: Language) -> String {
    let number = format!("{:+.1}", shift * 100.0);
    match language {
        Language::Fr => number.replace('.', ","),
        Language::En => number,
    }
}

/// Columns under each other: the first to the left, figures to the right.
fn table<const COLUMNS: usize>(rows: &[[String; COLUMNS]]) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: [usize; COLUMNS] = std::array::from_fn(width);
    let mut page = String::new();
    for row in rows {
        for (column, (cell, width)) in row.iter().zip(widths).enumerate() {
            // Writing to a string cannot fail.
            let _ = match column {
                0 => write!(page, "  {cell:<width$}"),
                _ => write!(page, "   {cell:>width$}"),
            };
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
        (Finding::Recognition { profile, noise, share }, Language::Fr) => format!(
            "« {} » n’est reconnu que dans {} des cas quand {} des réponses sont autres que les siennes ; visez {}. \
             Donnez-lui des options bien à lui, ou plus de points.",
            name(profile),
            percent(share, language),
            percent(noise, language),
            percent(aim(noise), language)
        ),
        (Finding::Recognition { profile, noise, share }, Language::En) => format!(
            "“{}” is recognised in only {} of cases when {} of the answers are not its own; aim at {}. Give it options of \
             its own, or more points.",
            name(profile),
            percent(share, language),
            percent(noise, language),
            percent(aim(noise), language)
        ),
        (Finding::Order { profile, shift }, Language::Fr) => format!(
            "Si une personne sur dix coche la première option sans lire, « {} » change de {} points. Variez la place de ses \
             options d’une question à l’autre.",
            name(profile),
            points(shift, language)
        ),
        (Finding::Order { profile, shift }, Language::En) => format!(
            "If one person in ten ticks the first option unread, “{}” moves by {} points. Put its options in different \
             places from poll to poll.",
            name(profile),
            points(shift, language)
        ),
        (Finding::NamedWrongly { profile, share }, Language::Fr) => format!(
            "Derrière {} de ceux qui choisissent « {} » partout où ils le peuvent, on trouverait autre chose. Offrez-lui une \
             option dans plus de questions.",
            percent(share, language),
            name(profile)
        ),
        (Finding::NamedWrongly { profile, share }, Language::En) => format!(
            "Behind {} of those who choose “{}” wherever they can, something else would be found. Offer it an option in \
             more polls.",
            percent(share, language),
            name(profile)
        ),
        (Finding::MaskNeverAppears { profile, mask }, Language::Fr) => format!(
            "« {} » n’apparaît jamais derrière « {} ». Donnez-lui plus de points dans des options qui n’en donnent pas à ce \
             profil.",
            name(mask),
            name(profile)
        ),
        (Finding::MaskNeverAppears { profile, mask }, Language::En) => format!(
            "“{}” never shows behind “{}”. Give it more points in options that give none to that profile.",
            name(mask),
            name(profile)
        ),
    }
}

/// The share of people who should be recognised.
fn aim(noise: f64) -> f64 {
    if noise > questionnaire::NOISE {
        questionnaire::RECOGNISED_STILL
    } else {
        questionnaire::RECOGNISED
    }
}
