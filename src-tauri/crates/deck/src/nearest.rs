//! The valid word somebody probably meant.

/// Words that a French-speaking author may write by instinct, and the word of the format.
const FRENCH: [(&str, &str); 42] = [
    ("titre", "title"),
    ("sous-titre", "subtitle"),
    ("auteur", "author"),
    ("langue", "lang"),
    ("language", "lang"),
    ("typologie", "typology"),
    ("profils", "profiles"),
    ("profil", "profile"),
    ("sondage", "poll"),
    ("question", "ask"),
    ("aide", "hint"),
    ("indice", "hint"),
    ("genre", "kind"),
    ("type", "kind"),
    ("reponses", "options"),
    ("choix", "options"),
    ("texte", "text"),
    ("resultats", "results"),
    ("bonne", "right"),
    ("juste", "right"),
    ("reponse", "right"),
    ("explication", "explain"),
    ("avant", "before"),
    ("apres", "after"),
    ("unique", "single"),
    ("plusieurs", "multiple"),
    ("nom", "name"),
    ("oiseau", "bird"),
    ("conseils", "advice"),
    ("resume", "summary"),
    ("levier", "lever"),
    ("masques", "masks"),
    ("couverture", "cover"),
    ("citation", "quote"),
    ("fin", "end"),
    ("mise-en-page", "layout"),
    ("couleurs", "colors"),
    ("papier", "paper"),
    ("fond", "paper"),
    ("encre", "ink"),
    ("clair", "light"),
    ("sombre", "dark"),
];

/// Longer words are nobody's slip of the pen, and comparing them would cost time.
const LONGEST: usize = 40;

/// The word among `words` that is nearest to what was written, when one is near.
pub(crate) fn nearest<'w>(written: &str, words: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    if written.chars().count() > LONGEST {
        return None;
    }
    let written = fold(written);
    let words: Vec<&str> = words.into_iter().filter(|word| word.len() <= 2 * LONGEST).collect();
    let translated = FRENCH.iter().find(|(french, _)| *french == written);
    if let Some(word) = translated.and_then(|(_, word)| words.iter().find(|known| *known == word)) {
        return Some(word);
    }
    let allowed = (written.chars().count() / 3).max(1);
    words
        .into_iter()
        .map(|word| (strsim::osa_distance(&written, &fold(word)), word))
        .filter(|&(distance, word)| distance <= allowed && distance < word.chars().count())
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, word)| word)
}

/// Small letters without accents, `_` and spaces as `-`: what two spellings of one word have in common.
pub(crate) fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for letter in word.chars().flat_map(char::to_lowercase) {
        match letter {
            'à' | 'á' | 'â' | 'ä' | 'ã' => folded.push('a'),
            'é' | 'è' | 'ê' | 'ë' => folded.push('e'),
            'î' | 'ï' | 'í' => folded.push('i'),
            'ô' | 'ö' | 'ó' => folded.push('o'),
            'ù' | 'û' | 'ü' | 'ú' => folded.push('u'),
            'ÿ' => folded.push('y'),
            'ç' => folded.push('c'),
            'ñ' => folded.push('n'),
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            '_' | ' ' => folded.push('-'),
            other => folded.push(other),
        }
    }
    folded
}

/// An id made of some words: `[a-z0-9-]+`, or nothing when no letter is left.
pub(crate) fn slug(words: &str) -> String {
    let mut slug = String::new();
    for letter in fold(words).chars().take(2 * LONGEST) {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_finds_its_word() {
        let words = ["single", "multiple", "quiz"];
        assert_eq!(nearest("mutliple", words), Some("multiple"));
        assert_eq!(nearest("Quizz", words), Some("quiz"));
        assert_eq!(nearest("unique", words), Some("single"));
        assert_eq!(nearest("banana", words), None);
    }

    #[test]
    fn accents_and_capitals_do_not_hide_a_word() {
        assert_eq!(nearest("Débordé", ["deborde", "curieux"]), Some("deborde"));
        assert_eq!(nearest("bon_élève", ["bon-eleve"]), Some("bon-eleve"));
    }

    #[test]
    fn an_id_is_made_of_small_letters_digits_and_dashes() {
        assert_eq!(slug("Oui, dès ce soir !"), "oui-des-ce-soir");
        assert_eq!(slug("🐦"), "");
    }
}
