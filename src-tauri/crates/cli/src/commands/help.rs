//! `gazouillis help [talk]`

use clap::CommandFactory;
use gazouillis_core::deck::Language;

use super::{Exit, Failure};
use crate::arguments::{Arguments, Help, Topic};
use crate::reference::reference;

pub(super) fn run(arguments: &Help, language: Language) -> Result<Exit, Failure> {
    match arguments.topic {
        Some(Topic::Talk) => print!("{}", reference(language)),
        None => Arguments::command().print_long_help().map_err(Failure::machine)?,
    }
    Ok(Exit::Done)
}
