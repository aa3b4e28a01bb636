//! Where sessions are kept: one SQLite file in the data folder.
//!
//! **Invariant.** There is one [`Writer`] in one process (an operating-system lock on the data folder sees to it), and
//! what [`Writer::commit`] has returned from is on disk: write-ahead log, `synchronous=FULL`. [`Reader`]s never block it.
//!
//! The store knows sessions, one log, and summaries; no table per capability. A session is the replay of its log, whose rows are
//! sealed one over the other, so that whatever was changed, lost or swapped on the disk is noticed and told. Migrations only
//! ever add: see [`schema`].

mod copies;
mod error;
mod first;
mod folder;
mod log;
mod reader;
mod rescue;
mod schema;
mod scrub;
mod seal;
mod session;
mod summary;
mod witness;
mod writer;

pub use copies::Copies;
pub use error::StoreError;
pub use folder::{DataFolder, SetAside};
pub use reader::Reader;
pub use rescue::Rescued;
pub use session::{SessionRow, StoredSession};
pub use writer::Writer;
