//! The system's own dialogs for files.

use std::path::PathBuf;

use tauri::{AppHandle, Manager as _};
use tauri_plugin_dialog::{DialogExt as _, FileDialogBuilder, FilePath};
use tokio::sync::oneshot;

use crate::desk::language;
use crate::windows::{CONSOLE, HOME};
use crate::words;

/// Asks where a file should be written. `None` when the dialog is dismissed.
pub(crate) async fn where_to_save(app: &AppHandle, name: &str, extension: &str) -> Option<PathBuf> {
    let dialog = dialog(app)
        .set_title(words::save_title(language(app)))
        .set_file_name(name)
        .add_filter(extension.to_uppercase(), &[extension]);
    let (answer, answered) = oneshot::channel();
    // Whoever asked may have gone; then nobody wants the answer.
    dialog.save_file(move |chosen| drop(answer.send(chosen)));
    path(answered).await
}

/// Asks for a talk. `None` when the dialog is dismissed.
pub(crate) async fn choose_talk(app: &AppHandle) -> Option<PathBuf> {
    let dialog = dialog(app)
        .set_title(words::open_title(language(app)))
        .add_filter("Markdown", &["md", "markdown"]);
    let (answer, answered) = oneshot::channel();
    dialog.pick_file(move |chosen| drop(answer.send(chosen)));
    path(answered).await
}

/// A dialog over the window that is in front, which begins among the person's documents.
fn dialog(app: &AppHandle) -> FileDialogBuilder<tauri::Wry> {
    let mut dialog = app.dialog().file();
    if let Some(window) = [CONSOLE, HOME].iter().find_map(|label| app.get_webview_window(label)) {
        dialog = dialog.set_parent(&window);
    }
    match app.path().document_dir() {
        Ok(documents) => dialog.set_directory(documents),
        Err(_) => dialog,
    }
}

async fn path(answered: oneshot::Receiver<Option<FilePath>>) -> Option<PathBuf> {
    answered.await.ok().flatten()?.into_path().ok()
}
