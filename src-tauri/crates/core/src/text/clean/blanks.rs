//! Blanks as a reader needs them: one between words, at most an empty line between paragraphs.

/// Whether line breaks are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lines {
    /// A line break is a blank.
    One,
    /// Up to [`MOST_BREAKS`] in a row are kept.
    Many,
}

/// Two line breaks in a row make one empty line.
const MOST_BREAKS: usize = 2;

/// The blanks that French sets before `! ? : ;` and inside « », so that no line begins with them.
const NARROW: char = '\u{202F}';
const NO_BREAK: char = '\u{A0}';

/// One kind of line break, and one kind of blank; the no-break blanks of French stay what they are.
pub(super) fn plain(letter: char) -> char {
    match letter {
        '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        NARROW | NO_BREAK | '\n' => letter,
        // A pattern of Braille without a dot is no white space for Unicode, but is one on a projector.
        '\u{2800}' => ' ',
        blank if blank.is_whitespace() => ' ',
        other => other,
    }
}

/// Whether a letter is one of the blanks that [`plain`] leaves.
pub(super) fn is_blank(letter: char) -> bool {
    matches!(letter, ' ' | '\n' | NARROW | NO_BREAK)
}

/// Runs of blanks become one blank or a few line breaks, and none at either end.
pub(super) fn collapsed(letters: Vec<char>, lines: Lines) -> String {
    let mut text = String::with_capacity(letters.len());
    let mut run = Vec::new();
    for letter in letters {
        if is_blank(letter) {
            run.push(letter);
            continue;
        }
        if !text.is_empty() {
            push_blank(&mut text, &run, lines);
        }
        run.clear();
        text.push(letter);
    }
    text
}

fn push_blank(text: &mut String, run: &[char], lines: Lines) {
    let breaks = run.iter().filter(|letter| **letter == '\n').count();
    match (run, lines) {
        ([], _) => {}
        (_, Lines::Many) if breaks > 0 => (0..breaks.min(MOST_BREAKS)).for_each(|_| text.push('\n')),
        ([NARROW | NO_BREAK], _) => text.push(run[0]),
        _ => text.push(' '),
    }
}
