//! The look of the page: the colours of the design on light and on dark, its letters, and our own rules.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use maud::{Markup, PreEscaped, html};

use crate::tokens;

const RULES: &str = include_str!("page.css");

/// A family, its weights, and the font itself.
const FONTS: [(&str, &str, &[u8]); 2] = [
    (
        "Bricolage Grotesque",
        "500 800",
        include_bytes!("../../../../../ui/src/design/fonts/bricolage-grotesque.woff2"),
    ),
    (
        "Atkinson Hyperlegible Next",
        "400 800",
        include_bytes!("../../../../../ui/src/design/fonts/atkinson-hyperlegible-next.woff2"),
    ),
];

/// All of it, the same on every page.
static SHEET: LazyLock<String> = LazyLock::new(|| {
    let mut sheet = String::new();
    for (family, weights, font) in FONTS {
        let font = STANDARD.encode(font);
        let _ = write!(
            sheet,
            "@font-face{{font-family:\"{family}\";font-weight:{weights};src:url(data:font/woff2;base64,{font}) format(\"woff2\")}}"
        );
    }
    let (light, dark) = (tokens::colours(), tokens::dark_colours());
    let _ = write!(sheet, ":root{{color-scheme:light dark;{}}}", declared(&light));
    let _ = write!(
        sheet,
        "@media screen and (prefers-color-scheme:dark){{:root{{{}}}}}",
        declared(&dark)
    );
    for profile in light.keys().filter_map(|name| name.strip_prefix("profile-")) {
        if light.contains_key(format!("profile-{profile}-ink").as_str()) {
            let _ = write!(
                sheet,
                ".tone-{profile}{{--tone:var(--profile-{profile});--tone-ink:var(--profile-{profile}-ink);--tone-soft:var(--profile-{profile}-soft)}}"
            );
        }
    }
    sheet.push_str(RULES);
    sheet
});

fn declared(colours: &BTreeMap<&str, &str>) -> String {
    colours
        .iter()
        .map(|(name, colour)| format!("--{name}:{colour};"))
        .collect()
}

/// The style of the page. Nothing in it was typed by anybody.
pub(super) fn sheet() -> Markup {
    html! { style { (PreEscaped(SHEET.as_str())) } }
}
