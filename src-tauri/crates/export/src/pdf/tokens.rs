//! The colours of the design, read from the one file that decides them.

use std::collections::BTreeMap;

const TOKENS: &str = include_str!("../../../../../ui/src/design/tokens.css");

/// The colours of the first block (paper and ink), by name without the hyphens before it.
pub(super) fn colours() -> BTreeMap<&'static str, &'static str> {
    let block = TOKENS.split_once(":root {").map_or(TOKENS, |(_, rest)| rest);
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

#[cfg(test)]
mod tests {
    use super::*;

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
}
