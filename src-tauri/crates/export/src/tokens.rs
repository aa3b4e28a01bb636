//! The colours of the design, read from the one file that decides them.

use std::collections::BTreeMap;

const TOKENS: &str = include_str!("../../../../ui/src/design/tokens.css");

/// Where the colours of a dark room begin.
const DARK: &str = "[data-theme=\"dark\"] {";

/// The colours of the first block (paper and ink), by name without the hyphens before it.
pub(crate) fn colours() -> BTreeMap<&'static str, &'static str> {
    block(":root {")
}

/// The colours that are others in a dark room; all that are not in here stay as they are.
pub(crate) fn dark_colours() -> BTreeMap<&'static str, &'static str> {
    block(DARK)
}

/// The colours of the first block that begins so.
fn block(start: &str) -> BTreeMap<&'static str, &'static str> {
    let block = TOKENS.split_once(start).map_or("", |(_, rest)| rest);
    let block = block.split_once('}').map_or(block, |(first, _)| first);
    block.lines().filter_map(colour).collect()
}

/// `  --name: #rrggbb;`
fn colour(line: &'static str) -> Option<(&'static str, &'static str)> {
    let (name, value) = line.trim().strip_prefix("--")?.split_once(':')?;
    let value = value.trim().split_once(';')?.0;
    let is_colour = value.len() == 7 && value.strip_prefix('#')?.chars().all(|c| c.is_ascii_hexdigit());
    is_colour.then_some((name.trim(), value))
}

/// The colours of birds that are nobody in particular: those of the seven, in an order in which neighbours differ.
pub(crate) const FLOCK: [&str; 7] = [
    "bon-eleve",
    "enthousiaste",
    "deborde",
    "curieux",
    "categorique",
    "anxieux",
    "allergique",
];

/// A profile's colour: its bird's, or its own, or an ordinary bar's for a profile we do not know. The same as `tone` of the
/// templates' `palette.typ`.
pub(crate) fn profile(bird: &str, id: &str) -> &'static str {
    let colours = colours();
    let known = [in_flock(bird), id]
        .into_iter()
        .find_map(|name| colours.get(format!("profile-{name}").as_str()).copied());
    known.unwrap_or_else(|| colours["bar"])
}

/// Whose colour a bird of the flock has: `flock-2 🦊` that of the second.
fn in_flock(bird: &str) -> &str {
    let number = bird.strip_prefix("flock-").map(|rest| {
        let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        rest[..digits].parse::<usize>()
    });
    match number {
        Some(Ok(number @ 1..)) => FLOCK[(number - 1) % FLOCK.len()],
        _ => bird,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_has_its_birds_colour_or_its_own_or_that_of_a_bar() {
        let colours = colours();
        assert_eq!(profile("curieux", "autre"), colours["profile-curieux"]);
        assert_eq!(profile("flock-2 🦊", "autre"), colours["profile-enthousiaste"]);
        assert_eq!(profile("flock-9", "autre"), colours["profile-enthousiaste"]);
        assert_eq!(profile("flock-0", "deborde"), colours["profile-deborde"]);
        assert_eq!(profile("pie", "pie"), colours["bar"]);
    }

    #[test]
    fn the_colours_the_templates_name_are_there() {
        let colours = colours();
        for name in [
            "ink",
            "ink-soft",
            "night",
            "on-night",
            "accent",
            "line",
            "bar",
            "bar-lead",
            "bar-track",
            "good",
            "reference",
        ] {
            assert!(
                colours.contains_key(name),
                "tokens.css has no --{name} in its first block"
            );
        }
        assert!(
            colours.keys().filter(|name| name.starts_with("profile-")).count() >= 21,
            "seven profiles, three tones each"
        );
        assert_ne!(colours["paper"], "#14162e", "the PDF is printed on the light theme");
    }

    #[test]
    fn a_dark_room_has_its_own_paper_and_ink_and_nothing_that_light_does_not_know() {
        let (light, dark) = (colours(), dark_colours());
        for name in [
            "paper",
            "paper-raised",
            "ink",
            "ink-soft",
            "bar",
            "bar-track",
            "line",
            "accent-ink",
            "good",
        ] {
            assert_ne!(light[name], dark[name], "--{name} is the same on light and dark");
        }
        assert!(dark.keys().all(|name| light.contains_key(name)));
    }
}
