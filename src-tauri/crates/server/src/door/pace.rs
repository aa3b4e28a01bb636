//! How often a phone, an address and the whole network may ask: token buckets, in tables that never grow.
//!
//! A bucket is one number, the time at which it will be full again (the generic cell rate algorithm), so taking from it
//! is one atomic step and no lock. Buckets lie in tables of a fixed size under a hash that nobody can foresee: nothing
//! an attacker sends makes them grow, and nobody can aim at another's bucket. Two that meet in one bucket share what is
//! plenty for each.

use std::hash::{BuildHasher as _, RandomState};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use gazouillis_core::TokenHash;

use super::{Caller, DeviceAddress};

/// How much may be asked: so many at once, and so many a second from then on.
#[derive(Debug, Clone, Copy)]
struct Rate {
    burst: u64,
    per_second: u64,
}

/// One phone. Nobody taps ten times a second for long; a page that loads, joins and follows asks a handful of times.
const TOKEN: Rate = Rate {
    burst: 60,
    per_second: 10,
};

/// The questions to the speaker of one phone: one in ten seconds, and a second one that was thought of meanwhile.
const QUESTION: Duration = Duration::from_secs(10);
const QUESTIONS_AT_ONCE: u64 = 2;

/// What one phone calls out: once a second.
const REACTION: Duration = Duration::from_secs(1);
const REACTIONS_AT_ONCE: u64 = 2;

/// What an address may always ask, whatever the others do: a phone, and a family of them.
const MODEST: Rate = Rate {
    burst: 200,
    per_second: 50,
};

/// One address with a whole room behind it. A thousand phones that load the page, join, follow and vote in the same second
/// ask about eleven times each, on six connections, which count as well; then a thousand people who change their mind each
/// second fit five times over.
const ADDRESS: Rate = Rate {
    burst: 20_000,
    per_second: 5_000,
};

/// All addresses together, beyond what each is modest enough to be always granted.
const EVERYBODY: Rate = Rate {
    burst: 40_000,
    per_second: 20_000,
};

/// The sizes of the tables: powers of two, some dozens of times what a large room fills.
const TOKENS: usize = 65_536;
const ADDRESSES: usize = 4_096;

/// A table of buckets of one rate.
#[derive(Debug)]
struct Buckets {
    /// When each will be full again, in nanoseconds.
    full_at: Box<[AtomicU64]>,
    /// The time that one request costs.
    cost: u64,
    /// The most that may be owed.
    credit: u64,
}

impl Buckets {
    fn new(size: usize, rate: Rate) -> Self {
        Self::slow(size, Duration::from_nanos(1_000_000_000 / rate.per_second), rate.burst)
    }

    /// One each time that `every` has passed, and so many at once.
    fn slow(size: usize, every: Duration, burst: u64) -> Self {
        let cost = every.as_nanos() as u64;
        Self {
            full_at: (0..size).map(|_| AtomicU64::new(0)).collect(),
            cost,
            credit: cost * burst,
        }
    }

    /// Takes one from a bucket. Says whether there was one.
    fn take(&self, key: u64, now: u64) -> bool {
        let bucket = &self.full_at[key as usize % self.full_at.len()];
        let taken = bucket.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |full_at| {
            let owed = full_at.max(now) + self.cost;
            (owed - now <= self.credit).then_some(owed)
        });
        taken.is_ok()
    }
}

/// The buckets of one listener.
#[derive(Debug)]
pub(crate) struct Pace {
    tokens: Buckets,
    questions: Buckets,
    reactions: Buckets,
    modest: Buckets,
    addresses: Buckets,
    everybody: Buckets,
    secret: RandomState,
    begun: Instant,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            tokens: Buckets::new(TOKENS, TOKEN),
            questions: Buckets::slow(TOKENS, QUESTION, QUESTIONS_AT_ONCE),
            reactions: Buckets::slow(TOKENS, REACTION, REACTIONS_AT_ONCE),
            modest: Buckets::new(ADDRESSES, MODEST),
            addresses: Buckets::new(ADDRESSES, ADDRESS),
            everybody: Buckets::new(1, EVERYBODY),
            secret: RandomState::new(),
            begun: Instant::now(),
        }
    }
}

impl Pace {
    /// Whether an address may ask now. This computer always may, but pays for the look, so that what is measured on one
    /// computer is what a room gets.
    pub(crate) fn allows(&self, caller: &Caller) -> bool {
        self.allows_at(caller.bucket, self.begun.elapsed()) || caller.address.is_this_computer()
    }

    /// Which bucket an address takes from; looked up once for each connection.
    pub(crate) fn bucket(&self, address: DeviceAddress) -> u64 {
        self.secret.hash_one(address)
    }

    /// As [`Self::allows`], for the holder of a token.
    pub(crate) fn allows_token(&self, caller: &Caller, token: &TokenHash) -> bool {
        self.allows_token_at(token, self.begun.elapsed()) || caller.address.is_this_computer()
    }

