//! Which of the room's reactions float over the slide: all are counted, few are drawn.

use std::collections::VecDeque;
use std::time::Duration;

use super::Reaction;

/// How long a chirp floats.
pub const FLOATS_FOR: Duration = Duration::from_millis(2_400);

/// The most that float at the same time.
pub const MOST_FLOATING: usize = 12;

/// The time that each drawn chirp costs: eight a second, whatever the room does.
const EACH: Duration = Duration::from_millis(125);

/// So many may come at once after a silence.
const AT_ONCE: u32 = 4;

/// A reaction that floats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chirp {
    /// Names it: a page draws each once.
    pub id: u64,
    /// What it says.
    pub reaction: Reaction,
    begun: Duration,
}

/// The chirps of the last seconds. Times are counted from any moment that stays the same, and never run back.
#[derive(Debug, Clone, Default)]
pub struct Chirps {
    floating: VecDeque<Chirp>,
    /// When the next one is due at the pace of eight a second (the generic cell rate algorithm).
    due: Duration,
    next: u64,
}

impl Chirps {
    /// Takes a reaction, and says whether it floats.
    pub fn take(&mut self, reaction: Reaction, now: Duration) -> bool {
        self.forget(now);
        let due = self.due.max(now);
        if self.floating.len() >= MOST_FLOATING || due + EACH > now + EACH * AT_ONCE {
            return false;
        }
        self.due = due + EACH;
        self.next += 1;
        self.floating.push_back(Chirp {
            id: self.next,
            reaction,
            begun: now,
        });
        true
    }

    /// Those that float now, oldest first.
    pub fn floating(&mut self, now: Duration) -> Vec<Chirp> {
        self.forget(now);
        self.floating.iter().copied().collect()
    }

    fn forget(&mut self, now: Duration) {
        while self
            .floating
            .front()
            .is_some_and(|chirp| now.saturating_sub(chirp.begun) >= FLOATS_FOR)
        {
            self.floating.pop_front();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A room of a thousand taps for a minute: what floats at any time, and what began within any second.
    #[test]
    fn a_thousand_phones_that_clap_for_a_minute_never_fill_the_slide() {
        let mut chirps = Chirps::default();
        let mut begun = Vec::new();
        for millisecond in 0..60_000 {
            let now = Duration::from_millis(millisecond);
            if chirps.take(Reaction::ALL[millisecond as usize % 5], now) {
                begun.push(now);
            }
            assert!(chirps.floating(now).len() <= MOST_FLOATING, "at {now:?}");
        }
        for from in &begun {
            let second = from..&(*from + Duration::from_secs(1));
            let within = begun.iter().filter(|time| second.contains(time)).count();
            assert!(within <= 8 + AT_ONCE as usize, "{within} in the second from {from:?}");
        }
        assert!(begun.len() > 60, "and yet the room is seen to clap: {}", begun.len());
    }

    #[test]
    fn a_single_chirp_floats_at_once_and_is_gone_after_its_time() {
        let mut chirps = Chirps::default();
        let now = Duration::from_secs(5);
        assert!(chirps.take(Reaction::Heart, now));
        assert_eq!(chirps.floating(now + FLOATS_FOR / 2).len(), 1);
        assert_eq!(chirps.floating(now + FLOATS_FOR).len(), 0);
    }

    #[test]
    fn no_two_chirps_have_the_same_name() {
        let mut chirps = Chirps::default();
        let mut names = std::collections::HashSet::new();
        for second in 0..100 {
            let now = Duration::from_secs(second * 4);
            chirps.take(Reaction::Idea, now);
            assert!(chirps.floating(now).iter().all(|chirp| names.insert(chirp.id)));
        }
    }
}
