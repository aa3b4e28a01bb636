//! Random secrets, compared without telling by the time it takes how much of a guess was right.

use gazouillis_core::TokenHash;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// A random 128-bit secret as 32 hexadecimal digits.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// A new one.
    ///
    /// # Panics
    /// When the system has no random numbers.
    #[must_use]
    pub fn random() -> Self {
        let mut bytes = [0_u8; 16];
        getrandom::fill(&mut bytes).expect("BUG: the system has no random numbers");
        Self(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// The digits.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// The secret of one thing, which tells nothing about this one or about another's.
    #[must_use]
    pub fn derive(&self, thing: &str) -> Self {
        // Of fixed length and first, so that no two pairs are the same bytes.
        let digest = Sha256::new()
            .chain_update(self.0.as_bytes())
            .chain_update(thing.as_bytes())
            .finalize();
        Self(digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect())
    }

    /// Whether a guess is the secret.
    #[must_use]
    pub fn is(&self, guess: &str) -> bool {
        self.0.as_bytes().ct_eq(guess.as_bytes()).into()
    }
}

impl std::fmt::Debug for Secret {
    /// A secret never reaches a log.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Secret(…)")
    }
}

/// Whether a text has the form of a phone's token: 32 lower-case hexadecimal digits.
pub(crate) fn is_token(text: &str) -> bool {
    text.len() == 32
        && text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

/// The hash by which a session knows a phone: SHA-256 of its token.
#[must_use]
pub fn token_hash(token: &str) -> TokenHash {
    TokenHash(Sha256::digest(token.as_bytes()).into())
}
