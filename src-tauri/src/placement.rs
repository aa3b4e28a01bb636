//! Where the windows go, as a function of the screens. Knows no window system.

/// A rectangle, in physical pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rect {
    pub(crate) x: i32,
    pub(crate) y: i32,
    pub(crate) width: u32,
    pub(crate) height: u32,
}

/// A screen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Screen {
    /// All of it.
    pub(crate) whole: Rect,
    /// What panels and docks leave free.
    pub(crate) free: Rect,
    /// Physical pixels per logical pixel.
    pub(crate) scale: f64,
    /// Whether the system calls it the first.
    pub(crate) primary: bool,
}

/// Where the stage goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StagePlace {
    /// Full screen on the screen that begins here.
    Fullscreen {
        /// The screen's rectangle.
        screen: Rect,
    },
    /// A window of 16:9.
    Window(Rect),
}

/// Where both go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Placement {
    pub(crate) stage: StagePlace,
    pub(crate) console: Rect,
}

/// What a title bar takes, in logical pixels.
const TITLE_BAR: f64 = 40.0;

/// The console is not made larger than this, in logical pixels: lines get too long to read at a glance.
const LARGEST_CONSOLE: (f64, f64) = (1680.0, 1050.0);

/// Beside the stage the console needs this much, in logical pixels.
const NARROWEST_CONSOLE: f64 = 820.0;

/// How much of one screen the stage takes beside the console.
const STAGE_SHARE: f64 = 0.52;

/// Places the windows: the console on the first screen and the stage on another, or the other way round when they are
/// `swapped`. With one screen the stage is in a window, beside the console where both fit, else behind it. `None` when
/// the system names no screen.
pub(crate) fn place(screens: &[Screen], swapped: bool) -> Option<Placement> {
    let screens = distinct(screens);
    let first = screens
        .iter()
        .copied()
        .find(|screen| screen.primary)
        .or_else(|| screens.first().copied())?;
    let Some(other) = screens.iter().copied().find(|screen| screen.whole != first.whole) else {
        return Some(on_one(first));
    };
    let (desk, projector) = if swapped { (other, first) } else { (first, other) };
    Some(Placement {
        stage: StagePlace::Fullscreen {
            screen: projector.whole,
        },
        console: console_on(desk),
    })
}

/// How many screens show something of their own.
pub(crate) fn count(screens: &[Screen]) -> usize {
    distinct(screens).len()
}

/// Whether the stage can have a screen of its own.
pub(crate) fn has_two(screens: &[Screen]) -> bool {
    distinct(screens).len() > 1
}

/// The screens without those that mirror another.
fn distinct(screens: &[Screen]) -> Vec<Screen> {
    let mut distinct: Vec<Screen> = Vec::with_capacity(screens.len());
    for screen in screens {
        let corner = |other: &Screen| (other.whole.x, other.whole.y);
        if !distinct.iter().any(|known| corner(known) == corner(screen)) {
            distinct.push(*screen);
        }
    }
    distinct
}

fn console_on(screen: Screen) -> Rect {
    let Rect { x, y, width, height } = below_title(screen);
    let largest = |logical: f64| (logical * screen.scale) as u32;
    let (wide, high) = (
        width.min(largest(LARGEST_CONSOLE.0)),
        height.min(largest(LARGEST_CONSOLE.1)),
    );
    Rect {
        x: x + (width - wide) as i32 / 2,
        y: y + (height - high) as i32 / 2,
        width: wide,
        height: high,
    }
}

fn on_one(screen: Screen) -> Placement {
    let free = below_title(screen);
    let beside = f64::from(free.width) * (1.0 - STAGE_SHARE);
    if beside < NARROWEST_CONSOLE * screen.scale {
        return Placement {
            stage: StagePlace::Window(widest_16_9(free, free.width)),
            console: console_on(screen),
        };
    }
    let stage = widest_16_9(free, free.width - beside as u32);
    let console = Rect {
        width: beside as u32,
        ..free
    };
    Placement {
        stage: StagePlace::Window(stage),
        console,
    }
}

