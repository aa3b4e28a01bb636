//! How many phones of one address may join before the presenter is asked, and what the presenter said.
//!
//! In most rooms each phone has an address of its own, and the few joins of one address are one person's second browser or
//! cleared storage. In some, a router puts the whole room behind one address. The two look the same from here, so the
//! number alone refuses nobody: it makes phones wait until the presenter, who sees the room, has said *let them in*.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::time::Duration;

use gazouillis_core::TokenHash;
use gazouillis_protocol::WaitingView;

use super::DeviceAddress;

/// How many phones of one address join unasked. A table that shares a hotspot fits; a script that would tip a vote in a
/// room of thirty does not.
const UNASKED: usize = 10;

/// The least that one approval allows an address in all. A room of fifty behind one address needs one click.
const APPROVED: usize = 60;

/// An approval allows this many times the phones that have joined or wait: those that the presenter saw come, and the
/// rest of the room. So a room of a thousand is asked about a few times at most, and a yes to a small room is no yes
/// to a thousand votes.
const GROWTH: usize = 4;

/// A phone that has not asked for this long has gone; those that wait ask every two seconds.
const GONE: Duration = Duration::from_secs(10);

/// How often a full group is looked through for phones that have gone.
const LOOK: Duration = Duration::from_secs(1);

/// The most waiting phones that are told apart per address, and the most addresses. Beyond, they wait uncounted, and
/// share a group: both only matter to whoever makes them up.
const WAITING: usize = 2_000;
const ADDRESSES: usize = 4_096;

/// What a phone at the door is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It may join.
    LetIn,
    /// The presenter is asked; it may ask again.
    Wait,
    /// The presenter has said no to its address.
    NotLetIn,
    /// Nobody may join.
    Closed,
}

/// Phones of one address.
#[derive(Debug)]
struct Group {
    number: u32,
    joined: HashSet<TokenHash>,
    /// Who waits, and when they last asked.
    waiting: HashMap<TokenHash, Duration>,
    waiting_since: Duration,
    /// When it was last looked through for phones that have gone.
    looked: Duration,
    allowed: usize,
    refused: bool,
}

/// The joins of a session, by address. Times are since any fixed moment.
#[derive(Debug, Default)]
pub(crate) struct Admission {
    closed: bool,
    session: String,
    groups: HashMap<Option<DeviceAddress>, Group>,
    numbers: u32,
}

impl Admission {
    pub(crate) fn is_open(&self) -> bool {
        !self.closed
    }

    pub(crate) fn set_open(&mut self, open: bool) {
        self.closed = !open;
    }

    /// A phone with a token that is new to the session wants to join it. When it is let in it counts as joined, until
    /// it [withdraws](Self::withdraw).
    pub(crate) fn knock(&mut self, session: &str, address: DeviceAddress, token: TokenHash, now: Duration) -> Verdict {
        self.enter(session);
        if self.closed {
            return Verdict::Closed;
        }
        if address.is_this_computer() {
            return Verdict::LetIn;
        }
        let group = self.group(address);
        if group.refused {
            return Verdict::NotLetIn;
        }
        if group.joined.contains(&token) || group.joined.len() < group.allowed {
            group.waiting.remove(&token);
            group.joined.insert(token);
            return Verdict::LetIn;
        }
        group.wait(token, now);
        Verdict::Wait
    }

    /// A phone that was let in could not join after all.
    pub(crate) fn withdraw(&mut self, address: DeviceAddress, token: &TokenHash) {
        for key in [Some(address), None] {
            if let Some(group) = self.groups.get_mut(&key) {
                group.joined.remove(token);
            }
        }
    }

    /// The presenter says *let them in* or *not these*. Says whether there is such a group.
    pub(crate) fn answer(&mut self, group: &str, let_in: bool) -> bool {
        let mut groups = self.groups.values_mut();
        let Some(group) = groups.find(|known| known.number.to_string() == group) else {
            return false;
        };
        if let_in {
            let seen = group.joined.len() + group.waiting.len();
            group.allowed = APPROVED.max(GROWTH * seen).max(group.allowed);
        }
        group.refused = !let_in;
        // They ask again by themselves; those that were refused are told so then.
        group.waiting.clear();
        true
    }

