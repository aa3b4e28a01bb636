//! The app, opened by the driver.

use std::path::{Path, PathBuf};

use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use fantoccini::key::Key;
use fantoccini::wd::WindowHandle;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::desktop::Desktop;
use crate::patience::{PATIENCE, answered, eventually};

/// A talk whose slides cannot be taken for one another.
const TALK: &str = "---\ntitle: Les oiseaux\nlang: fr\n---\n# Mésange\n---\n# Rossignol\n---\n# Hirondelle\n";

/// The running app and its pages.
pub(crate) struct App {
    client: Client,
    home: Option<WindowHandle>,
    console: WindowHandle,
    stage: WindowHandle,
    program: PathBuf,
}

impl App {
    /// Opens the app on a talk of three birds.
    pub(crate) async fn open(desktop: &Desktop) -> Self {
        Self::open_on(desktop, TALK).await
    }

    /// Opens the app on a talk.
    pub(crate) async fn open_on(desktop: &Desktop, text: &str) -> Self {
        let talk = desktop.home().join("talk.md");
        std::fs::write(&talk, text).expect("the talk is written");
        let (client, program) = connect(desktop, &[json!("present"), json!(talk)]).await;
        let console = window(&client, "/console").await;
        let stage = window(&client, "/stage").await;
        Self {
            client,
            home: None,
            console,
            stage,
            program,
        }
    }

    /// Opens the app at home. Until a talk is presented there is no other window.
    pub(crate) async fn open_home(desktop: &Desktop) -> Self {
        let talks = desktop.home().join("talks");
        let arguments = [
            json!("home"),
            json!("--talks"),
            json!(talks),
            json!("--home"),
            json!("127.0.0.1:0"),
        ];
        let (client, program) = connect(desktop, &arguments).await;
        let home = window(&client, "/home").await;
        Self {
            client,
            console: home.clone(),
            stage: home.clone(),
            home: Some(home),
            program,
        }
    }

    /// Waits for the windows of a talk that is presented from home.
    pub(crate) async fn presents(&mut self) {
        self.console = window(&self.client, "/console").await;
        self.stage = window(&self.client, "/stage").await;
    }

    fn home(&self) -> &WindowHandle {
        self.home.as_ref().expect("the app was opened at home")
    }

    /// Waits until home shows these words.
    pub(crate) async fn home_shows(&self, words: &str) {
        self.shows(self.home(), "home page", words).await;
    }

    /// Clicks a button of home by its words.
    pub(crate) async fn home_clicks(&self, words: &str) {
        self.look_at(self.home()).await;
        self.click(words).await;
    }

    /// Clicks a button of the console by its words.
    pub(crate) async fn console_presses(&self, words: &str) {
        self.look_at(&self.console).await;
        self.click(words).await;
    }

    /// A click may hide its own window, and WebKit's driver then never says that it was done. So the page does it, after its answer.
    async fn click(&self, words: &str) {
        const CLICK: &str = "const [button] = arguments;
            button.scrollIntoView({ block: 'nearest' });
            const { left, top, width, height } = button.getBoundingClientRect();
            const met = document.elementFromPoint(left + width / 2, top + height / 2);
            const isInReach = met !== null && button.contains(met);
            if (isInReach) setTimeout(() => button.click());
            return isInReach;";
        let find = format!("//button[normalize-space()='{words}' and not(@disabled)]");
        let mut is_asked = false;
        eventually(&format!("a button “{words}” is clicked"), async || {
            let found = match self.client.find_all(fantoccini::Locator::XPath(&find)).await {
                Ok(found) => found,
                // What was clicked has closed its window before the answer came.
                Err(error) => return (is_asked && error.is_no_such_window()).then_some(()),
            };
            let button = serde_json::to_value(found.last()?).ok()?;
            is_asked = true;
            match self.client.execute(CLICK, vec![button]).await {
                Ok(clicked) => (clicked == true).then_some(()),
                Err(error) => error.is_no_such_window().then_some(()),
            }
        })
        .await;
    }

    /// Waits until the app has just this many windows that can be seen by the driver.
    pub(crate) async fn has_windows(&self, count: usize) {
        self.look_at(self.home()).await;
        eventually(&format!("{count} windows"), async || {
            (self.client.windows().await.ok()?.len() == count).then_some(())
        })
        .await;
    }

    /// Waits until the console shows these words.
    pub(crate) async fn console_shows(&self, words: &str) {
        self.shows(&self.console, "console", words).await;
    }

    /// Waits until the stage shows these words.
    pub(crate) async fn stage_shows(&self, words: &str) {
        self.shows(&self.stage, "stage", words).await;
    }

    async fn shows(&self, window: &WindowHandle, name: &str, words: &str) {
        self.look_at(window).await;
        eventually(&format!("the {name} shows “{words}”"), async || {
            let text = self.client.execute("return document.body.innerText", Vec::new()).await;
            text.ok()?.as_str()?.contains(words).then_some(())
        })
        .await;
    }

    /// Waits until the console no longer shows these words.
    pub(crate) async fn console_has_not(&self, words: &str) {
        self.look_at(&self.console).await;
        eventually(&format!("the console no longer shows “{words}”"), async || {
            let text = self.client.execute("return document.body.innerText", Vec::new()).await;
            (!text.ok()?.as_str()?.contains(words)).then_some(())
        })
        .await;
    }

    /// Waits until something is on the stage, or is not.
    pub(crate) async fn stage_has(&self, selector: &str, is_there: bool) {
        self.look_at(&self.stage).await;
        eventually(&format!("{selector} on the stage: {is_there}"), async || {
            let find = "return document.querySelector(arguments[0]) !== null";
            let found = self.client.execute(find, vec![selector.into()]).await;
            (found.ok()? == is_there).then_some(())
        })
        .await;
    }

