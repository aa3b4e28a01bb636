//! Makes every command of the shell one that a window needs a capability for.

fn main() {
    let commands = tauri_build::AppManifest::new().commands(&[
        "open_join_page",
        "save_summary",
        "show_stage",
        "swap_screens",
        "toggle_stage_fullscreen",
    ]);
    let attributes = tauri_build::Attributes::new().app_manifest(commands);
    tauri_build::try_build(attributes).expect("BUG: tauri.conf.json or a capability file is wrong");
}
