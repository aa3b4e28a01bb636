//! What the core may not know by itself: the time, and names nobody can guess.

use gazouillis_core::summary::SessionFacts;
use jiff::Zoned;

/// The time now: Unix time in milliseconds.
pub(crate) fn now() -> i64 {
    jiff::Timestamp::now().as_millisecond()
}

/// The facts of a session that starts now. Its id is the local date and a few random letters.
pub(crate) fn new_session() -> SessionFacts {
    let local = Zoned::now();
    let id = format!("{}-{}", local.strftime("%Y-%m-%d"), random_letters());
    SessionFacts {
        id,
        started_at: local.timestamp().as_millisecond(),
        started_local: local.strftime("%Y-%m-%dT%H:%M").to_string(),
    }
}

/// Bits that nobody can guess.
pub(crate) fn random_bits() -> u32 {
    let mut bytes = [0_u8; 4];
    getrandom::fill(&mut bytes).expect("BUG: the system has no random numbers");
    u32::from_le_bytes(bytes)
}

/// Six letters that cannot be mistaken for one another when read aloud: about 28 bits.
fn random_letters() -> String {
    const LETTERS: &[u8] = b"abcdefghjkmnpqrstuvwxyz3";
    let mut bytes = [0_u8; 6];
    getrandom::fill(&mut bytes).expect("BUG: the system has no random numbers");
    bytes
        .iter()
        .map(|byte| char::from(LETTERS[usize::from(*byte) % LETTERS.len()]))
        .collect()
}