    /// Who waits, longest waiting first, and who was refused.
    pub(crate) fn waiting(&mut self, now: Duration) -> Vec<WaitingView> {
        let mut groups: Vec<&mut Group> = self.groups.values_mut().collect();
        groups.sort_by_key(|group| (group.waiting_since, group.number));
        let shown = groups.into_iter().filter_map(|group| {
            group.waiting.retain(|_, asked| now.saturating_sub(*asked) < GONE);
            (group.refused || !group.waiting.is_empty()).then(|| WaitingView {
                group: group.number.to_string(),
                joins: group.joined.len() as u32,
                waiting: group.waiting.len() as u32,
                refused: group.refused,
            })
        });
        shown.collect()
    }

    /// A new session begins with nobody in it; what the presenter has said of an address holds.
    fn enter(&mut self, session: &str) {
        if self.session != session {
            session.clone_into(&mut self.session);
            for group in self.groups.values_mut() {
                group.joined.clear();
                group.waiting.clear();
            }
        }
    }

    fn group(&mut self, address: DeviceAddress) -> &mut Group {
        let full = self.groups.len() >= ADDRESSES && !self.groups.contains_key(&Some(address));
        match self.groups.entry((!full).then_some(address)) {
            Entry::Occupied(group) => group.into_mut(),
            Entry::Vacant(place) => {
                self.numbers += 1;
                place.insert(Group {
                    number: self.numbers,
                    joined: HashSet::new(),
                    waiting: HashMap::new(),
                    waiting_since: Duration::ZERO,
                    looked: Duration::ZERO,
                    allowed: UNASKED,
                    refused: false,
                })
            }
        }
    }
}

