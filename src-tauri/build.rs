//! Makes every command of the shell one that a window needs a capability for.

fn main() {
    let commands = tauri_build::AppManifest::new().commands(&[
        "choose_stage",
        "choose_talk",
        "list_screens",
        "open_join_page",
        "present_slides",
        "press_on_stage",
        "save_handout",
        "save_summary",
        "show_menu",
        "show_stage",
        "stage_drawn",
        "swap_screens",
    ]);
    let attributes = tauri_build::Attributes::new().app_manifest(commands);
    tauri_build::try_build(attributes).expect("BUG: tauri.conf.json or a capability file is wrong");
}
