//! The room's Wi-Fi as a code that a camera reads.

use std::sync::{Arc, Mutex, PoisonError};

use gazouillis_protocol::{WifiRequest, WifiView};
use tokio::sync::watch;

use crate::qr;

/// The Wi-Fi that the presenter has named. It is in memory only: what is on the disk outlives the room.
#[derive(Debug, Clone)]
pub(crate) struct Wifi {
    now: Arc<Mutex<Option<WifiView>>>,
    changes: Arc<watch::Sender<()>>,
}

impl Wifi {
    pub(crate) fn new() -> Self {
        Self {
            now: Arc::default(),
            changes: Arc::new(watch::Sender::new(())),
        }
    }

    pub(crate) fn now(&self) -> Option<WifiView> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn changes(&self) -> watch::Receiver<()> {
        self.changes.subscribe()
    }

    /// Names the Wi-Fi, or none. Says whether it can be one.
    pub(crate) fn set(&self, request: WifiRequest) -> bool {
        let view = match request.name {
            None => None,
            Some(name) => match view(name, request.password) {
                Some(view) => Some(view),
                None => return false,
            },
        };
        *self.now.lock().unwrap_or_else(PoisonError::into_inner) = view;
        self.changes.send_replace(());
        true
    }
}

/// IEEE 802.11 names networks with 1 to 32 bytes; WPA takes a passphrase of 8 to 63 characters.
fn view(name: String, password: Option<String>) -> Option<WifiView> {
    let fits = (1..=32).contains(&name.len()) && !name.chars().any(char::is_control);
    let password = password.filter(|password| !password.is_empty());
    let opens = password
        .as_ref()
        .is_none_or(|password| (8..=63).contains(&password.chars().count()) && !password.chars().any(char::is_control));
    if !fits || !opens {
        return None;
    }
    let qr = qr::draw(&code(&name, password.as_deref()))?;
    Some(WifiView { name, password, qr })
}

/// What cameras of Android and iOS understand: <https://github.com/zxing/zxing/wiki/Barcode-Contents#wi-fi-network-config-android-ios-11>.
fn code(name: &str, password: Option<&str>) -> String {
    match password {
        Some(password) => format!("WIFI:T:WPA;S:{};P:{};;", escaped(name), escaped(password)),
        None => format!("WIFI:T:nopass;S:{};;", escaped(name)),
    }
}

fn escaped(text: &str) -> String {
    text.chars()
        .flat_map(|letter| {
            let escape = matches!(letter, '\\' | ';' | ',' | '"' | ':').then_some('\\');
            escape.into_iter().chain([letter])
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_what_cameras_understand_whatever_the_network_is_called() {
        assert_eq!(
            code("Salle 12", Some("motdepasse")),
            "WIFI:T:WPA;S:Salle 12;P:motdepasse;;"
        );
        assert_eq!(code(r#"a;b:"c\"#, None), r#"WIFI:T:nopass;S:a\;b\:\"c\\;;"#);
    }

    #[test]
    fn what_can_be_no_network_is_refused_and_leaves_the_one_before() {
        let wifi = Wifi::new();
        let ask = |name: &str, password: Option<&str>| {
            wifi.set(WifiRequest {
                name: Some(name.to_owned()),
                password: password.map(str::to_owned),
            })
        };
        assert!(ask("Salle", Some("motdepasse")));
        for (name, password) in [
            ("", None),
            ("é".repeat(17).as_str(), None),
            ("Salle", Some("court")),
            ("a\nb", None),
        ] {
            assert!(!ask(name, password), "{name} {password:?}");
        }
        assert_eq!(wifi.now().map(|view| view.name).as_deref(), Some("Salle"));
        assert!(wifi.set(WifiRequest {
            name: None,
            password: None
        }));
        assert_eq!(wifi.now(), None);
    }
}
