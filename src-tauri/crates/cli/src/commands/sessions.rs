//! `gazouillis sessions`

use gazouillis_core::deck::Language;
use gazouillis_engine::store::SessionRow;
use gazouillis_protocol::SessionEntry;

use super::{Exit, Failure, library};
use crate::arguments::Sessions;

pub(super) fn run(arguments: &Sessions, language: Language) -> Result<Exit, Failure> {
    let rows = match library(arguments.data.as_deref(), language)? {
        Some(library) => library.sessions().map_err(|error| Failure::store(&error, language))?,
        None => Vec::new(),
    };
    if arguments.json {
        let entries: Vec<SessionEntry> = rows.into_iter().map(entry).collect();
        println!("{}", serde_json::to_string_pretty(&entries).map_err(Failure::machine)?);
        return Ok(Exit::Done);
    }
    if rows.is_empty() {
        println!(
            "{}",
            match language {
                Language::Fr => "La bibliothèque est vide.",
                Language::En => "The library is empty.",
            }
        );
    }
    for row in rows {
        println!("{}", line(&row, language));
    }
    Ok(Exit::Done)
}

fn entry(row: SessionRow) -> SessionEntry {
    SessionEntry {
        id: row.id,
        title: row.title,
        started_at: row.started_at,
        finished: row.finished,
        rehearsal: row.simulated,
        joined: row.joined,
        ballots: row.ballots,
        damaged: row.damage.is_some(),
    }
}

fn line(row: &SessionRow, language: Language) -> String {
    let SessionRow { id, title, .. } = row;
    let phones = counted(row.joined, language, ["téléphone", "phone"]);
    let ballots = counted(row.ballots, language, ["réponse", "answer"]);
    if row.damage.is_some() {
        return match language {
            Language::Fr => {
                format!("{id}  abîmée  elle ne peut plus être lue ; « gazouillis forget {id} » l’efface  {title}")
            }
            Language::En => {
                format!("{id}  damaged  it can no longer be read; “gazouillis forget {id}” deletes it  {title}")
            }
        };
    }
    let (state, rehearsal) = match language {
        Language::Fr => (if row.finished { "terminée" } else { "en cours" }, " · répétition"),
        Language::En => (if row.finished { "finished" } else { "running" }, " · rehearsal"),
    };
    let rehearsal = if row.simulated { rehearsal } else { "" };
    format!("{id}  {state}{rehearsal}  {phones} · {ballots}  {title}")
}

/// A number and its noun (French, English). French counts 0 and 1 as one, English only 1.
fn counted(count: u32, language: Language, [french, english]: [&str; 2]) -> String {
    let (noun, is_one) = match language {
        Language::Fr => (french, count < 2),
        Language::En => (english, count == 1),
    };
    format!("{count} {noun}{}", if is_one { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_phone_is_not_several() {
        let row = SessionRow {
            id: "2026-11-22-abcdef".to_owned(),
            title: "Twitter".to_owned(),
            started_at: 0,
            finished: true,
            simulated: false,
            damage: None,
            joined: 1,
            ballots: 12,
            holds_something: true,
        };
        assert_eq!(
            line(&row, Language::Fr),
            "2026-11-22-abcdef  terminée  1 téléphone · 12 réponses  Twitter"
        );
        assert_eq!(
            line(&row, Language::En),
            "2026-11-22-abcdef  finished  1 phone · 12 answers  Twitter"
        );
    }
}
