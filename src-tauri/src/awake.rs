//! Keeps the computer and its screens awake while a talk is presented.

use std::sync::mpsc::{Sender, channel};

use gazouillis_core::deck::Language;
use keepawake::{Builder, KeepAwake};

/// The wish to stay awake, for as long as it lives.
pub(crate) struct Awake {
    /// Dropped, it ends the thread that holds what was granted.
    _end: Sender<()>,
}

/// Asks the system to stay awake, from a thread of its own since it may take its time to answer. What it refuses is
/// logged: a talk can be given on a computer that wants to sleep.
pub(crate) fn keep(language: Language) -> Awake {
    let (end, ended) = channel();
    let asked = std::thread::Builder::new().name("awake".to_owned()).spawn(move || {
        // Each wish is made apart, so that one that a desktop refuses does not cost the others.
        let _held = [
            ask("display", language, |wish| wish.display(true)),
            ask("idle", language, |wish| wish.idle(true)),
            ask("sleep", language, |wish| wish.sleep(true)),
        ];
        // Some systems forget the wishes of a thread that ends; all forget those of a process that ends.
        let _ = ended.recv();
    });
    if let Err(error) = asked {
        tracing::warn!(%error, "The computer may fall asleep.");
    }
    Awake { _end: end }
}

fn ask(what: &str, language: Language, choose: impl FnOnce(&mut Builder) -> &mut Builder) -> Option<KeepAwake> {
    let reason = match language {
        Language::Fr => "Une présentation est en cours",
        Language::En => "A talk is being given",
    };
    let mut wish = Builder::default();
    wish.reason(reason)
        .app_name("Gazouillis")
        .app_reverse_domain("app.gazouillis.Gazouillis");
    choose(&mut wish)
        .create()
        .inspect_err(|error| tracing::info!(%error, what, "The system does not promise to stay awake."))
        .ok()
}
