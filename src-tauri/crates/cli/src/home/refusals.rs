//! Why something cannot be done from home, in words that say what to do.

use std::path::Path;

use gazouillis_core::deck::Language;
use gazouillis_server::Refusal;

use crate::launch::LaunchError;

pub(super) fn refusal(words: impl Fn(Language) -> String) -> Refusal {
    Refusal {
        fr: words(Language::Fr),
        en: words(Language::En),
    }
}

pub(super) fn cannot_start(error: &LaunchError) -> Refusal {
    refusal(|language| error.message(language))
}

pub(super) fn unknown_talk() -> Refusal {
    Refusal {
        fr: "Cet exposé n’est plus dans la liste. Ouvrez de nouveau son fichier.".to_owned(),
        en: "This talk is no longer in the list. Open its file again.".to_owned(),
    }
}

pub(super) fn unwritten(folder: &Path, error: &std::io::Error) -> Refusal {
    let folder = folder.display();
    Refusal {
        fr: format!(
            "Impossible d’écrire dans {folder} ({error}). Faites de la place, ou vérifiez que ce dossier est à vous."
        ),
        en: format!("Nothing can be written in {folder} ({error}). Make some room, or check that the folder is yours."),
    }
}

pub(super) fn presenting_already() -> Refusal {
    Refusal {
        fr: "Un exposé est déjà en cours. Terminez-le ou quittez-le d’abord.".to_owned(),
        en: "A talk is already being given. Finish it or leave it first.".to_owned(),
    }
}

pub(super) fn no_windows(reason: &str) -> Refusal {
    refusal(|language| match language {
        Language::Fr => format!("Les fenêtres ne peuvent pas s’ouvrir ({reason}). Redémarrez l’application."),
        Language::En => format!("The windows cannot be opened ({reason}). Restart the app."),
    })
}

pub(super) fn no_editor(file: &Path, error: &std::io::Error) -> Refusal {
    let file = file.display();
    refusal(|language| match language {
        Language::Fr => format!("Aucun éditeur ne s’ouvre ({error}). Ouvrez vous-même {file}."),
        Language::En => format!("No editor opens ({error}). Open {file} yourself."),
    })
}

pub(super) fn bad_title(most: usize) -> Refusal {
    Refusal {
        fr: format!("Un titre a de 1 à {most} caractères, sur une ligne."),
        en: format!("A title has from 1 to {most} characters, on one line."),
    }
}

pub(super) fn nothing_to_resume() -> Refusal {
    Refusal {
        fr: "Il n’y a plus de séance à reprendre.".to_owned(),
        en: "There is no session left to go on with.".to_owned(),
    }
}

pub(super) fn running_or_gone() -> Refusal {
    Refusal {
        fr: "Cette séance est en cours, ou n’est plus là. Terminez-la d’abord.".to_owned(),
        en: "This session is running, or no longer there. Finish it first.".to_owned(),
    }
}
