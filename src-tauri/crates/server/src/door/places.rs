//! The places of a listener's connections: how many there are, who gets one, and who has to leave for it.
//!
//! Most of the places are for whoever comes. The rest is kept for the first few connections of each address, so that one
//! laptop that opens as many as it can leaves room for every phone with an address of its own; and it takes its own
//! oldest idle ones from itself first, so that a real room behind one address always gets its next connection.

use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::oneshot;

use super::{DeviceAddress, Pace};

/// How many connections of one address are few: what one browser opens, and one more page.
const FEW: usize = 8;

/// Which part of the places is kept for the few of each address: one in so many. A quarter, so that ten thousand phones
/// behind one address still find a place where sixteen thousand connections can be had.
const KEPT: usize = 4;

/// One connection, as the requests on it know it.
#[derive(Debug, Clone)]
pub(crate) struct Caller {
    /// Whose it is.
    pub(crate) address: DeviceAddress,
    /// Which bucket its requests take from; see [`Pace`].
    pub(super) bucket: u64,
    busy: Arc<AtomicU32>,
}

impl Caller {
    /// A connection that comes from an address.
    pub(crate) fn new(address: DeviceAddress, pace: &Pace) -> Self {
        Self {
            address,
            bucket: pace.bucket(address),
            busy: Arc::default(),
        }
    }

    /// Keeps the connection from counting as idle, until the hold is dropped.
    pub(crate) fn hold(&self) -> Hold {
        self.busy.fetch_add(1, Ordering::Relaxed);
        Hold(Arc::clone(&self.busy))
    }
}

/// Something that a connection is needed for: a request that is being answered, a phone's live stream.
#[derive(Debug)]
pub(crate) struct Hold(Arc<AtomicU32>);

impl Drop for Hold {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// What comes of a wish for a place.
#[derive(Debug, PartialEq, Eq)]
enum Granted {
    /// There is one.
    Free,
    /// There is one when this connection leaves.
    After(DeviceAddress, u64),
    /// There is none, and nobody who could leave.
    Full,
}

/// Who holds which places. Numbers grow, so an address's oldest connection comes first.
#[derive(Debug)]
struct Ledger<Seat> {
    most: usize,
    total: usize,
    /// Connections beyond the few of each address.
    beyond: usize,
    by_address: HashMap<DeviceAddress, BTreeMap<u64, Seat>>,
}

impl<Seat> Ledger<Seat> {
    fn new(most: usize) -> Self {
        Self {
            most,
            total: 0,
            beyond: 0,
            by_address: HashMap::new(),
        }
    }

    fn wish(&self, address: DeviceAddress, is_idle: impl Fn(&Seat) -> bool) -> Granted {
        let holds = self.by_address.get(&address).map_or(0, BTreeMap::len);
        let for_many = self.most - self.most / KEPT;
        let is_free = self.total < self.most && (holds < FEW || self.beyond < for_many);
        if is_free {
            return Granted::Free;
        }
        let gives = if holds < FEW {
            let most = self.by_address.iter().max_by_key(|(_, seats)| seats.len());
            most.map(|(address, _)| *address)
        } else {
            Some(address)
        };
        let leaves = gives.and_then(|from| {
            let mut seats = self.by_address.get(&from)?.iter();
            seats
                .find(|(_, seat)| is_idle(seat))
                .map(|(number, _)| Granted::After(from, *number))
        });
        leaves.unwrap_or(Granted::Full)
    }

    fn seat(&mut self, address: DeviceAddress, number: u64, seat: Seat) {
        let seats = self.by_address.entry(address).or_default();
        self.total += 1;
        self.beyond += usize::from(seats.len() >= FEW);
        seats.insert(number, seat);
    }

    fn leave(&mut self, address: DeviceAddress, number: u64) -> Option<Seat> {
        let seats = self.by_address.get_mut(&address)?;
        let left = seats.remove(&number)?;
        self.total -= 1;
        self.beyond -= usize::from(seats.len() >= FEW);
        if seats.is_empty() {
            self.by_address.remove(&address);
        }
        Some(left)
    }
}

/// A connection that holds a place, and what takes it away.
#[derive(Debug)]
struct Seat {
    busy: Arc<AtomicU32>,
    end: oneshot::Sender<()>,
}

#[derive(Debug)]
struct Seats {
    ledger: Ledger<Seat>,
    numbers: u64,
}

/// The places of a listener.
#[derive(Debug, Clone)]
pub(crate) struct Places(Arc<Mutex<Seats>>);

impl Places {
    /// So many.
    pub(crate) fn new(most: usize) -> Self {
        Self(Arc::new(Mutex::new(Seats {
            ledger: Ledger::new(most),
            numbers: 0,
        })))
    }

