//! Someone who knows exactly how Gazouillis decides what to publish tries to work backwards to single people.
//!
//! He sees everything that leaves a session and he may run the program himself on any room he can imagine; a room that
//! would have made it publish the very same is a room that may be the true one. What all such rooms have in common he
//! knows for certain. Nothing here calls the rules that decide: rooms are enumerated, published and compared.
//!
//! `GAZOUILLIS_ATTACKS=100000` plays more rooms than the usual 10,000.

mod dice;
mod exchanges;
mod live;
mod others;
mod rooms;
mod splits;
mod stories;
mod tables;
mod waves;

/// How many rooms are attacked.
pub(crate) fn attacks() -> usize {
    let asked = std::env::var("GAZOUILLIS_ATTACKS").ok();
    asked.and_then(|number| number.parse().ok()).unwrap_or(10_000)
}
