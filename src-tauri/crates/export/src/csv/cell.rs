//! A text as a spreadsheet may have it: words, never a formula.

use crate::text::one_line;

/// What a spreadsheet takes for the start of a formula, in the wide forms of East Asian keyboards too.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// A text without control characters, and with an apostrophe before what looks like a formula.
///
/// The apostrophe is looked for after quotation marks too: some programs strip them and then look again.
pub(super) fn text(typed: &str) -> String {
    let line = one_line(typed);
    let start = line.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\''));
    if start.starts_with(FORMULA) {
        format!("'{line}")
    } else {
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_disarmed() {
        for payload in [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            "\0=1",
            " =1",
            "\u{200b}=1",
            "\"=1\"",
            "＝1",
        ] {
            let cell = text(payload);
            assert!(cell.starts_with('\''), "{payload:?} became {cell:?}");
            assert!(!cell.contains(char::is_control), "{payload:?} became {cell:?}");
        }
    }

    #[test]
    fn words_stay_as_they_are() {
        for words in [
            "Oui, dès ce soir",
            "1 = 1",
            "a;b,c",
            "",
            "« Pas une minute » : déjà dit",
        ] {
            assert_eq!(text(words), words);
        }
    }
}
