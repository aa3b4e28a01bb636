//! One-time codes: the printed sheet's counterpart, which knows each code's hash and its place on the sheet.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The version of the file's form.
const VERSION: u32 = 1;

/// The codes of a sheet, without the codes: whoever finds the file cannot read them off.
#[derive(Debug, Clone)]
pub struct CodeSheet {
    salt: String,
    places: HashMap<[u8; 32], u32>,
}

/// Why a file is no sheet of codes.
#[derive(Debug, thiserror::Error)]
pub enum CodeSheetError {
    /// It has another form.
    #[error("the file is not a sheet of codes: {0}")]
    Form(#[from] serde_json::Error),
    /// It is of a version that this program does not know.
    #[error("the sheet of codes has version {0}, which this program does not know")]
    Version(u32),
    /// A hash in it is none, or is there twice.
    #[error("code number {0} of the sheet is damaged")]
    Damaged(usize),
}

#[derive(Serialize, Deserialize)]
struct File {
    version: u32,
    salt: String,
    codes: Vec<String>,
}

impl CodeSheet {
    /// The sheet of these codes, in their order, which is what the session remembers of a join.
    #[must_use]
    pub fn of(codes: &[String], salt: String) -> Self {
        let places = codes.iter().zip(0..).map(|(code, place)| (hash(&salt, code), place));
        Self {
            places: places.collect(),
            salt,
        }
    }

    /// Reads the file that [`Self::to_json`] wrote.
    ///
    /// # Errors
    /// When it is none.
    pub fn from_json(text: &str) -> Result<Self, CodeSheetError> {
        let file: File = serde_json::from_str(text)?;
        if file.version != VERSION {
            return Err(CodeSheetError::Version(file.version));
        }
        let mut places = HashMap::new();
        for (place, code) in file.codes.iter().enumerate() {
            let known = unhex(code).and_then(|hash| places.insert(hash, place as u32).is_none().then_some(()));
            known.ok_or(CodeSheetError::Damaged(place + 1))?;
        }
        Ok(Self {
            salt: file.salt,
            places,
        })
    }

    /// The file that the program needs beside the printed sheet.
    ///
    /// # Panics
    /// Never: hashes are always JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut codes: Vec<(u32, String)> = self.places.iter().map(|(hash, place)| (*place, hex(hash))).collect();
        codes.sort();
        let file = File {
            version: VERSION,
            salt: self.salt.clone(),
            codes: codes.into_iter().map(|(_, hash)| hash).collect(),
        };
        serde_json::to_string_pretty(&file).expect("BUG: hashes are always JSON")
    }

    /// How many codes there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// The place on the sheet, from 0, of a code as somebody typed it: in any case, with spaces and hyphens anywhere.
    #[must_use]
    pub fn place_of(&self, typed: &str) -> Option<u32> {
        self.places.get(&hash(&self.salt, typed)).copied()
    }
}

fn hash(salt: &str, code: &str) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(salt.as_bytes());
    hash.update([0]);
    let letters = code.chars().filter(|letter| letter.is_alphanumeric());
    hash.update(letters.flat_map(char::to_uppercase).collect::<String>().as_bytes());
    hash.finalize().into()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(text: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    for (index, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[2 * index..2 * index + 2], 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet() -> CodeSheet {
        let codes = ["ACDE-FGHJ", "KMNP-QRTV", "WXY3-4679"].map(str::to_owned);
        CodeSheet::of(&codes, "salt".to_owned())
    }

    #[test]
    fn a_code_is_known_however_it_is_typed() {
        for (typed, place) in [
            ("ACDE-FGHJ", Some(0)),
            ("acde fghj", Some(0)),
            ("  acdefghj  ", Some(0)),
            ("k-m-n-p-q-r-t-v", Some(1)),
            ("WXY3—4679", Some(2)),
            ("ACDE-FGH", None),
            ("ACDE-FGHJJ", None),
            ("", None),
            ("-", None),
        ] {
            assert_eq!(sheet().place_of(typed), place, "{typed:?}");
        }
    }

    #[test]
    fn the_file_says_the_same_and_holds_no_code() {
        let json = sheet().to_json();
        let read = CodeSheet::from_json(&json).unwrap();
        for (place, code) in ["ACDE-FGHJ", "KMNP-QRTV", "WXY3-4679"].iter().enumerate() {
            assert_eq!(read.place_of(code), Some(place as u32));
            assert!(!json.to_uppercase().contains(&code.replace('-', "")));
        }
        assert_eq!(read.len(), 3);
    }

    #[test]
    fn what_is_no_sheet_is_refused() {
        let good = sheet().to_json();
        let twice = good.replacen(&hex(&hash("salt", "KMNPQRTV")), &hex(&hash("salt", "ACDEFGHJ")), 1);
        for bad in [
            "",
            "[]",
            "{}",
            "<html>",
            &good.replace("\"version\": 1", "\"version\": 9"),
            &good[..60],
            &twice,
        ] {
            assert!(CodeSheet::from_json(bad).is_err(), "{bad}");
        }
    }
}
