//! Which window may call what, asked of the real capability files.

use serde_json::Value;
use tauri::ipc::{CallbackFn, InvokeBody};
use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder};
use tauri::webview::InvokeRequest;
use tauri::{App, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

use crate::app::context;
use crate::windows::{CONSOLE, HOME, STAGE};

/// Every command of the shell.
const COMMANDS: [&str; 12] = [
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
];

/// What only the slides' window may call.
const KEYS: &str = "press_on_stage";
const DRAWN: &str = "stage_drawn";

/// What home may call.
const AT_HOME: [&str; 3] = ["choose_talk", "save_handout", "save_summary"];

/// Some of what Tauri and its plugins bring along, and what nobody has written.
const OTHERS: [&str; 8] = [
    "plugin:app|version",
    "plugin:dialog|save",
    "plugin:event|emit",
    "plugin:event|listen",
    "plugin:path|resolve_directory",
    "plugin:webview|create_webview_window",
    "plugin:window|close",
    "read_file",
];

const CONSOLE_PAGE: &str = "http://127.0.0.1:18480/console#secret";
const HOME_PAGE: &str = "http://127.0.0.1:18470/home#secret";
const STAGE_PAGE: &str = "http://127.0.0.1:18480/stage#secret";

/// An app with the real capabilities whose every command answers that it was reached.
fn app() -> App<MockRuntime> {
    mock_builder()
        .invoke_handler(|invoke| {
            invoke.resolver.resolve("reached");
            true
        })
        .build(context())
        .expect("the app's own configuration is right")
}

fn window(app: &App<MockRuntime>, label: &str, page: &str) -> WebviewWindow<MockRuntime> {
    let url = WebviewUrl::External(page.parse().unwrap());
    WebviewWindowBuilder::new(app, label, url).build().unwrap()
}

fn call(window: &WebviewWindow<MockRuntime>, page: &str, command: &str) -> Result<Value, Value> {
    let request = InvokeRequest {
        cmd: command.to_owned(),
        callback: CallbackFn(0),
        error: CallbackFn(1),
        url: page.parse().unwrap(),
        body: InvokeBody::default(),
        headers: Default::default(),
        invoke_key: INVOKE_KEY.to_owned(),
    };
    get_ipc_response(window, request).map(|answer| answer.deserialize().unwrap())
}

fn assert_refused(window: &WebviewWindow<MockRuntime>, page: &str, command: &str) {
    let refusal = call(window, page, command).expect_err(&format!("{page} must not reach {command}"));
    assert!(
        refusal.to_string().contains("not allowed"),
        "{command} is refused by a capability and not for another reason: {refusal}"
    );
}

#[test]
fn the_console_reaches_the_shells_commands_and_no_others() {
    let app = app();
    let console = window(&app, CONSOLE, CONSOLE_PAGE);
    let others = [KEYS, DRAWN, "choose_talk"];
    for command in COMMANDS.into_iter().filter(|command| !others.contains(command)) {
        assert_eq!(call(&console, CONSOLE_PAGE, command), Ok("reached".into()), "{command}");
    }
    for command in OTHERS.into_iter().chain(others) {
        assert_refused(&console, CONSOLE_PAGE, command);
    }
}

#[test]
fn the_stage_may_say_which_key_was_pressed_and_that_it_has_drawn_and_nothing_else() {
    let app = app();
    let stage = window(&app, STAGE, STAGE_PAGE);
    for command in [KEYS, DRAWN] {
        assert_eq!(call(&stage, STAGE_PAGE, command), Ok("reached".into()));
    }
    assert_refused(&stage, "http://192.168.1.20:8080/stage", KEYS);
    let others = |command: &&str| ![KEYS, DRAWN].contains(command);
    for command in COMMANDS.into_iter().chain(OTHERS).filter(others) {
        assert_refused(&stage, STAGE_PAGE, command);
        assert_refused(&stage, CONSOLE_PAGE, command);
    }
}

#[test]
fn home_may_ask_for_files_and_nothing_else() {
    let app = app();
    let home = window(&app, HOME, HOME_PAGE);
    for command in AT_HOME {
        assert_eq!(call(&home, HOME_PAGE, command), Ok("reached".into()), "{command}");
        assert_refused(&home, "http://192.168.1.20:8080/home", command);
    }
    for command in COMMANDS
        .into_iter()
        .chain(OTHERS)
        .filter(|command| !AT_HOME.contains(command))
    {
        assert_refused(&home, HOME_PAGE, command);
    }
}

#[test]
fn in_the_consoles_window_a_page_from_elsewhere_reaches_nothing() {
    let app = app();
    let console = window(&app, CONSOLE, CONSOLE_PAGE);
    let elsewhere = [
        "http://192.168.1.20:8080/console",
        "http://localhost:18480/console",
        "https://127.0.0.1:18480/console",
        "http://127.0.0.1.example.org/console",
        "http://example.org/console",
    ];
    for page in elsewhere {
        for command in COMMANDS {
            assert_refused(&console, page, command);
        }
    }
}

#[test]
fn every_command_is_one_that_needs_a_capability() {
    let build = include_str!("../../build.rs");
    let app = include_str!("../app.rs");
    for command in COMMANDS {
        assert!(build.contains(&format!("\"{command}\"")), "build.rs knows {command}");
        assert!(
            app.contains(&format!("commands::{command},")),
            "the app answers {command}"
        );
    }
    let answered = app.matches("commands::").count();
    assert_eq!(
        answered,
        COMMANDS.len(),
        "the app answers commands that this test does not know"
    );
}
