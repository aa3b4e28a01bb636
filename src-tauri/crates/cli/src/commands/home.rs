//! `gazouillis home [TALK]`, without a window: the same page, in any browser of this computer.

use std::io::Write as _;

use gazouillis_core::deck::Language;
use serde::Serialize;

use super::serve::stopped;
use super::{Exit, Failure};
use crate::arguments::Home;
use crate::home::{self, HOME, Hall, NoWindows};
use crate::launch::LaunchError;

/// The one line that `--json` prints when everything is ready.
#[derive(Debug, Serialize)]
struct Ready {
    home_url: String,
}

pub(super) fn run(arguments: &Home, language: Language) -> Result<Exit, Failure> {
    let runtime = tokio::runtime::Runtime::new().map_err(Failure::machine)?;
    let hall = Hall::new(arguments.present(), arguments.talks.clone(), language, NoWindows);
    let served = runtime.block_on(async {
        let home = home::open(&hall, arguments.home.unwrap_or(HOME), language)
            .map_err(|error| Failure::launch(&LaunchError::from(error), language))?;
        if let Some(talk) = &arguments.talk {
            hall.take_up(talk).map_err(|refusal| {
                Failure::wrong_input(match language {
                    Language::Fr => refusal.fr,
                    Language::En => refusal.en,
                })
            })?;
        }
        let url = home.url();
        let said = match (arguments.json, language) {
            (true, _) => serde_json::to_string(&Ready { home_url: url }).expect("BUG: an address is JSON"),
            (false, Language::Fr) => {
                format!(
                    "Accueil : {url}\nOuvrez cette adresse sur cet ordinateur. Ctrl+C pour arrêter ; rien n’est perdu."
                )
            }
            (false, Language::En) => {
                format!("Home: {url}\nOpen this address on this computer. Ctrl+C stops; nothing is lost.")
            }
        };
        // Whoever started us may have gone; home stays open.
        let _ = writeln!(std::io::stdout(), "{said}").and_then(|()| std::io::stdout().flush());
        stopped().await;
        Ok(Exit::Done)
    });
    hall.close();
    served
}
