//! Windows and macOS.

use std::path::PathBuf;

use tauri::RunEvent;

/// These systems always have one.
pub(crate) fn has_display() -> bool {
    true
}

/// Nothing is needed here.
pub(crate) fn prepare() {}

/// The files that the system asks the running app to open: macOS names them in an event, Windows on the command line.
pub(crate) fn opened(event: &RunEvent) -> Vec<PathBuf> {
    #[cfg(target_os = "macos")]
    if let RunEvent::Opened { urls } = event {
        return urls.iter().filter_map(|url| url.to_file_path().ok()).collect();
    }
    let _ = event;
    Vec::new()
}
