//! `gazouillis rehearse URL -n 30`

use gazouillis_core::deck::Language;
use gazouillis_protocol::ErrorCode;

use super::{Exit, Failure};
use crate::arguments::Rehearse;
use crate::launch::load_talk;
use crate::rehearse::{Audience, Report};

pub(super) fn run(arguments: Rehearse, language: Language) -> Result<Exit, Failure> {
    let key = arguments
        .key
        .ok_or_else(|| Failure::usage(ErrorCode::RehearsalKey.message(language)))?;
    let talk = load_talk(arguments.talk.as_deref(), language).map_err(|error| Failure::launch(&error, language))?;
    let runtime = tokio::runtime::Runtime::new().map_err(Failure::machine)?;
    let audience = Audience {
        url: arguments.url,
        key,
        phones: arguments.phones,
        speed: arguments.speed,
        seed: arguments.seed,
    };
    let report = runtime
        .block_on(audience.play_at_a_terminal(talk.deck))
        .map_err(|error| Failure::machine(error.message(language)))?;
    println!("{}", words(&report, language));
    Ok(Exit::Done)
}

fn words(report: &Report, language: Language) -> String {
    let Report {
        joined,
        ballots,
        changed,
        refused,
    } = report;
    match language {
        Language::Fr => format!(
            "Répétition finie : {joined} téléphones simulés, {ballots} réponses enregistrées dont {changed} changées, {refused} refusées."
        ),
        Language::En => format!(
            "Rehearsal over: {joined} simulated phones, {ballots} answers saved, {changed} of them changed, {refused} refused."
        ),
    }
}
