//! What differs between systems, each in one file with the same functions.

#[cfg(not(target_os = "linux"))]
mod elsewhere;
#[cfg(target_os = "linux")]
mod linux;

#[cfg(not(target_os = "linux"))]
pub(crate) use elsewhere::{has_display, opened, prepare};
#[cfg(target_os = "linux")]
pub(crate) use linux::{has_display, opened, prepare};
