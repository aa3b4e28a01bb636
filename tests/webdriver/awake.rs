//! The computer stays awake while a talk is presented, and may sleep again afterwards.

use tempfile::TempDir;

use crate::app::App;
use crate::bus::{Bus, Sleep, Told};
use crate::desktop::{Desktop, Having};

#[tokio::test]
async fn nothing_falls_asleep_while_a_talk_is_presented_and_everything_may_afterwards() {
    let folder = TempDir::new().expect("a folder");
    let bus = Bus::start(folder.path());
    let mut sleep = Sleep::on(&bus).await;
    let desktop = Desktop::having(Having {
        session_bus: Some(&bus.address),
        variables: &[("DBUS_SYSTEM_BUS_ADDRESS", &bus.address)],
        ..Having::default()
    })
    .await;
    let mut app = App::open_home(&desktop).await;
    app.home_shows("Twitter, explained to colleagues").await;
    assert_eq!(sleep.so_far(), [], "at home the computer may do as it likes");
    app.home_clicks("Present").await;
    app.presents().await;
    let mut granted = Vec::new();
    for _ in 0..3 {
        let Told::Granted { what, who } = sleep.next().await else {
            panic!("what was granted is kept while the talk is presented");
        };
        assert!(who.contains("Gazouillis"), "{who}");
        granted.push(what);
    }
    granted.sort();
    assert_eq!(granted, ["idle", "screen", "sleep"]);
    // The room talks on over the last slide.
    app.console_shows("Twitter, explained to colleagues").await;
    desktop.press("Console", "Escape").await;
    desktop.press("Console", "m").await;
    app.console_presses("Finish the session…").await;
    app.console_presses("Finish the session").await;
    app.console_shows("summary is frozen").await;
    assert_eq!(sleep.so_far(), [], "the slides are still on the screen");
    desktop.press("Console", "m").await;
    app.console_presses("Back to home…").await;
    app.console_presses("Back to home").await;
    let mut released = Vec::new();
    for _ in 0..3 {
        let Told::Released(what) = sleep.next().await else {
            panic!("nothing more is asked for");
        };
        released.push(what);
    }
    released.sort();
    assert_eq!(released, ["idle", "screen", "sleep"]);
    app.has_windows(1).await;
    app.let_go().await;
}
