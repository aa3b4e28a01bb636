//! Where the windows go.

use super::*;

/// A screen that is named after its place.
fn screen(x: i32, width: u32, height: u32, primary: bool) -> Screen {
    let whole = Rect { x, y: 0, width, height };
    Screen {
        name: format!("at {x}"),
        whole,
        free: whole,
        scale: 1.0,
        primary,
    }
}

fn as_it_comes() -> Wish {
    Wish::default()
}

fn swapped() -> Wish {
    Wish {
        swapped: true,
        ..Wish::default()
    }
}

fn on(names: &[&str]) -> Wish {
    Wish {
        stage_on: names.iter().map(|name| (*name).to_owned()).collect(),
        ..Wish::default()
    }
}

fn full(screen: &Screen) -> StagePlace {
    StagePlace::Fullscreen { screen: screen.whole }
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
    for screens in [[laptop.clone(), projector.clone()], [projector.clone(), laptop.clone()]] {
        let placement = place(&screens, &as_it_comes()).unwrap();
        assert_eq!(placement.stage, full(&projector), "whatever the order of the screens");
        assert!(inside(placement.console, laptop.whole));
    }
}

#[test]
fn swapped_they_change_places() {
    let screens = [screen(0, 1440, 900, true), screen(-1920, 1920, 1080, false)];
    let placement = place(&screens, &swapped()).unwrap();
    assert_eq!(placement.stage, full(&screens[0]));
    assert!(inside(placement.console, screens[1].whole));
}

#[test]
fn the_stage_is_on_the_screen_that_was_chosen_last_of_those_that_are_there() {
    let screens = [
        screen(0, 1440, 900, true),
        screen(1440, 1920, 1080, false),
        screen(3360, 1280, 720, false),
    ];
    let placed = |names: &[&str]| place(&screens, &on(names)).unwrap();
    assert_eq!(placed(&["at 3360"]).stage, full(&screens[2]));
    assert_eq!(placed(&["unplugged", "at 3360"]).stage, full(&screens[2]));
    assert_eq!(
        placed(&["unplugged"]).stage,
        full(&screens[1]),
        "as if nothing was said"
    );
    let on_the_laptop = placed(&["at 0", "at 3360"]);
    assert_eq!(on_the_laptop.stage, full(&screens[0]));
    assert!(
        inside(on_the_laptop.console, screens[1].whole),
        "the console goes where the stage is not"
    );
    let back = Wish {
        swapped: true,
        ..on(&["at 3360"])
    };
    let back = place(&screens, &back).unwrap();
    assert_eq!(back.stage, full(&screens[0]));
    assert!(
        inside(back.console, screens[2].whole),
        "the two that were in use are swapped"
    );
}

#[test]
fn in_a_window_if_it_is_wanted_so_the_projector_is_left_alone() {
    let screens = [screen(0, 1920, 1080, true), screen(1920, 1920, 1080, false)];
    let wish = Wish {
        in_window: true,
        ..on(&["at 1920"])
    };
    let placement = place(&screens, &wish).unwrap();
    let StagePlace::Window(stage) = placement.stage else {
        panic!("no screen is filled");
    };
    assert!(inside(stage, screens[0].whole) && inside(placement.console, screens[0].whole));
    assert!(!has_projector(&screens, &wish) && has_projector(&screens, &as_it_comes()));
}

#[test]
fn with_one_wide_screen_they_are_side_by_side() {
    let only = screen(0, 1920, 1080, true);
    let Placement {
        stage: StagePlace::Window(stage),
        console,
    } = place(std::slice::from_ref(&only), &on(&["at 0"])).unwrap()
    else {
        panic!("one screen is not given away whole, even when it is chosen");
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
    } = place(std::slice::from_ref(&only), &as_it_comes()).unwrap()
    else {
        panic!("one screen is not given away whole");
    };
    assert!(inside(stage, only.whole) && inside(console, only.whole));
    assert_eq!(console.width, 1366, "the console has the room it needs");
}

#[test]
fn a_mirrored_projector_is_no_second_screen_and_is_known_as_a_mirror() {
    let projector = Screen {
        name: "projector".to_owned(),
        ..screen(0, 1920, 1080, false)
    };
    let screens = [screen(0, 1920, 1080, true), projector];
    assert!(is_mirrored(&screens) && !is_mirrored(&screens[..1]));
    assert_eq!(mirrored(&screens, &screens[1]), Some(&screens[0]));
    assert_eq!(mirrored(&screens, &screens[0]), None);
    for wish in [as_it_comes(), on(&["projector"])] {
        assert!(!has_projector(&screens, &wish));
        assert!(matches!(place(&screens, &wish).unwrap().stage, StagePlace::Window(_)));
    }
}

#[test]
fn a_dense_screen_has_less_room_than_its_pixels_say() {
    let dense = Screen {
        scale: 2.0,
        ..screen(0, 2560, 1600, true)
    };
    let console = place(&[dense], &as_it_comes()).unwrap().console;
    assert_eq!(console.width, 2560, "1280 logical pixels are not enough for both");
}

#[test]
fn without_a_screen_the_system_places_the_windows() {
    assert_eq!(place(&[], &as_it_comes()), None);
}
