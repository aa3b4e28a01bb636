//! What the presenter wants of the screens, and which of it is remembered: the screens that were chosen for the stage. A window to
//! share in a call, and screens that have changed places, are for this once: tomorrow's projector gets the stage again.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};

use crate::placement::Wish;

/// More screens than this are not remembered: those that were not chosen for longest go.
const MOST_SCREENS: usize = 12;

const FILE: &str = "screens.json";

/// Where the presenter wants the stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum StageChoice {
    /// On the projector, whichever screen that is.
    Automatic,
    /// In a window.
    Window,
    /// On this screen.
    Screen {
        /// How the system calls it.
        name: String,
    },
}

/// What is remembered in a data folder.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    /// By name, the latest choice first.
    stage_on: Vec<String>,
}

/// The wish as it stands.
pub(crate) struct KeptWish {
    file: PathBuf,
    now: Mutex<Wish>,
}

impl KeptWish {
    /// What is remembered in a data folder. A file that cannot be read is an empty one: a screen is chosen again with one click.
    pub(crate) fn read(data: &Path) -> Self {
        let file = data.join(FILE);
        let text = std::fs::read(&file).unwrap_or_default();
        let kept: Kept = serde_json::from_slice(&text).unwrap_or_default();
        let wish = Wish {
            stage_on: kept.stage_on,
            ..Wish::default()
        };
        Self {
            file,
            now: Mutex::new(wish),
        }
    }

    fn lock(&self) -> MutexGuard<'_, Wish> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The wish as it stands.
    pub(crate) fn now(&self) -> Wish {
        self.lock().clone()
    }

    /// The windows change screens.
    pub(crate) fn swap(&self) {
        let mut wish = self.lock();
        wish.swapped = !wish.swapped;
    }

    /// Takes a choice; `connected` names the screens that are there, which [`StageChoice::Automatic`] is about.
    pub(crate) fn choose(&self, choice: StageChoice, connected: &[String]) {
        let mut wish = self.lock();
        wish.swapped = false;
        wish.in_window = choice == StageChoice::Window;
        match choice {
            StageChoice::Window => return,
            StageChoice::Automatic => wish.stage_on.retain(|name| !connected.contains(name)),
            StageChoice::Screen { name } => {
                wish.stage_on.retain(|known| *known != name);
                wish.stage_on.insert(0, name);
                wish.stage_on.truncate(MOST_SCREENS);
            }
        }
        let kept = Kept {
            stage_on: wish.stage_on.clone(),
        };
        if let Err(error) = self.write(&kept) {
            tracing::warn!(%error, file = %self.file.display(), "The chosen screen is remembered until the program ends.");
        }
    }

    /// All of it or nothing: beside the file, and then in its place.
    fn write(&self, kept: &Kept) -> std::io::Result<()> {
        let beside = self.file.with_extension("json.new");
        std::fs::write(&beside, serde_json::to_vec_pretty(kept)?)?;
        std::fs::rename(&beside, &self.file)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn screen(name: &str) -> StageChoice {
        StageChoice::Screen { name: name.to_owned() }
    }

    #[test]
    fn a_chosen_screen_is_remembered_and_a_window_is_for_this_once() {
        let data = tempfile::tempdir().unwrap();
        let wish = KeptWish::read(data.path());
        for name in ["HDMI-1", "DP-2", "HDMI-1"] {
            wish.choose(screen(name), &[]);
        }
        wish.choose(StageChoice::Window, &[]);
        assert!(wish.now().in_window);
        let again = KeptWish::read(data.path()).now();
        assert_eq!(again.stage_on, ["HDMI-1", "DP-2"]);
        assert!(!again.in_window);
    }

    #[test]
    fn automatic_forgets_the_screens_that_are_there_and_no_others() {
        let data = tempfile::tempdir().unwrap();
        let wish = KeptWish::read(data.path());
        wish.choose(screen("at work"), &[]);
        wish.choose(screen("at home"), &[]);
        wish.swap();
        wish.choose(StageChoice::Automatic, &["laptop".to_owned(), "at home".to_owned()]);
        let now = KeptWish::read(data.path()).now();
        assert_eq!(now.stage_on, ["at work"]);
        assert!(!wish.now().swapped, "a choice says where both are");
    }

    #[test]
    fn a_file_that_is_no_json_is_an_empty_one() {
        let data = tempfile::tempdir().unwrap();
        std::fs::write(data.path().join(FILE), "{ half").unwrap();
        assert_eq!(KeptWish::read(data.path()).now(), Wish::default());
    }
}
