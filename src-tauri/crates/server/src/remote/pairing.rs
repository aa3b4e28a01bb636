//! Who may control the talk.

use std::sync::{Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use gazouillis_core::TokenHash;
use gazouillis_protocol::{ConsoleRemote, ErrorCode, PressRequest, RemotePhone};
use tokio::sync::watch;
use tokio::task::AbortHandle;

use crate::answer::ApiError;
use crate::qr;
use crate::secret::{Secret, token_hash};

/// A presenter and a colleague who helps, twice over.
const MOST_PHONES: usize = 4;

/// A phone that has paired.
struct Paired {
    token: TokenHash,
    name: String,
    allowed: bool,
    /// The number of its last press.
    last: u64,
    /// What it is told; dropped, its streams end.
    view: watch::Sender<Bytes>,
}

/// The listener, while there is one.
struct Listening {
    port: u16,
    task: AbortHandle,
}

#[derive(Default)]
struct State {
    listening: Option<Listening>,
    /// The key that pairs the next phone.
    offered: Option<Secret>,
    phones: Vec<Paired>,
    /// What allowed phones show.
    shown: Bytes,
}

/// The remote controls of a session's presenter.
pub(crate) struct Remotes {
    state: Mutex<State>,
    changes: watch::Sender<()>,
}

impl Default for Remotes {
    fn default() -> Self {
        Self {
            state: Mutex::default(),
            changes: watch::Sender::new(()),
        }
    }
}

impl Remotes {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Says when what the console knows has changed.
    pub(crate) fn changes(&self) -> watch::Receiver<()> {
        self.changes.subscribe()
    }

    fn changed(&self) {
        self.changes.send_replace(());
    }

    /// Offers a pairing with a new key; the one before no longer works.
    pub(crate) fn offer(&self) {
        self.state().offered = Some(Secret::random());
        self.changed();
    }

    /// Whether the listener runs.
    pub(crate) fn is_listening(&self) -> bool {
        self.state().listening.is_some()
    }

    /// The listener runs.
    pub(crate) fn listens(&self, port: u16, task: AbortHandle) {
        self.state().listening = Some(Listening { port, task });
        self.changed();
    }

    /// Takes the offer back. Phones that were allowed stay.
    pub(crate) fn withdraw(&self) {
        self.state().offered = None;
        self.rest();
        self.changed();
    }

    /// Nobody needs the listener: it ends, with every connection.
    fn rest(&self) {
        let mut state = self.state();
        if state.offered.is_none()
            && state.phones.is_empty()
            && let Some(listening) = state.listening.take()
        {
            listening.task.abort();
        }
    }

    /// Pairs a phone that holds the key. The key is used up.
    pub(crate) fn pair(&self, key: &str) -> Result<(String, String), ApiError> {
        let token = Secret::random();
        let name = {
            let mut state = self.state();
            if !state.offered.as_ref().is_some_and(|offered| offered.is(key)) {
                return Err(ErrorCode::CodeUnknown.into());
            }
            if state.phones.len() >= MOST_PHONES {
                return Err(ErrorCode::TooManyRequests.into());
            }
            state.offered = None;
            let name = new_name(&state.phones);
            state.phones.push(Paired {
                token: token_hash(token.reveal()),
                name: name.clone(),
                allowed: false,
                last: 0,
                view: watch::Sender::new(Bytes::new()),
            });
            name
        };
        self.changed();
        Ok((token.reveal().to_owned(), name))
    }

    /// Allows a phone, or forgets it. Says whether there is such a phone.
    pub(crate) fn allow(&self, name: &str, allow: bool) -> bool {
        let known = {
            let mut state = self.state();
            let shown = state.shown.clone();
            let place = state.phones.iter().position(|phone| phone.name == name);
            match place {
                Some(place) if allow => {
                    state.phones[place].allowed = true;
                    state.phones[place].view.send_replace(shown);
                }
                Some(place) => drop(state.phones.remove(place)),
                None => {}
            }
            place.is_some()
        };
        self.rest();
        self.changed();
        known
    }

    /// The name of a phone, and whether it is allowed.
    pub(crate) fn find(&self, token: &TokenHash) -> Option<(String, bool)> {
        let state = self.state();
        let phone = state.phones.iter().find(|phone| phone.token == *token)?;
        Some((phone.name.clone(), phone.allowed))
    }

    /// What an allowed phone follows.
    pub(crate) fn follow<T>(
        &self,
        token: &TokenHash,
        follow: impl FnOnce(&watch::Sender<Bytes>) -> T,
    ) -> Result<T, ApiError> {
        let followed = {
            let state = self.state();
            let phone = allowed(&state.phones, token)?;
            follow(&state.phones[phone].view)
        };
        self.changed();
        Ok(followed)
    }

    /// Whether a press is a new one of an allowed phone. From then on it is an old one.
    pub(crate) fn take(&self, token: &TokenHash, press: &PressRequest) -> Result<bool, ApiError> {
        let mut state = self.state();
        let phone = allowed(&state.phones, token)?;
        let phone = &mut state.phones[phone];
        let is_new = press.number > phone.last;
        phone.last = phone.last.max(press.number);
        Ok(is_new)
    }

    /// Whether any phone shows the talk.
    pub(crate) fn is_used(&self) -> bool {
        self.state().phones.iter().any(|phone| phone.allowed)
    }

    /// Tells the allowed phones what to show.
    pub(crate) fn show(&self, event: Bytes) {
        let mut state = self.state();
        for phone in state.phones.iter().filter(|phone| phone.allowed) {
            phone.view.send_if_modified(|shown| {
                let is_new = *shown != event;
                shown.clone_from(&event);
                is_new
            });
        }
        state.shown = event;
    }

    /// What the console knows; `authority` is where phones reach this computer, with the port of their own listener.
    pub(crate) fn view(&self, authority: Option<&str>) -> ConsoleRemote {
        let state = self.state();
        let url = state.offered.as_ref().zip(state.listening.as_ref()).zip(authority);
        let url = url.map(|((key, listening), authority)| {
            let host = authority.rsplit_once(':').map_or(authority, |(host, _)| host);
            format!("http://{host}:{}/#{}", listening.port, key.reveal())
        });
        let phones = state.phones.iter().map(|phone| RemotePhone {
            name: phone.name.clone(),
            allowed: phone.allowed,
            here: phone.view.receiver_count() > 0,
        });
        ConsoleRemote {
            qr: url.as_deref().and_then(qr::draw),
            phones: phones.collect(),
            url,
        }
    }
}

/// The place of an allowed phone.
fn allowed(phones: &[Paired], token: &TokenHash) -> Result<usize, ApiError> {
    match phones.iter().position(|phone| phone.token == *token) {
        None => Err(ErrorCode::Unauthorized.into()),
        Some(place) if phones[place].allowed => Ok(place),
        Some(_) => Err(ErrorCode::NotLetIn.into()),
    }
}

/// Four digits that no other phone has: to be compared by eye, not to be guessed.
fn new_name(phones: &[Paired]) -> String {
    loop {
        let number = u16::from_str_radix(&Secret::random().reveal()[..4], 16).unwrap_or_default();
        let name = format!("{:04}", number % 10_000);
        if phones.iter().all(|phone| phone.name != name) {
            return name;
        }
    }
}

#[cfg(test)]
mod tests {
    use gazouillis_protocol::{RemoteAct, RemotePlace};

    use super::*;

    fn press(number: u64) -> PressRequest {
        PressRequest {
            number,
            place: RemotePlace {
                session: "s".to_owned(),
                slide: 0,
                step: 0,
                over: None,
            },
            act: RemoteAct::Next,
        }
    }

    fn key(remotes: &Remotes) -> String {
        remotes.state().offered.as_ref().expect("an offer").reveal().to_owned()
    }

    #[test]
    fn a_key_pairs_one_phone_once_and_that_phone_may_do_nothing_until_it_is_allowed() {
        let remotes = Remotes::default();
        assert!(remotes.pair("").is_err(), "nothing is offered");
        remotes.offer();
        let old = key(&remotes);
        remotes.offer();
        assert!(remotes.pair(&old).is_err(), "a newer key is offered");
        let key = key(&remotes);
        let (token, name) = remotes.pair(&key).expect("the key is right");
        assert!(remotes.pair(&key).is_err(), "it is used up");
        let token = token_hash(&token);
        assert!(remotes.take(&token, &press(1)).is_err());
        assert!(remotes.allow(&name, true));
        assert_eq!(remotes.take(&token, &press(2)).ok(), Some(true));
        for replayed in [2, 1] {
            assert_eq!(remotes.take(&token, &press(replayed)).ok(), Some(false));
        }
        assert!(remotes.allow(&name, false));
        assert!(remotes.take(&token, &press(3)).is_err(), "it is revoked");
        assert!(!remotes.allow(&name, true), "for good");
    }

    #[test]
    fn no_more_phones_pair_than_a_presenter_has_use_for() {
        let remotes = Remotes::default();
        for _ in 0..MOST_PHONES {
            remotes.offer();
            assert!(remotes.pair(&key(&remotes)).is_ok());
        }
        remotes.offer();
        assert!(remotes.pair(&key(&remotes)).is_err());
    }
}
