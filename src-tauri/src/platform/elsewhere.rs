//! Windows and macOS.

/// These systems always have one.
pub(crate) fn has_display() -> bool {
    true
}

/// Nothing is needed here.
pub(crate) fn prepare() {}
