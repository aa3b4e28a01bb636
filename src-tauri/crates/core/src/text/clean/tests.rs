use super::*;

#[test]
fn a_text_is_told_in_one_form() {
    assert_eq!(line("e\u{301}te\u{301}", 10).unwrap(), "été");
    assert_eq!(line("  trop   de\t\tblanc \u{3000} ", 20).unwrap(), "trop de blanc");
    assert_eq!(line("une\nligne\r\n\r\nseule", 20).unwrap(), "une ligne seule");
}

#[test]
fn at_most_one_line_stays_empty() {
    assert_eq!(paragraphs("a \n\n\n\n b\r\nc\u{2028}d", 20).unwrap(), "a\n\nb\nc\nd");
    assert_eq!(paragraphs("\n\n a \n", 20).unwrap(), "a");
}

#[test]
fn the_narrow_blank_of_french_is_kept_where_it_stands_alone() {
    assert_eq!(line("Oui\u{202F}!", 20).unwrap(), "Oui\u{202F}!");
    assert_eq!(line("Oui \u{202F}!", 20).unwrap(), "Oui !");
}

#[test]
fn what_nobody_sees_is_taken_away() {
    assert_eq!(line("a\u{200B}b\u{AD}c\u{FEFF}d\u{2060}e", 10).unwrap(), "abcde");
    assert_eq!(line("\u{202E}abc\u{2066}def\u{2069}", 10).unwrap(), "abcdef");
    assert_eq!(line("a\0b\u{1B}[2Jc\u{7F}", 10).unwrap(), "ab[2Jc");
    assert_eq!(line("con\u{34F}cours\u{E0041}\u{E0042}", 10).unwrap(), "concours");
    assert_eq!(line("dicté \u{FFFC}ici\u{E000}", 10).unwrap(), "dicté ici");
}

#[test]
fn what_holds_an_emoji_together_stays() {
    for emoji in [
        "👨‍👩‍👧‍👦",
        "❤️‍🔥",
        "🏳️‍🌈",
        "🏴‍☠️",
        "👩🏽‍🚀",
        "🧑🏻‍❤️‍💋‍🧑🏿",
        "1️⃣",
        "#️⃣",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "🇫🇷",
        "☺️",
        "☺\u{FE0E}",
    ] {
        assert_eq!(
            line(emoji, 1).as_deref(),
            Ok(emoji),
            "{:?}",
            emoji.escape_unicode().to_string()
        );
    }
}

#[test]
fn outside_an_emoji_it_does_not() {
    assert_eq!(line("a\u{200D}b\u{FE0F}c\u{200D}", 10).unwrap(), "abc");
    assert_eq!(line("🐦\u{200D}", 10).unwrap(), "🐦");
    assert_eq!(line("🐦\u{200D}a", 10).unwrap(), "🐦a");
    assert_eq!(line("🐦\u{200D}\u{200D}\u{FE0F}🐦", 10).unwrap(), "🐦\u{200D}🐦");
    assert_eq!(line("1\u{FE0F}2", 10).unwrap(), "12");
    assert_eq!(
        line("🏴\u{E0068}\u{E0069}\u{E007F}", 10).unwrap(),
        "🏴",
        "tags that spell no flag are a hidden text"
    );
}

#[test]
fn a_chain_of_joined_emoji_ends() {
    let chain = ["🐦"; 12].join("\u{200D}");
    assert_eq!(
        line(&chain, 12).unwrap().matches('\u{200D}').count(),
        9,
        "three in each four"
    );
    assert_eq!(line(&chain, 2), Err(Unreadable::TooLong { length: 3, most: 2 }));
}

#[test]
fn no_letter_carries_a_tower() {
    let tower = format!("e{}", "\u{333}\u{35B}".repeat(40));
    let cleaned = line(&tower, 5).unwrap();
    assert_eq!(cleaned.chars().count(), 1 + MOST_MARKS);
    assert_eq!(
        line("\u{301}\u{302}a \u{303}b", 5).unwrap(),
        "a b",
        "a mark on nothing goes"
    );
}

#[test]
fn nothing_visible_is_refused() {
    for nothing in [
        "",
        "   \n",
        "\u{200B}",
        "\u{2800}\u{3164}",
        "\u{301}",
        "\u{FE0F}\u{200D}",
        "\u{202E}\u{AD}",
    ] {
        assert_eq!(line(nothing, 10), Err(Unreadable::Empty), "{nothing:?}");
    }
}

#[test]
fn length_is_what_people_count() {
    assert_eq!(length("👨‍👩‍👧‍👦 été 🇫🇷"), 7);
    assert_eq!(line("123456", 5), Err(Unreadable::TooLong { length: 6, most: 5 }));
    assert!(
        length(&"\u{1100}".repeat(100)) >= 10,
        "an endless syllable is more than one"
    );
}
