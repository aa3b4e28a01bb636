//! One-time codes on paper: each lets in exactly one phone.

mod sheet;

use gazouillis_server::{CodeSheet, Secret};

pub(crate) use sheet::render;

/// Letters and digits that cannot be mistaken for one another in print or by hand: no 0 O, 1 I L, 2 Z, 5 S, 8 B, U V.
const LETTERS: &[u8] = b"ACDEFGHJKMNPQRTWXY34679";

/// How many of them a code has: 23⁸ are 78 thousand million, so that guessing one of thirty takes days at the pace the door
/// allows one address, and a talk lasts an hour.
const LENGTH: usize = 8;

/// Codes that were drawn, and what the program keeps of them.
pub(crate) struct Drawn {
    /// As they are printed.
    pub(crate) codes: Vec<String>,
    /// Their hashes.
    pub(crate) sheet: CodeSheet,
}

/// Draws so many different codes.
pub(crate) fn draw(count: u32) -> Drawn {
    let mut codes: Vec<String> = Vec::new();
    while codes.len() < count as usize {
        let code = random_code();
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    let sheet = CodeSheet::of(&codes, Secret::random().reveal().to_owned());
    Drawn { codes, sheet }
}

/// One code, in two halves that the eye can keep. The digits of random secrets are the source; each letter takes eight of
/// their bits, and those that would favour some letters are drawn again.
fn random_code() -> String {
    let fair = 256 / LETTERS.len() * LETTERS.len();
    let mut letters = Vec::new();
    while letters.len() < LENGTH {
        let secret = Secret::random();
        let bytes = secret.reveal().as_bytes().chunks(2);
        let bytes = bytes.filter_map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok());
        letters.extend(
            bytes
                .map(usize::from)
                .filter(|byte| *byte < fair)
                .map(|byte| char::from(LETTERS[byte % LETTERS.len()])),
        );
    }
    let half = |from: usize| letters[from..from + LENGTH / 2].iter().collect::<String>();
    format!("{}-{}", half(0), half(LENGTH / 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_different_legible_and_known_to_their_sheet() {
        let Drawn { codes, sheet } = draw(500);
        assert_eq!(sheet.len(), 500, "no code is drawn twice");
        for (place, code) in codes.iter().enumerate() {
            assert_eq!(code.len(), LENGTH + 1);
            assert!(
                code.bytes().all(|letter| letter == b'-' || LETTERS.contains(&letter)),
                "{code}"
            );
            assert_eq!(sheet.place_of(&code.to_lowercase()), Some(place as u32));
        }
        // Every letter turns up, and none much more often than another.
        for letter in LETTERS {
            let count = codes
                .iter()
                .flat_map(|code| code.bytes())
                .filter(|other| other == letter)
                .count();
            assert!(
                (90..=270).contains(&count),
                "{} is there {count} times",
                char::from(*letter)
            );
        }
    }
}
