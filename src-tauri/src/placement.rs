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
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Screen {
    /// How the system calls it; empty when it has no name for it.
    pub(crate) name: String,
    /// All of it.
    pub(crate) whole: Rect,
    /// What panels and docks leave free.
    pub(crate) free: Rect,
    /// Physical pixels per logical pixel.
    pub(crate) scale: f64,
    /// Whether the system calls it the first.
    pub(crate) primary: bool,
}

/// What the presenter wants of the screens. Nothing said: the stage fills the first one that is not the system's first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Wish {
    /// The screens that were chosen for the stage, by name, the latest first.
    pub(crate) stage_on: Vec<String>,
    /// The stage in a window, whatever screens there are: whoever shares their screen in a call shows that window.
    pub(crate) in_window: bool,
    /// The two have changed places.
    pub(crate) swapped: bool,
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

/// Places the windows: the console on one screen and the stage on another, as the presenter wishes. With one screen, or where it is
/// wanted so, the stage is in a window, beside the console where both fit, else behind it. `None` when the system names no screen.
pub(crate) fn place(screens: &[Screen], wish: &Wish) -> Option<Placement> {
    let (desk, projector) = roles(screens, wish)?;
    Some(match projector {
        Some(projector) => Placement {
            stage: StagePlace::Fullscreen {
                screen: projector.whole,
            },
            console: console_on(desk),
        },
        None => on_one(desk),
    })
}

/// Whether the stage has a screen of its own.
pub(crate) fn has_projector(screens: &[Screen], wish: &Wish) -> bool {
    roles(screens, wish).is_some_and(|(_, projector)| projector.is_some())
}

/// The console's screen, and the one that the stage has for itself.
fn roles<'a>(screens: &'a [Screen], wish: &Wish) -> Option<(&'a Screen, Option<&'a Screen>)> {
    let distinct = distinct(screens);
    let first = *distinct.iter().find(|screen| screen.primary).or(distinct.first())?;
    let other_than = |one: &Screen| distinct.iter().copied().find(|screen| screen.whole != one.whole);
    let Some(other) = other_than(first).filter(|_| !wish.in_window) else {
        return Some((first, None));
    };
    let projector = chosen(screens, wish).unwrap_or(other);
    let desk = if projector.whole == first.whole { other } else { first };
    Some(if wish.swapped {
        (projector, Some(desk))
    } else {
        (desk, Some(projector))
    })
}

/// The screen that the presenter has chosen for the stage, of those that are there.
pub(crate) fn chosen<'a>(screens: &'a [Screen], wish: &Wish) -> Option<&'a Screen> {
    let named = |name: &String| screens.iter().find(|screen| screen.name == *name);
    let chosen = wish.stage_on.iter().find_map(named)?;
    // Of those that show the same, the one that stands for them.
    Some(mirrored(screens, chosen).unwrap_or(chosen))
}

/// The screen of which another is the mirror: both begin in the same place. `None` for the first of them.
pub(crate) fn mirrored<'a>(screens: &'a [Screen], mirror: &Screen) -> Option<&'a Screen> {
    let shown = screens.iter().find(|screen| corner(screen) == corner(mirror))?;
    (!std::ptr::eq(shown, mirror)).then_some(shown)
}

/// Whether a screen shows what another shows.
pub(crate) fn is_mirrored(screens: &[Screen]) -> bool {
    distinct(screens).len() < screens.len()
}

fn corner(screen: &Screen) -> (i32, i32) {
    (screen.whole.x, screen.whole.y)
}

/// The screens without those that mirror another.
fn distinct(screens: &[Screen]) -> Vec<&Screen> {
    let mut distinct: Vec<&Screen> = Vec::with_capacity(screens.len());
    for screen in screens {
        if !distinct.iter().any(|known| corner(known) == corner(screen)) {
            distinct.push(screen);
        }
    }
    distinct
}

fn console_on(screen: &Screen) -> Rect {
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

fn on_one(screen: &Screen) -> Placement {
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
fn below_title(screen: &Screen) -> Rect {
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
mod tests;
