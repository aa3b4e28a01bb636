//! The shell's own words.

use gazouillis_core::deck::Language;

/// The title of the slides' window.
pub(crate) fn stage_title(talk: &str, language: Language) -> String {
    match language {
        Language::Fr => format!("{talk} · Scène"),
        Language::En => format!("{talk} · Stage"),
    }
}

/// The title of the presenter's window.
pub(crate) fn console_title(talk: &str, language: Language) -> String {
    match language {
        Language::Fr => format!("{talk} · Console · Gazouillis"),
        Language::En => format!("{talk} · Console · Gazouillis"),
    }
}

/// The title of the dialog that asks where a summary should go.
pub(crate) fn save_title(language: Language) -> &'static str {
    match language {
        Language::Fr => "Enregistrer le compte rendu",
        Language::En => "Save the summary",
    }
}

/// The title of the dialog that asks for a talk.
pub(crate) fn open_title(language: Language) -> &'static str {
    match language {
        Language::Fr => "Ouvrir un exposé",
        Language::En => "Open a talk",
    }
}

/// The title of the message that says why nothing opens.
pub(crate) fn cannot_start_title(language: Language) -> &'static str {
    match language {
        Language::Fr => "Gazouillis ne peut pas démarrer",
        Language::En => "Gazouillis cannot start",
    }
}

/// More lines than this do not fit on a small screen.
const DIALOG_LINES: usize = 18;

/// A message as a dialog shows it: the first lines, and of a talk's mistakes the sentences without the excerpts, which
/// need letters of one width.
pub(crate) fn for_a_dialog(message: &str) -> String {
    let is_excerpt = |line: &str| {
        line.trim_start_matches([' ', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'])
            .starts_with('|')
    };
    let sentences = || {
        message
            .lines()
            .filter(|line| !line.trim().is_empty() && !is_excerpt(line))
    };
    let mut shown: Vec<&str> = sentences().take(DIALOG_LINES).collect();
    // The last line sums up.
    if let Some(last) = sentences().next_back().filter(|_| sentences().count() > DIALOG_LINES) {
        shown.extend(["…", last]);
    }
    shown.join("\n")
}

/// What is asked before people are interrupted.
pub(crate) struct Leaving {
    pub(crate) title: &'static str,
    pub(crate) message: &'static str,
    pub(crate) leave: &'static str,
    pub(crate) stay: &'static str,
}

/// Asked before the console closes while a session with people runs. It leads home where the talk was presented from there.
pub(crate) fn leaving(has_home: bool, language: Language) -> Leaving {
    match (has_home, language) {
        (true, Language::Fr) => Leaving {
            title: "Revenir à l’accueil ?",
            message: "La salle est connectée : les téléphones attendront. Rien n’est perdu, vous pourrez reprendre la séance \
                      depuis l’accueil.",
            leave: "Revenir à l’accueil",
            stay: "Continuer",
        },
        (true, Language::En) => Leaving {
            title: "Back to home?",
            message: "The room is connected: phones will wait. Nothing is lost, you can resume the session from home.",
            leave: "Back to home",
            stay: "Keep presenting",
        },
        (false, Language::Fr) => Leaving {
            title: "Fermer Gazouillis ?",
            message: "La salle est connectée : les téléphones attendront. Rien n’est perdu, la séance reprendra ici même \
                      au prochain démarrage.",
            leave: "Fermer",
            stay: "Continuer",
        },
        (false, Language::En) => Leaving {
            title: "Close Gazouillis?",
            message: "The room is connected: phones will wait. Nothing is lost, the session resumes right here at the \
                      next start.",
            leave: "Close",
            stay: "Keep presenting",
        },
    }
}

/// The menus that macOS wants of every app, in its own words for them.
#[cfg(not(target_os = "linux"))]
pub(crate) struct SystemMenu {
    pub(crate) about: &'static str,
    pub(crate) hide: &'static str,
    pub(crate) hide_others: &'static str,
    pub(crate) show_all: &'static str,
    pub(crate) quit: &'static str,
    pub(crate) edit: &'static str,
    pub(crate) undo: &'static str,
    pub(crate) redo: &'static str,
    pub(crate) cut: &'static str,
    pub(crate) copy: &'static str,
    pub(crate) paste: &'static str,
    pub(crate) select_all: &'static str,
    pub(crate) window: &'static str,
    pub(crate) minimize: &'static str,
    pub(crate) zoom: &'static str,
    pub(crate) close: &'static str,
}

/// See [`SystemMenu`].
#[cfg(not(target_os = "linux"))]
pub(crate) fn system_menu(language: Language) -> SystemMenu {
    match language {
        Language::Fr => SystemMenu {
            about: "À propos de Gazouillis",
            hide: "Masquer Gazouillis",
            hide_others: "Masquer les autres",
            show_all: "Tout afficher",
            quit: "Quitter Gazouillis",
            edit: "Édition",
            undo: "Annuler",
            redo: "Rétablir",
            cut: "Couper",
            copy: "Copier",
            paste: "Coller",
            select_all: "Tout sélectionner",
            window: "Fenêtre",
            minimize: "Placer dans le Dock",
            zoom: "Réduire/agrandir",
            close: "Fermer la fenêtre",
        },
        Language::En => SystemMenu {
            about: "About Gazouillis",
            hide: "Hide Gazouillis",
            hide_others: "Hide Others",
            show_all: "Show All",
            quit: "Quit Gazouillis",
            edit: "Edit",
            undo: "Undo",
            redo: "Redo",
            cut: "Cut",
            copy: "Copy",
            paste: "Paste",
            select_all: "Select All",
            window: "Window",
            minimize: "Minimize",
            zoom: "Zoom",
            close: "Close Window",
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dialog_says_each_mistake_without_its_excerpt() {
        let message = "talk.md:3:1: error: There is no key “language”.\n   |\n 3 | language: fr\n   | ^^^^^^^^\n\n\
                       talk.md: 1 mistake.";
        assert_eq!(
            for_a_dialog(message),
            "talk.md:3:1: error: There is no key “language”.\ntalk.md: 1 mistake."
        );
    }

    #[test]
    fn a_hundred_mistakes_fit_on_the_screen() {
        let mistakes: Vec<String> = (1..=100).map(|line| format!("talk.md:{line}:1: error")).collect();
        let said = for_a_dialog(&format!("{}\n\ntalk.md: 100 mistakes.", mistakes.join("\n\n")));
        assert_eq!(said.lines().count(), DIALOG_LINES + 2);
        assert!(said.ends_with("…\ntalk.md: 100 mistakes."), "{said}");
    }
}