impl Group {
    fn wait(&mut self, token: TokenHash, now: Duration) {
        // Going through all of them at each knock would be work that a script can order.
        if self.waiting.len() >= WAITING && now.saturating_sub(self.looked) >= LOOK {
            self.looked = now;
            self.waiting.retain(|_, asked| now.saturating_sub(*asked) < GONE);
        }
        if self.waiting.is_empty() {
            self.waiting_since = now;
        }
        if self.waiting.len() < WAITING || self.waiting.contains_key(&token) {
            self.waiting.insert(token, now);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;

    use super::*;

    const START: Duration = Duration::from_secs(100);

    fn address(last: u8) -> DeviceAddress {
        DeviceAddress::from(IpAddr::from([192, 168, 1, last]))
    }

    fn token(number: usize) -> TokenHash {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&number.to_be_bytes());
        TokenHash(bytes)
    }

    fn knock(door: &mut Admission, from: u8, number: usize) -> Verdict {
        door.knock("s", address(from), token(number), START)
    }

    /// So many phones of one address knock; how many are let in.
    fn let_in(door: &mut Admission, from: u8, numbers: std::ops::Range<usize>) -> usize {
        numbers
            .filter(|number| knock(door, from, *number) == Verdict::LetIn)
            .count()
    }

    #[test]
    fn ten_phones_of_one_address_join_unasked_and_the_next_ones_wait() {
        let mut door = Admission::default();
        assert_eq!(let_in(&mut door, 7, 0..10), 10);
        assert!(door.waiting(START).is_empty(), "nobody is asked about yet");
        assert_eq!(let_in(&mut door, 7, 10..13), 0);
        assert_eq!(let_in(&mut door, 8, 20..30), 10, "another address has its own ten");
        let waiting = door.waiting(START);
        assert_eq!(waiting.len(), 1);
        assert_eq!(
            (waiting[0].joins, waiting[0].waiting, waiting[0].refused),
            (10, 3, false)
        );
    }

    #[test]
    fn asking_again_with_the_same_token_counts_once() {
        let mut door = Admission::default();
        for _ in 0..50 {
            assert_eq!(knock(&mut door, 7, 1), Verdict::LetIn);
        }
        assert_eq!(let_in(&mut door, 7, 2..20), 9);
        for _ in 0..50 {
            assert_eq!(knock(&mut door, 7, 11), Verdict::Wait);
        }
        assert_eq!(door.waiting(START)[0].waiting, 9);
    }

    #[test]
    fn a_room_of_fifty_behind_one_address_is_in_after_one_approval() {
        let mut door = Admission::default();
        assert_eq!(let_in(&mut door, 7, 0..12), 10);
        let group = door.waiting(START)[0].group.clone();
        assert!(door.answer(&group, true));
        assert!(door.waiting(START).is_empty(), "the presenter has answered");
        assert_eq!(let_in(&mut door, 7, 0..50), 50);
    }

    #[test]
    fn a_thousand_behind_one_address_are_asked_about_a_few_times_and_never_refused() {
        // Arriving all at once, one by one, and in tens.
        for pace in [1_000, 1, 10] {
            let mut door = Admission::default();
            let (mut questions, mut outside) = (0, Vec::new());
            for arrived in (0..1_000).step_by(pace) {
                outside.extend(arrived..arrived + pace);
                loop {
                    outside.retain(|number| knock(&mut door, 7, *number) != Verdict::LetIn);
                    if outside.is_empty() {
                        break;
                    }
                    let group = door.waiting(START)[0].group.clone();
                    assert!(door.answer(&group, true));
                    questions += 1;
                }
            }
            assert!((1..=4).contains(&questions), "{questions} questions, {pace} at a time");
        }
    }

    #[test]
    fn an_approval_is_for_the_room_that_was_seen_and_no_more() {
        let mut door = Admission::default();
        let_in(&mut door, 7, 0..12);
        let group = door.waiting(START)[0].group.clone();
        door.answer(&group, true);
        assert_eq!(
            let_in(&mut door, 7, 0..100_000),
            APPROVED,
            "a script is asked about again"
        );
        assert_eq!(
            door.waiting(START)[0].waiting,
            WAITING as u32,
            "and takes no more memory than this"
        );
    }

    #[test]
    fn not_these_holds_for_new_phones_and_can_be_taken_back() {
        let mut door = Admission::default();
        let_in(&mut door, 7, 0..12);
        let group = door.waiting(START)[0].group.clone();
        assert!(door.answer(&group, false));
        assert_eq!(knock(&mut door, 7, 11), Verdict::NotLetIn);
        let shown = door.waiting(START);
        assert_eq!((shown[0].group.as_str(), shown[0].refused), (group.as_str(), true));
        assert!(door.answer(&group, true));
        assert_eq!(knock(&mut door, 7, 11), Verdict::LetIn);
        assert!(
            !door.answer("0", true) && !door.answer("192.168.1.7", true),
            "no such group"
        );
    }

    #[test]
    fn phones_that_have_gone_no_longer_wait() {
        let mut door = Admission::default();
        let_in(&mut door, 7, 0..13);
        let later = START + GONE;
        assert_eq!(door.knock("s", address(7), token(12), later), Verdict::Wait);
        assert_eq!(door.waiting(later)[0].waiting, 1);
        assert!(door.waiting(later + GONE).is_empty());
    }

    #[test]
    fn a_closed_door_lets_nobody_in_until_it_is_opened() {
        let mut door = Admission::default();
        door.set_open(false);
        assert_eq!(knock(&mut door, 7, 1), Verdict::Closed);
        let own = DeviceAddress::from(IpAddr::from([127, 0, 0, 1]));
        assert_eq!(
            door.knock("s", own, token(1), START),
            Verdict::Closed,
            "closed is closed"
        );
        assert!(door.waiting(START).is_empty());
        door.set_open(true);
        assert_eq!(knock(&mut door, 7, 1), Verdict::LetIn);
    }

    #[test]
    fn a_new_session_starts_from_nobody_and_keeps_what_the_presenter_said() {
        let mut door = Admission::default();
        for from in [7, 8] {
            let_in(&mut door, from, 0..12);
        }
        let groups: Vec<String> = door.waiting(START).into_iter().map(|group| group.group).collect();
        door.answer(&groups[0], true);
        door.answer(&groups[1], false);
        let mut next = |from, number| door.knock("t", address(from), token(number), START);
        let verdicts: HashSet<_> = (100..160).map(|number| format!("{:?}", next(7, number))).collect();
        assert_eq!(verdicts.len(), 1, "{verdicts:?}");
        assert_eq!(next(8, 1), Verdict::NotLetIn);
        let unasked = (0..20).filter(|number| next(9, *number) == Verdict::LetIn).count();
        assert_eq!(unasked, UNASKED);
    }

    #[test]
    fn who_could_not_join_after_all_leaves_the_place() {
        let mut door = Admission::default();
        assert_eq!(let_in(&mut door, 7, 0..10), 10);
        door.withdraw(address(7), &token(3));
        assert_eq!(knock(&mut door, 7, 11), Verdict::LetIn);
        assert_eq!(knock(&mut door, 7, 12), Verdict::Wait);
    }

    #[test]
    fn more_addresses_than_are_told_apart_share_what_one_may() {
        let mut door = Admission::default();
        let mut joined = 0;
        for number in 0..100_000_u32 {
            let from = DeviceAddress::from(IpAddr::from((number + 0x0a00_0000).to_be_bytes()));
            joined += usize::from(door.knock("s", from, token(number as usize), START) == Verdict::LetIn);
        }
        assert_eq!(joined, ADDRESSES + UNASKED);
        assert!(door.groups.len() <= ADDRESSES + 1);
    }
}
