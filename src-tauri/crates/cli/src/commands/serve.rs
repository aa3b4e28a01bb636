//! `gazouillis serve [TALK]`

use std::io::Write as _;

use gazouillis_core::deck::Language;
use serde::Serialize;

use super::{Exit, Failure};
use crate::arguments::Present;
use crate::launch::{Running, launch};

/// The one line that `--json` prints when everything is ready.
#[derive(Debug, Serialize)]
struct Ready {
    join_url: String,
    stage_url: String,
    console_url: String,
    control_url: String,
    control_token: String,
    rehearsal_key: String,
    session: String,
}

pub(super) fn run(present: &Present, json: bool, language: Language) -> Result<Exit, Failure> {
    let runtime = tokio::runtime::Runtime::new().map_err(Failure::machine)?;
    runtime.block_on(async {
        let running = launch(present, language)
            .await
            .map_err(|error| Failure::launch(&error, language))?;
        if running.session().now().asks_resume {
            eprintln!("{}", asks_words(language));
        }
        let said = if json {
            ready_line(&running)
        } else {
            ready_words(&running, language)
        };
        // Whoever started us may have gone; the talk goes on.
        let _ = writeln!(std::io::stdout(), "{said}").and_then(|()| std::io::stdout().flush());
        stopped().await;
        Ok(Exit::Done)
    })
}

/// What is asked where nobody may be looking at the console.
fn asks_words(language: Language) -> &'static str {
    match language {
        Language::Fr => {
            "Une séance de plus de douze heures attend : dites à la console si elle continue, ou relancez avec --resume ou --new. \
             D’ici là, personne ne peut la rejoindre."
        }
        Language::En => {
            "A session of more than twelve hours waits: say on the console whether it goes on, or start again with --resume or \
             --new. Until then nobody can join."
        }
    }
}

fn ready_line(running: &Running) -> String {
    let ready = Ready {
        join_url: running.server.join_url(),
        stage_url: running.server.stage_url(),
        console_url: running.server.console_url(),
        control_url: running.server.control_url(),
        control_token: running.server.control_token().to_owned(),
        rehearsal_key: running.server.rehearsal_key().to_owned(),
        session: running.session().now().facts.id.clone(),
    };
    serde_json::to_string(&ready).expect("BUG: addresses are always JSON")
}

fn ready_words(running: &Running, language: Language) -> String {
    let (join, stage, console, key) = (
        running.server.join_url(),
        running.server.stage_url(),
        running.server.console_url(),
        running.server.rehearsal_key(),
    );
    match language {
        Language::Fr => format!(
            "Téléphones : {join}\nScène      : {stage}\nConsole    : {console}\nRépétition : gazouillis rehearse {join} --key {key} -n 30\n\
             Ouvrez la scène sur le projecteur et la console devant vous. Ctrl+C pour arrêter ; rien n’est perdu."
        ),
        Language::En => format!(
            "Phones  : {join}\nStage   : {stage}\nConsole : {console}\nRehearse: gazouillis rehearse {join} --key {key} -n 30\n\
             Open the stage on the projector and the console in front of you. Ctrl+C stops; nothing is lost."
        ),
    }
}

/// Waits until the program is asked to stop.
pub(super) async fn stopped() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminated) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminated.recv() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}
