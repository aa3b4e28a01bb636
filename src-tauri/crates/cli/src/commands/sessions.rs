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
    }
}

fn line(row: &SessionRow, language: Language) -> String {
    let (state, rehearsal, phones, ballots) = match language {
        Language::Fr => (
            if row.finished { "terminée" } else { "en cours" },
            "répétition",
            "téléphones",
            "réponses",
        ),
        Language::En => (
            if row.finished { "finished" } else { "running" },
            "rehearsal",
            "phones",
            "answers",
        ),
    };
    let rehearsal = if row.simulated {
        format!(" · {rehearsal}")
    } else {
        String::new()
    };
    format!(
        "{}  {state}{rehearsal}  {} {phones} · {} {ballots}  {}",
        row.id, row.joined, row.ballots, row.title
    )
}
