//! Which phones are here: those that follow the live view, counted by their token, however many streams each holds.

use std::collections::{HashMap, VecDeque};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use gazouillis_core::TokenHash;
use tokio::sync::{oneshot, watch};

/// How many streams one phone holds: a few tabs. The newest win, so that a page that is loaded again is never refused.
const STREAMS: usize = 4;

/// The streams of each phone, oldest first: their number, and what ends them.
type Streams = HashMap<TokenHash, VecDeque<(u64, oneshot::Sender<()>)>>;

/// Counts phones while they follow.
#[derive(Debug, Default)]
pub(crate) struct Presence {
    streams: Mutex<Streams>,
    numbers: AtomicU64,
    here: watch::Sender<u32>,
}

impl Presence {
    fn lock(&self) -> MutexGuard<'_, Streams> {
        self.streams.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A phone begins to follow, until the stay is dropped. When it holds too many streams its oldest is ended.
    pub(crate) fn enter(self: &Arc<Self>, token: TokenHash) -> Stay {
        let number = self.numbers.fetch_add(1, Ordering::Relaxed);
        let (end, ended) = oneshot::channel();
        let mut streams = self.lock();
        let own = streams.entry(token).or_default();
        own.push_back((number, end));
        if own.len() > STREAMS
            && let Some((_, oldest)) = own.pop_front()
        {
            // It may have gone by itself.
            let _ = oldest.send(());
        }
        self.tell(&streams);
        drop(streams);
        Stay {
            presence: Arc::clone(self),
            token,
            number,
            ended,
        }
    }

    fn leave(&self, token: &TokenHash, number: u64) {
        let mut streams = self.lock();
        if let Some(own) = streams.get_mut(token) {
            own.retain(|(other, _)| *other != number);
            if own.is_empty() {
                streams.remove(token);
            }
        }
        self.tell(&streams);
    }

    /// Says how many there are now; while the streams are locked, so that numbers are told in their order.
    fn tell(&self, streams: &Streams) {
        let here = streams.len() as u32;
        self.here
            .send_if_modified(|known| std::mem::replace(known, here) != here);
    }

    /// How many phones are here.
    pub(crate) fn count(&self) -> u32 {
        *self.here.borrow()
    }

    /// Told when the number changes.
    pub(crate) fn changes(&self) -> watch::Receiver<u32> {
        self.here.subscribe()
    }
}

/// One stream of one phone.
#[derive(Debug)]
pub(crate) struct Stay {
    presence: Arc<Presence>,
    token: TokenHash,
    number: u64,
    /// Told when the stream has to make place for a newer one of its phone.
    pub(crate) ended: oneshot::Receiver<()>,
}

impl Drop for Stay {
    fn drop(&mut self) {
        self.presence.leave(&self.token, self.number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: TokenHash = TokenHash([1; 32]);
    const OTHER: TokenHash = TokenHash([2; 32]);

    #[test]
    fn a_phone_with_many_tabs_is_one_phone() {
        let presence = Arc::new(Presence::default());
        let tabs: Vec<Stay> = (0..200).map(|_| presence.enter(ONE)).collect();
        assert_eq!(presence.count(), 1);
        let other = presence.enter(OTHER);
        assert_eq!(presence.count(), 2);
        drop(tabs);
        assert_eq!(presence.count(), 1);
        drop(other);
        assert_eq!(presence.count(), 0);
    }

    #[test]
    fn the_newest_streams_win_and_the_oldest_are_ended() {
        let presence = Arc::new(Presence::default());
        let mut tabs: Vec<Stay> = (0..STREAMS + 2).map(|_| presence.enter(ONE)).collect();
        let ended: Vec<bool> = tabs.iter_mut().map(|tab| tab.ended.try_recv().is_ok()).collect();
        assert_eq!(ended, [true, true, false, false, false, false]);
        // A stream that was ended leaves later than the newer ones came, and takes nothing with it.
        drop(tabs.drain(..2));
        assert_eq!(presence.count(), 1);
        assert!(tabs.iter_mut().all(|tab| tab.ended.try_recv().is_err()));
    }

    #[test]
    fn a_phone_that_comes_and_goes_leaves_nothing_behind() {
        let presence = Arc::new(Presence::default());
        for _ in 0..1_000 {
            drop(presence.enter(ONE));
        }
        assert!(presence.lock().is_empty());
    }
}
