//! The workbook and the archive, as other programs read them: every figure is the one of the summary's JSON, nothing typed is more than
//! text, and what is not told is nowhere.

mod archive;
mod figures;
mod hostile;
mod office;
mod reading;
#[path = "../rooms/mod.rs"]
mod rooms;
mod sheets;
