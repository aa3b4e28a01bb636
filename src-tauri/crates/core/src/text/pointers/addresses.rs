//! E-mail addresses, accounts, and bank accounts.

use std::ops::RangeInclusive;

use super::{Pointer, PointerKind};
use crate::text::words::is_of_word;

/// Letters and digits of a bank account (ISO 13616: Norway has 15, Malta 31, the standard allows 34).
const IBAN: RangeInclusive<usize> = 15..=34;

/// Its country and check digits.
const IBAN_HEAD: usize = 4;

/// Most of a bank account is digits; words in capitals are not.
const IBAN_DIGITS: usize = 10;

/// The longest account name on a network.
const MOST_IN_HANDLE: usize = 30;

/// `local@domain.tld`.
pub(super) fn emails(text: &str) -> Vec<Pointer> {
    let found = text.match_indices('@').filter_map(|(at, sign)| {
        let local = text[..at]
            .chars()
            .rev()
            .take_while(|letter| is_local(*letter))
            .map(char::len_utf8)
            .sum::<usize>();
        let domain = domain(&text[at + sign.len()..])?;
        (local > 0).then(|| Pointer {
            kind: PointerKind::Email,
            range: at - local..at + sign.len() + domain,
        })
    });
    found.collect()
}

fn is_local(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '.' | '_' | '-' | '+' | '%')
}

/// How many bytes from the start are a domain with a dot in it.
fn domain(text: &str) -> Option<usize> {
    let end = text
        .find(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '.' | '-'))
        .unwrap_or(text.len());
    let domain = text[..end].trim_end_matches(['.', '-']);
    let (name, ending) = domain.rsplit_once('.')?;
    let ends = ending.chars().count() >= 2 && ending.chars().all(char::is_alphabetic);
    (!name.is_empty() && ends).then_some(domain.len())
}

/// `@somebody`.
pub(super) fn handles(text: &str) -> Vec<Pointer> {
    let found = text.match_indices('@').filter_map(|(at, sign)| {
        let free = !text[..at].chars().next_back().is_some_and(is_of_word);
        let name = text[at + sign.len()..]
            .chars()
            .take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '_');
        let length = name.take(MOST_IN_HANDLE).count();
        (free && length > 0).then(|| Pointer {
            kind: PointerKind::Handle,
            range: at..at + sign.len() + length,
        })
    });
    found.collect()
}

/// Two letters, two digits, then groups of digits and capitals.
pub(super) fn ibans(text: &str) -> Vec<Pointer> {
    let mut found: Vec<Pointer> = Vec::new();
    for (at, letter) in text.char_indices() {
        let begins = letter.is_ascii_alphabetic() && !text[..at].chars().next_back().is_some_and(is_of_word);
        let free = found.last().is_none_or(|last| last.range.end <= at);
        if let Some(length) = (begins && free).then(|| iban(&text[at..])).flatten() {
            found.push(Pointer {
                kind: PointerKind::Iban,
                range: at..at + length,
            });
        }
    }
    found
}

/// How many bytes from the start look like a bank account.
fn iban(text: &str) -> Option<usize> {
    let (mut signs, mut digits, mut end, mut between) = (0, 0, 0, 0);
    for (at, letter) in text.char_indices() {
        let fits = match signs {
            0 | 1 => letter.is_ascii_alphabetic() && between == 0,
            2 | 3 => letter.is_ascii_digit() && between == 0,
            _ => letter.is_ascii_digit() || letter.is_ascii_uppercase(),
        };
        if fits {
            (signs, digits, between, end) = (signs + 1, digits + usize::from(letter.is_ascii_digit()), 0, at + 1);
        } else if matches!(letter, ' ' | '-' | '\u{A0}' | '\u{202F}') && signs >= IBAN_HEAD && between == 0 {
            between = 1;
        } else {
            break;
        }
    }
    (IBAN.contains(&signs) && digits >= IBAN_DIGITS).then_some(end)
}
