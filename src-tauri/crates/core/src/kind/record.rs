//! What a ballot says, as plain numbers and texts: the form in which any shape of marks is kept.

use std::sync::Arc;

/// Marks as the log keeps them. What the numbers and texts stand for is decided by the shape, once and for good: a record
/// that was ever written must be read the same for ever.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Record {
    /// Numbers, in an order that the shape has chosen.
    pub numbers: Vec<i64>,
    /// Texts, in an order that the shape has chosen.
    pub texts: Vec<Arc<str>>,
}

/// One shape of marks: what a ballot says once the names in an answer have been looked up.
pub trait Shape: Sized {
    /// The shape's number in the log. A number that was ever released is never given to another shape.
    const TAG: u8;

    /// The marks as they are kept.
    fn record(&self) -> Record;

    /// The marks that were kept; `None` when no such marks were ever written.
    fn from_record(record: &Record) -> Option<Self>;
}