/// What is left of a screen for the inside of a window.
fn below_title(screen: Screen) -> Rect {
    let title = (TITLE_BAR * screen.scale) as u32;
    Rect {
        height: screen.free.height.saturating_sub(title),
        ..screen.free
    }
}

/// The largest rectangle of 16:9 at the right edge of `free`, at most so wide.
fn widest_16_9(free: Rect, at_most: u32) -> Rect {
    let width = at_most.min(free.height * 16 / 9);
    Rect {
        x: free.x + (free.width - width) as i32,
        y: free.y,
        width,
        height: width * 9 / 16,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn screen(x: i32, width: u32, height: u32, primary: bool) -> Screen {
        let whole = Rect { x, y: 0, width, height };
        Screen {
            whole,
            free: whole,
            scale: 1.0,
            primary,
        }
    }

    fn inside(inner: Rect, outer: Rect) -> bool {
        inner.x >= outer.x
            && inner.y >= outer.y
            && inner.x + inner.width as i32 <= outer.x + outer.width as i32
            && inner.y + inner.height as i32 <= outer.y + outer.height as i32
    }

    #[test]
    fn the_stage_fills_the_screen_that_is_not_the_first() {
        let (laptop, projector) = (screen(0, 1440, 900, true), screen(1440, 1920, 1080, false));
        for screens in [[laptop, projector], [projector, laptop]] {
            let placement = place(&screens, false).unwrap();
            let fullscreen = StagePlace::Fullscreen {
                screen: projector.whole,
            };
            assert_eq!(placement.stage, fullscreen, "whatever the order of the screens");
            assert!(inside(placement.console, laptop.whole));
        }
    }

    #[test]
    fn swapped_they_change_places() {
        let (laptop, projector) = (screen(0, 1440, 900, true), screen(-1920, 1920, 1080, false));
        let placement = place(&[laptop, projector], true).unwrap();
        assert_eq!(placement.stage, StagePlace::Fullscreen { screen: laptop.whole });
        assert!(inside(placement.console, projector.whole));
    }

    #[test]
    fn with_one_wide_screen_they_are_side_by_side() {
        let only = screen(0, 1920, 1080, true);
        let Placement {
            stage: StagePlace::Window(stage),
            console,
        } = place(&[only], false).unwrap()
        else {
            panic!("one screen is not given away whole");
        };
        assert!(inside(stage, only.whole) && inside(console, only.whole));
        assert!(console.x + console.width as i32 <= stage.x, "they do not overlap");
        assert!(
            (f64::from(stage.width) / f64::from(stage.height) - 16.0 / 9.0).abs() < 0.01,
            "the stage is 16:9"
        );
    }

    #[test]
    fn with_one_small_screen_the_stage_is_behind_the_console() {
        let only = screen(0, 1366, 768, true);
        let Placement {
            stage: StagePlace::Window(stage),
            console,
        } = place(&[only], false).unwrap()
        else {
            panic!("one screen is not given away whole");
        };
        assert!(inside(stage, only.whole) && inside(console, only.whole));
        assert_eq!(console.width, 1366, "the console has the room it needs");
    }

    #[test]
    fn a_mirrored_projector_is_no_second_screen() {
        let screens = [screen(0, 1920, 1080, true), screen(0, 1920, 1080, false)];
        assert!(!has_two(&screens));
        assert!(matches!(place(&screens, false).unwrap().stage, StagePlace::Window(_)));
    }

    #[test]
    fn a_dense_screen_has_less_room_than_its_pixels_say() {
        let dense = Screen {
            scale: 2.0,
            ..screen(0, 2560, 1600, true)
        };
        let console = place(&[dense], false).unwrap().console;
        assert_eq!(console.width, 2560, "1280 logical pixels are not enough for both");
    }

    #[test]
    fn without_a_screen_the_system_places_the_windows() {
        assert_eq!(place(&[], false), None);
    }
}
