//! Where sessions are kept: one SQLite file in the data folder.
//!
//! **Invariant.** There is one [`Writer`] in one process (an operating-system lock on the data folder sees to it), and
//! what [`Writer::commit`] has returned from is on disk: write-ahead log, `synchronous=FULL`. [`Reader`]s never block it.
//!
//! Every table has a file of its own with the SQL beside the code that runs it. Migrations only ever add: see
//! [`schema`].

mod ballot;
mod error;
mod folder;
mod participant;
mod poll_state;
mod reader;
mod schema;
mod session;
mod summary;
mod writer;

pub use error::StoreError;
pub use folder::{DataFolder, SetAside};
pub use reader::Reader;
pub use session::{SessionRow, StoredSession};
pub use writer::Writer;
