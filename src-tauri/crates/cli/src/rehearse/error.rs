//! Why a rehearsal could not take place.

use gazouillis_core::deck::Language;
use gazouillis_protocol::ErrorBody;

/// Why a simulated phone gave up.
#[derive(Debug, thiserror::Error)]
pub(crate) enum RehearseError {
    /// Nothing answers at the address.
    #[error("the server cannot be reached: {0}")]
    Unreachable(#[from] reqwest::Error),
    /// The server refuses, and says why.
    #[error("{}", .0.message)]
    Refused(ErrorBody),
    /// The user stopped it.
    #[error("interrupted")]
    Interrupted,
}

impl RehearseError {
    /// What happened and what to do.
    pub(crate) fn message(&self, language: Language) -> String {
        match (self, language) {
            (Self::Unreachable(error), Language::Fr) => format!(
                "La séance n’a pas répondu ({error}). Vérifiez l’adresse : c’est celle que les téléphones ouvrent, et l’application doit être lancée."
            ),
            (Self::Unreachable(error), Language::En) => format!(
                "The session did not answer ({error}). Check the address: it is the one phones open, and the app must be running."
            ),
            (Self::Refused(body), _) => body.code.message(language).to_owned(),
            (Self::Interrupted, Language::Fr) => {
                "Répétition interrompue ; les réponses déjà données restent.".to_owned()
            }
            (Self::Interrupted, Language::En) => "Rehearsal interrupted; the answers already given stay.".to_owned(),
        }
    }
}