    fn lock(&self) -> MutexGuard<'_, Seats> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A place for a new connection; an older idle one may have to leave for it. `None` when there is none.
    pub(crate) fn take(&self, caller: Caller) -> Option<Place> {
        let address = caller.address;
        let mut seats = self.lock();
        let is_idle = |seat: &Seat| seat.busy.load(Ordering::Relaxed) == 0;
        match seats.ledger.wish(address, is_idle) {
            Granted::Free => {}
            Granted::After(from, number) => {
                if let Some(seat) = seats.ledger.leave(from, number) {
                    // It may be ending by itself.
                    let _ = seat.end.send(());
                }
            }
            Granted::Full => return None,
        }
        seats.numbers += 1;
        let number = seats.numbers;
        let (end, ended) = oneshot::channel();
        let seat = Seat {
            busy: Arc::clone(&caller.busy),
            end,
        };
        seats.ledger.seat(address, number, seat);
        drop(seats);
        Some(Place {
            places: self.clone(),
            number,
            caller,
            ended,
        })
    }
}

/// A place that a connection holds until this is dropped.
#[derive(Debug)]
pub(crate) struct Place {
    places: Places,
    number: u64,
    /// The connection.
    pub(crate) caller: Caller,
    /// Told when another connection has got the place.
    pub(crate) ended: oneshot::Receiver<()>,
}

impl Drop for Place {
    fn drop(&mut self) {
        let left = self.places.lock().ledger.leave(self.caller.address, self.number);
        drop(left);
    }
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;
    use std::sync::LazyLock;

    use super::*;

    fn address(number: u32) -> DeviceAddress {
        DeviceAddress::from(IpAddr::from((number + 0x0a00_0000).to_be_bytes()))
    }

    fn take(places: &Places, from: DeviceAddress) -> Option<Place> {
        static PACE: LazyLock<Pace> = LazyLock::new(Pace::default);
        places.take(Caller::new(from, &PACE))
    }

    /// Opens connections of one address until it gets no more, at most so many.
    fn fill(places: &Places, from: u32, most: usize) -> Vec<Place> {
        (0..most).map_while(|_| take(places, address(from))).collect()
    }

    fn ended(places: &mut [Place]) -> Vec<usize> {
        let ended = places.iter_mut().enumerate();
        ended
            .filter_map(|(index, place)| place.ended.try_recv().is_ok().then_some(index))
            .collect()
    }

    #[test]
    fn one_address_gets_three_quarters_and_every_other_address_its_few() {
        let places = Places::new(400);
        let mut greedy = fill(&places, 1, 300 + FEW);
        let holds: Vec<Hold> = greedy.iter().map(|place| place.caller.hold()).collect();
        assert_eq!(greedy.len(), 300 + FEW);
        assert!(
            take(&places, address(1)).is_none(),
            "it is not idle, so it gets no more"
        );
        let phones: Vec<Vec<Place>> = (2..13).map(|from| fill(&places, from, FEW)).collect();
        assert!(phones.iter().all(|own| own.len() == FEW), "each phone has its few");
        assert!(ended(&mut greedy).is_empty(), "nobody had to leave for that");
        drop(holds);
    }

    #[test]
    fn an_address_that_holds_too_many_loses_its_own_oldest_idle_ones_first() {
        let places = Places::new(40);
        let mut greedy = fill(&places, 1, 30 + FEW);
        let holds: Vec<Hold> = [0, 2].map(|index: usize| greedy[index].caller.hold()).into();
        let newer: Vec<Place> = (0..3).map(|_| take(&places, address(1)).expect("a place")).collect();
        assert_eq!(ended(&mut greedy), [1, 3, 4], "the busy ones stay");
        drop((holds, newer));
    }

    #[test]
    fn when_all_places_are_taken_the_address_that_holds_most_makes_room_for_one_that_holds_few() {
        let places = Places::new(40);
        let mut greedy = fill(&places, 1, 30);
        let mut phones: Vec<Place> = (2..12)
            .map(|from| take(&places, address(from)).expect("a place"))
            .collect();
        let late = take(&places, address(100)).expect("room is made");
        assert_eq!((ended(&mut greedy), ended(&mut phones)), (vec![0], vec![]));
        drop(late);
    }

    #[test]
    fn streams_that_phones_hold_are_never_taken_for_a_new_connection() {
        let places = Places::new(40);
        let mut streams: Vec<Place> = (0..40).map_while(|from| take(&places, address(from))).collect();
        let holds: Vec<Hold> = streams.iter().map(|place| place.caller.hold()).collect();
        assert!(take(&places, address(100)).is_none());
        assert!(ended(&mut streams).is_empty());
        drop(holds);
        assert!(
            take(&places, address(100)).is_some(),
            "once one is idle there is a place"
        );
    }

    #[test]
    fn places_that_are_left_are_free_again_and_nothing_is_kept_of_who_left() {
        let places = Places::new(100);
        for round in 0..50 {
            let taken: Vec<Place> = (0..10).flat_map(|from| fill(&places, from + round, 10)).collect();
            assert_eq!(taken.len(), 100, "round {round}");
        }
        let seats = places.lock();
        assert_eq!((seats.ledger.total, seats.ledger.beyond), (0, 0));
        assert!(seats.ledger.by_address.is_empty());
    }

    #[test]
    fn a_room_behind_one_address_always_gets_its_next_connection() {
        let places = Places::new(400);
        // A stranger behind the same address opens all it can, and keeps opening.
        let mut held = fill(&places, 1, 2_000);
        assert_eq!(held.len(), 2_000, "each new one takes the place of an older");
        held.drain(..held.len() - 300);
        let phone = take(&places, address(1));
        assert!(phone.is_some());
    }
}
