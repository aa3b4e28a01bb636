//! The running session.
//!
//! One thread owns the [`Session`](gazouillis_core::Session) and the store's writer. It takes everything that is waiting,
//! decides it, writes it in one transaction, and only then publishes the new state and acknowledges each request.
//!
//! **Invariant.** The order is commit → publish → acknowledge. What a commit did not write is never shown to anyone: when
//! it fails, the session is read again from disk and every request of the batch is told so.

mod clock;
mod copying;
mod delivery;
mod error;
mod facts;
mod handle;
mod library;
mod queue;
mod roll;
mod session_thread;
mod start;

pub use clock::Timer;
pub use error::EngineError;
pub use handle::{Accepted, EngineHandle, Published};
pub use library::{Interrupted, Library};
pub use session_thread::Running;
pub use start::{Beginning, Engine, Started};

/// The store's types that callers of the engine meet.
pub mod store {
    pub use gazouillis_store::{DataFolder, Rescued, SessionRow, SetAside, StoreError};
}
