//! What people type on phones: made readable, counted together, and looked at before a room sees it.
//!
//! **Invariant.** Nothing that was typed reaches a view, an export or a table without having been through [`clean`]. All else
//! here reads cleaned text and changes none of it: [`profanity`] and [`pointers`] only say where the presenter should look.
//!
//! Everything is pure and driven by tables, so that a page can do the same for the person who is still typing.

pub mod clean;
mod fold;
pub mod key;
pub mod near;
pub mod pointers;
pub mod profanity;
pub mod tweet;
mod words;

pub use clean::{Unreadable, length};
pub use key::key;
pub use near::near_spellings;
pub use pointers::{Pointer, PointerKind, pointers};
pub use profanity::profanities;
