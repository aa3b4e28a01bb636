//! What may tell who somebody is: the presenter is warned of it before the room reads it.
//!
//! Rules, no dictionary of people: what looks like a telephone number, an address, an account or a number that belongs to one
//! person, a name after « Mme » or « M. ». A warning too many costs the presenter a glance, one too few costs somebody their
//! peace; but years, prices and counts must pass, or nobody looks any more.

mod addresses;
mod names;
mod numbers;

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// What kind of thing points to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PointerKind {
    /// A telephone number, French or international.
    Phone,
    /// An e-mail address.
    Email,
    /// A name after a title.
    Name,
    /// An account on a network, `@somebody`.
    Handle,
    /// A bank account.
    Iban,
    /// Some other long number: a card, a social security number.
    LongNumber,
}

/// Something in a text that may point to a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pointer {
    /// What it is.
    pub kind: PointerKind,
    /// Where it stands, in bytes.
    pub range: Range<usize>,
}

/// What in a cleaned text may point to a person; in order, none inside another. Accounts are not told where a talk asks for
/// mentions: see [`PointerKind::Handle`] and filter.
#[must_use]
pub fn pointers(text: &str) -> Vec<Pointer> {
    let mut all = addresses::ibans(text);
    all.extend(addresses::emails(text));
    all.extend(addresses::handles(text));
    all.extend(numbers::numbers(text));
    all.extend(names::names(text));
    // What was found by an earlier rule is not told again by a later one.
    let mut apart: Vec<Pointer> = Vec::new();
    for pointer in all {
        let taken = |other: &Pointer| pointer.range.start < other.range.end && other.range.start < pointer.range.end;
        if !apart.iter().any(taken) {
            apart.push(pointer);
        }
    }
    apart.sort_by_key(|pointer| pointer.range.start);
    apart
}

#[cfg(test)]
mod tests;
