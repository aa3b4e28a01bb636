//! Why the engine did not do what it was asked to.

use gazouillis_core::Rejection;

/// A refusal by the rules, or a fault of the machine.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EngineError {
    /// The rules refuse it; nothing has changed.
    #[error(transparent)]
    Rejected(#[from] Rejection),
    /// The disk takes no more; nothing has changed, and a retry later may succeed.
    #[error("the disk does not take what has to be written")]
    DiskFull,
    /// More is waiting than can be served soon.
    #[error("too many requests are waiting")]
    Overloaded,
    /// The engine has stopped or is stopping.
    #[error("the engine has stopped")]
    Stopped,
    /// A fault of the program; the session was read again from disk.
    #[error("a fault of the program")]
    Fault,
    /// The library has no such session.
    #[error("the library has no such session")]
    UnknownSession,
    /// The session is the one that is running.
    #[error("the session is running")]
    Running,
}