    /// Clicks the first of these in the console, once it is there.
    pub(crate) async fn console_clicks(&self, selector: &str) {
        self.look_at(&self.console).await;
        eventually(&format!("{selector} is clicked"), async || {
            let found = self.client.find(fantoccini::Locator::Css(selector)).await.ok()?;
            found.click().await.ok()
        })
        .await;
    }

    /// Chooses a radio button of the console by its id.
    pub(crate) async fn console_chooses(&self, id: &str) {
        self.console_clicks(&format!("input[type=radio][id='{id}']")).await;
    }

    /// Where the console's commands go, and their secret.
    pub(crate) async fn control(&self) -> (String, String) {
        self.look_at(&self.console).await;
        let url = answered("the console’s address", self.client.current_url()).await;
        let url = url.expect("the console has an address");
        let secret = url.fragment().expect("with its secret").to_owned();
        (url.origin().ascii_serialization(), secret)
    }

    /// What an expression is worth in the stage's page.
    pub(crate) async fn stage_tells(&self, expression: &str) -> Value {
        self.look_at(&self.stage).await;
        self.tell(expression).await
    }

    /// What an expression is worth in the console's page.
    pub(crate) async fn console_tells(&self, expression: &str) -> Value {
        self.look_at(&self.console).await;
        self.tell(expression).await
    }

    async fn tell(&self, expression: &str) -> Value {
        // The comment that an expression may begin with must not end the statement.
        let script = format!("return (\n{expression}\n)");
        let told = answered(expression, self.client.execute(&script, Vec::new())).await;
        told.expect("the page tells")
    }

    async fn look_at(&self, window: &WindowHandle) {
        let switched = answered("another window", self.client.switch_to_window(window.clone())).await;
        switched.expect("the window is there");
    }

    /// Presses a key in the console.
    pub(crate) async fn press_in_console(&self, key: Key) {
        self.look_at(&self.console).await;
        let value = char::from(key);
        let press = KeyActions::new("clicker".to_owned())
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value });
        let pressed = answered("a key", self.client.perform_actions(press)).await;
        pressed.expect("the key is pressed");
    }

    /// Calls a command of the shell from the console's page; gives what it answers.
    pub(crate) async fn console_calls(&self, command: &str, arguments: Value) -> Result<Value, Value> {
        self.look_at(&self.console).await;
        self.call(command, arguments).await
    }

    /// Calls a command of the shell from the stage's page; gives what it answers.
    pub(crate) async fn stage_calls(&self, command: &str) -> Result<Value, Value> {
        self.look_at(&self.stage).await;
        self.call(command, json!({})).await
    }

    async fn call(&self, command: &str, arguments: Value) -> Result<Value, Value> {
        const CALL: &str = "const [command, given, done] = arguments;
            globalThis.__TAURI_INTERNALS__.invoke(command, given).then((ok) => done([ok, null]), (no) => done([null, no]));";
        let call = self.client.execute_async(CALL, vec![command.into(), arguments]);
        let answer = answered(command, call).await;
        let answer = answer.expect("the page calls the shell");
        if answer[1].is_null() {
            Ok(answer[0].clone())
        } else {
            Err(answer[1].clone())
        }
    }

    /// Waits until the program has ended.
    pub(crate) async fn has_ended(&self, desktop: &Desktop) {
        eventually("the program ends", async || {
            (!desktop.runs(&self.program)).then_some(())
        })
        .await;
    }

    /// Ends the driver's session.
    pub(crate) async fn let_go(self) {
        // The app may be gone already.
        let _ = answered("the end", self.client.close()).await;
    }
}

/// Starts the app with these arguments, and ports and a data folder of the test's own.
async fn connect(desktop: &Desktop, arguments: &[Value]) -> (Client, PathBuf) {
    let program = program();
    let own = [
        json!("--data"),
        json!(desktop.home().join("data")),
        json!("--listen"),
        json!("127.0.0.1:0"),
        json!("--control"),
        json!("127.0.0.1:0"),
    ];
    let arguments: Vec<&Value> = arguments.iter().chain(&own).collect();
    let options = json!({ "binary": program, "args": arguments });
    let capabilities = [("webkitgtk:browserOptions".to_owned(), options)];
    let mut builder = ClientBuilder::new(HttpConnector::new());
    builder.capabilities(capabilities.into_iter().collect());
    // An app that shows why it cannot start never answers the driver.
    let opened = tokio::time::timeout(PATIENCE, builder.connect(&desktop.driver_url)).await;
    let client = opened
        .unwrap_or_else(|_| panic!("the app does not open its windows. It says: {}", desktop.log()))
        .expect("the driver opens the app");
    (client, program)
}

/// The window whose page has this path.
async fn window(client: &Client, path: &str) -> WindowHandle {
    eventually(&format!("a window shows {path}"), async || {
        for handle in client.windows().await.ok()? {
            client.switch_to_window(handle.clone()).await.ok()?;
            if client.current_url().await.ok()?.path() == path {
                return Some(handle);
            }
        }
        None
    })
    .await
}

/// The app as it was built, unless `GAZOUILLIS_BIN` names another.
pub(crate) fn program() -> PathBuf {
    let built = || {
        let test = std::env::current_exe().expect("this test has a path");
        // target/debug/deps/webdriver-… → target/debug/gazouillis
        test.ancestors().nth(2).map(|folder| folder.join("gazouillis"))
    };
    let program = std::env::var_os("GAZOUILLIS_BIN")
        .map(PathBuf::from)
        .or_else(built)
        .filter(|program| Path::is_file(program))
        .expect("the app is built: `cargo build -p gazouillis`, or GAZOUILLIS_BIN names it");
    program.canonicalize().expect("the app has a path")
}
