//! What differs between systems, each in one file with the same functions.

#[cfg(not(target_os = "linux"))]
mod elsewhere;
#[cfg(target_os = "linux")]
mod linux;

#[cfg(not(target_os = "linux"))]
pub(crate) use elsewhere::{MENU_IS_OF_THE_APP, fit_menu, has_display, menu_label, opened, own_menu, prepare};
#[cfg(target_os = "linux")]
pub(crate) use linux::{MENU_IS_OF_THE_APP, fit_menu, has_display, menu_label, opened, own_menu, prepare};
