//! Whether the options of a question stand on its slide, all of their words. The figures are those of `Poll.svelte`,
//! `Options.svelte` and `Option.svelte` on the stage.

use gazouillis_core::Poll;
use gazouillis_core::kind::KindName;

use super::flow::{NOTE, title};
use super::letters::Face;
use super::lines::lines_of;
use super::sheets::WIDTH;

/// The sizes that the stage tries, and how many lines an option may have at each.
const SIZES: [(f64, f64); 8] = [
    (1.0, f64::INFINITY),
    (0.92, f64::INFINITY),
    (0.85, f64::INFINITY),
    (0.78, f64::INFINITY),
    (0.71, f64::INFINITY),
    (0.64, f64::INFINITY),
    (0.58, 2.0),
    (0.5, 1.0),
];

/// What the options take of their room where something of them would be lost; nothing where all is shown.
pub(super) fn overflow(poll: &Poll) -> Option<(f64, f64)> {
    let options = poll.question.options();
    let is_listed = matches!(
        poll.question.name(),
        KindName::Single | KindName::Multiple | KindName::Quiz
    );
    if !is_listed || options.is_empty() || options.iter().any(|option| option.picture.is_some()) {
        return None;
    }
    let large = match poll.ask.chars().count() {
        0..=90 => 72.0,
        91..=130 => 60.0,
        _ => 50.0,
    };
    let hint = poll
        .hint
        .as_deref()
        .map_or(0.0, |hint| 8.0 + lines_of(hint, WIDTH, 36.0, Face::Text) * 36.0 * 1.3);
    // The page's margins, what parts its rows, and what parts the options from the line under them.
    let room = 1080.0 - 72.0 - 84.0 - 56.0 - 2.0 * 32.0 - 20.0 - title(&poll.ask, WIDTH, large, 1.15) - hint;
    let texts: Vec<&str> = options.iter().map(|option| option.text.as_str()).collect();
    for (k, most) in SIZES {
        let (height, cut) = height(&texts, k, most);
        if height <= room {
            // Where each has a line or two, words are lost however much room is left.
            let whole = self::height(&texts, k, f64::INFINITY).0;
            return cut.then_some((whole.max(1.01 * room), room));
        }
    }
    Some((height(&texts, SIZES[7].0, f64::INFINITY).0, room))
}

/// How high the options stand with so many lines each, and whether words are cut.
fn height(texts: &[&str], k: f64, most: f64) -> (f64, bool) {
    let (letters, bar, share, gap) = match texts.len() {
        0..=4 => (48.0, 40.0, 88.0, 46.0 * k),
        5..=6 => (42.0, 30.0, 66.0, 16.0 * k),
        _ => (36.0, 22.0, 52.0, 16.0 * k),
    };
    let gap = if most <= 1.0 { 4.0 } else { gap };
    let size = NOTE.max(letters * k);
    // The slide less what stands beside it, and the figures at the end of each line.
    let figures = 2.85 * 36_f64.max(share * k) + 1.3 * 0.86 * size + 2.0 * 20.0;
    let width = WIDTH - 392.0 - 88.0 - figures;
    let mut cut = false;
    let rows: f64 = texts
        .iter()
        .map(|text| {
            let lines = lines_of(text, width, size, Face::Text);
            cut |= lines > most;
            lines.min(most) * 1.2 * size + 6.0 + bar * k
        })
        .sum();
    (rows + texts.len().saturating_sub(1) as f64 * gap, cut)
}
