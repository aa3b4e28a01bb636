//! The name offered when a summary is saved.

use gazouillis_core::deck::Language;
use gazouillis_core::{Deck, Summary};

use crate::format::Format;
use crate::handout::HandoutOptions;
use crate::text::{one_line, plain_letters};

/// The longest part of the name that comes from the title.
const TITLE_LENGTH: usize = 60;

/// A name that any file system and any mail program takes: ASCII letters, digits and hyphens, sorted by date.
///
/// `gazouillis-2026-11-22-twitter-et-nous.pdf`; a rehearsal says so.
#[must_use]
pub fn file_name(summary: &Summary, format: Format) -> String {
    let parts = [
        "gazouillis".to_owned(),
        date(&summary.started_local),
        slug(&summary.title),
        rehearsal(summary).to_owned(),
    ];
    named(parts, format)
}

/// The same for the talk on paper: `gazouillis-2026-11-22-twitter-et-nous-support-notes.pdf`, without a date where no room has
/// answered.
pub(crate) fn handout(deck: &Deck, summary: Option<&Summary>, options: HandoutOptions) -> String {
    let handout = match deck.language {
        Language::Fr => "support",
        Language::En => "handout",
    };
    let notes = if options.notes { "notes" } else { "" };
    let parts = [
        "gazouillis".to_owned(),
        summary.map(|summary| date(&summary.started_local)).unwrap_or_default(),
        slug(&deck.title),
        handout.to_owned(),
        notes.to_owned(),
        summary.map(rehearsal).unwrap_or_default().to_owned(),
    ];
    named(parts, Format::Pdf)
}

/// Where the pictures of the polls are, beside the other files.
pub(crate) fn charts_folder(language: Language) -> &'static str {
    match language {
        Language::Fr => "graphiques",
        Language::En => "charts",
    }
}

/// The name of a poll's picture beside the others: `graphiques/07-ouvririez-vous-un-compte.png`, and with a number for each statement of
/// several.
#[cfg(feature = "pdf")]
pub(crate) fn chart(summary: &Summary, poll: usize, group: usize, is_alone: bool) -> String {
    let folder = charts_folder(summary.language);
    let asked = summary.polls.get(poll).map_or("", |poll| poll.ask.as_str());
    let place = if is_alone {
        String::new()
    } else {
        format!("{}", group + 1)
    };
    let parts = [format!("{:02}", poll + 1), slug(asked), place];
    format!("{folder}/{}", named(parts, Format::Png))
}

/// What is said of figures that are no people's.
fn rehearsal(summary: &Summary) -> &'static str {
    match (summary.simulated, summary.language) {
        (false, _) => "",
        (true, Language::Fr) => "repetition",
        (true, Language::En) => "rehearsal",
    }
}

fn named<const N: usize>(parts: [String; N], format: Format) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{}.{}", parts.join("-"), format.extension())
}

/// The date of a local date and time, or nothing when it is not one.
fn date(started_local: &str) -> String {
    let date: String = started_local.chars().take(10).collect();
    let is_date = date.len() == 10
        && date.char_indices().all(|(index, c)| match index {
            4 | 7 => c == '-',
            _ => c.is_ascii_digit(),
        });
    if is_date { date } else { String::new() }
}

fn slug(title: &str) -> String {
    let mut slug = String::new();
    for character in one_line(title).chars() {
        let letters = plain_letters(character).to_ascii_lowercase();
        if !letters.is_empty() {
            slug.push_str(&letters);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    if slug.len() > TITLE_LENGTH {
        let cut = slug[..=TITLE_LENGTH].rfind('-').unwrap_or(TITLE_LENGTH);
        slug.truncate(cut);
    }
    slug.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_become_letters_and_the_rest_hyphens() {
        assert_eq!(
            slug("Gazouillis : l’œuvre d’un été, n° 1 !"),
            "gazouillis-l-oeuvre-d-un-ete-n-1"
        );
        assert_eq!(slug("e\u{301}te\u{301}"), "ete");
        assert_eq!(slug("../../etc/passwd"), "etc-passwd");
        assert_eq!(slug("推特"), "");
    }

    #[test]
    fn a_long_title_is_cut_between_words() {
        let slug = slug(&"mot ".repeat(40));
        assert!(slug.len() <= TITLE_LENGTH && slug.ends_with("mot"), "{slug}");
        assert_eq!(super::slug(&"a".repeat(200)).len(), TITLE_LENGTH);
    }

    #[test]
    fn only_a_date_is_taken_for_one() {
        assert_eq!(date("2026-11-22T19:40"), "2026-11-22");
        assert_eq!(date("hier"), "");
        assert_eq!(date("20261122é1940"), "");
    }
}