    fn allows_at(&self, key: u64, since: Duration) -> bool {
        let now = since.as_nanos() as u64;
        self.modest.take(key, now) || (self.addresses.take(key, now) && self.everybody.take(0, now))
    }

    fn allows_token_at(&self, token: &TokenHash, since: Duration) -> bool {
        self.tokens.take(key(token), since.as_nanos() as u64)
    }

    /// Whether the holder of a token may ask the speaker a question now.
    pub(crate) fn allows_question(&self, caller: &Caller, token: &TokenHash) -> bool {
        self.questions.take(key(token), self.now()) || caller.address.is_this_computer()
    }

    /// Whether the holder of a token may call something out now.
    pub(crate) fn allows_reaction(&self, caller: &Caller, token: &TokenHash) -> bool {
        self.reactions.take(key(token), self.now()) || caller.address.is_this_computer()
    }

    fn now(&self) -> u64 {
        self.begun.elapsed().as_nanos() as u64
    }
}

/// A token's hash is as good as any: to aim at another phone's bucket one would have to know its token.
fn key(token: &TokenHash) -> u64 {
    let TokenHash([a, b, c, d, e, f, g, h, ..]) = *token;
    u64::from_le_bytes([a, b, c, d, e, f, g, h])
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;

    use super::*;

    fn address(number: u32) -> DeviceAddress {
        DeviceAddress::from(IpAddr::from((number + 0x0a00_0000).to_be_bytes()))
    }

    fn token(number: u32) -> TokenHash {
        let mut bytes = [0; 32];
        bytes[..4].copy_from_slice(&number.to_le_bytes());
        TokenHash(bytes)
    }

    /// How many of so many requests are granted, spread evenly over a time from its start on.
    fn granted(requests: u32, over: Duration, mut ask: impl FnMut(Duration) -> bool) -> u64 {
        (0..requests)
            .map(|number| u64::from(ask(over * number / requests)))
            .sum()
    }

    #[test]
    fn a_phone_that_hammers_gets_its_burst_and_then_its_pace() {
        let pace = Pace::default();
        let ten_seconds = Duration::from_secs(10);
        let got = granted(100_000, ten_seconds, |at| pace.allows_token_at(&token(1), at));
        let fair = TOKEN.burst + 10 * TOKEN.per_second;
        assert!(got.abs_diff(fair) <= 1, "{got}, {fair} are fair");
        let rested = ten_seconds + Duration::from_secs(60);
        let again = granted(1_000, Duration::ZERO, |_| pace.allows_token_at(&token(1), rested));
        assert_eq!(again, TOKEN.burst, "no more is saved up than a burst");
    }

    #[test]
    fn a_thousand_phones_behind_one_address_vote_at_once_and_are_never_refused() {
        let pace = Pace::default();
        // Six connections, the page, its parts, the join, the stream, what is mine, a ballot: all in the same instant.
        for number in 0..1_000 {
            for request in 0..17 {
                assert!(pace.allows_at(1, Duration::ZERO), "phone {number}, request {request}");
            }
            assert!(pace.allows_token_at(&token(number), Duration::ZERO), "phone {number}");
        }
        // Then everybody changes their mind each second for a minute.
        for second in 1..=60 {
            for number in 0..1_000 {
                let at = Duration::from_secs(second);
                assert!(
                    pace.allows_at(1, at) && pace.allows_token_at(&token(number), at),
                    "second {second}"
                );
            }
        }
    }

    #[test]
    fn a_flood_from_many_addresses_does_not_refuse_those_that_ask_little() {
        let pace = Pace::default();
        let key = |number| pace.bucket(address(number));
        let (mut flood, mut phones) = (0_u64, 0);
        for tick in 0..5_000_u32 {
            let at = Duration::from_millis(1) * tick;
            flood += (0..100)
                .map(|number| u64::from(pace.allows_at(key(number % 20), at)))
                .sum::<u64>();
            if tick % 100 == 0 {
                phones += (1_000..1_200).filter(|number| pace.allows_at(key(*number), at)).count();
            }
        }
        // Where a phone shares a bucket with the flood it shares its fate: about 1 in 200 does.
        assert!(phones >= 50 * 200 * 97 / 100, "{phones} of 10,000 requests of phones");
        let most = EVERYBODY.burst + 5 * EVERYBODY.per_second + 20 * (MODEST.burst + 5 * MODEST.per_second);
        assert!(
            flood <= most,
            "{flood} of 500,000 requests of the flood, {most} are granted"
        );
    }

    #[test]
    fn this_computer_is_never_slowed_down() {
        let pace = Pace::default();
        let caller = |last| Caller::new(DeviceAddress::from(IpAddr::from([127, 0, 0, last])), &pace);
        let own = caller(1);
        assert!((0..100_000).all(|_| pace.allows(&own) && pace.allows_token(&own, &token(1))));
        let other = caller(2);
        assert!(!(0..1_000).all(|_| pace.allows_token(&other, &token(2))));
    }
}
