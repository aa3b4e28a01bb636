//! How wide letters are in the two faces of the slides, in thousandths of their size. `tests/letters.rs` holds the tables against
//! the fonts themselves.

/// A face of the slides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// Atkinson Hyperlegible Next, for text.
    Text,
    /// Bricolage Grotesque, bold, for titles.
    Display,
    /// Whatever the system writes code with.
    Code,
}

/// From the space to the tilde.
#[rustfmt::skip]
const TEXT: [u16; 95] = [
    280, 286, 301, 651, 592, 919, 731, 160, 299, 299, 485, 606, 210, 362, 210, 387,
    648, 407, 548, 576, 614, 588, 598, 510, 615, 595, 210, 210, 553, 628, 553, 480,
    778, 626, 613, 645, 669, 569, 552, 694, 694, 392, 512, 631, 541, 824, 693, 714,
    592, 724, 614, 592, 558, 690, 593, 856, 623, 575, 607, 317, 387, 344, 552, 372,
    243, 525, 566, 485, 564, 538, 314, 558, 550, 252, 245, 492, 262, 845, 550, 548,
    566, 574, 349, 471, 326, 540, 461, 684, 481, 449, 460, 344, 237, 344, 555,
];

#[rustfmt::skip]
const DISPLAY: [u16; 95] = [
    204, 260, 329, 608, 573, 942, 694, 170, 297, 298, 446, 486, 186, 311, 235, 346,
    594, 302, 548, 563, 601, 563, 592, 494, 607, 601, 239, 226, 486, 486, 486, 396,
    926, 653, 605, 630, 620, 538, 510, 648, 635, 237, 320, 618, 458, 816, 689, 660,
    583, 659, 611, 583, 514, 626, 628, 912, 616, 589, 547, 292, 346, 292, 528, 537,
    283, 538, 572, 536, 572, 535, 370, 549, 557, 228, 237, 535, 228, 855, 557, 566,
    570, 570, 393, 514, 363, 553, 528, 795, 536, 536, 478, 321, 214, 323, 486,
];

/// The letters that À to ÿ are written over.
const BASES: &[u8; 64] = b"AAAAAAWCEEEEIIIIDNOOOOOxOUUUUYP4aaaaaamceeeeiiiidnooooo+ouuuuypy";

/// A letter of bold text is wider than one of the same text.
const BOLD: f64 = 1.06;

/// A digit of the widest code face.
const CODE: f64 = 0.602;

/// Emoji and the letters of other scripts, in which one letter is a square.
const SQUARE: f64 = 1.1;

/// The width of a letter, as a share of its size.
#[must_use]
pub fn width(letter: char, face: Face, bold: bool) -> f64 {
    if face == Face::Code {
        return CODE;
    }
    let plain = thousandths(letter, face).map_or(SQUARE, |width| f64::from(width) / 1000.0);
    if bold && face == Face::Text {
        plain * BOLD
    } else {
        plain
    }
}

fn thousandths(letter: char, face: Face) -> Option<u16> {
    let table = match face {
        Face::Display => &DISPLAY,
        Face::Text | Face::Code => &TEXT,
    };
    let of = |ascii: u8| table.get(usize::from(ascii.checked_sub(b' ')?)).copied();
    match letter {
        ' '..='~' => of(letter as u8),
        '\u{a0}' | '\u{2009}' => of(b' '),
        '\u{202f}' => of(b' ').map(|space| space * 7 / 10),
        'À'..='ÿ' => of(BASES[letter as usize - 'À' as usize]),
        '«' | '»' | '–' => Some(500),
        '‘' | '’' => of(b'\''),
        '“' | '”' => of(b'"').map(|quote| quote + 80),
        '…' => Some(690),
        '—' => Some(800),
        'œ' | 'Œ' => Some(925),
        '€' => of(b'0'),
        '\u{200b}'..='\u{200f}' | '\u{fe0e}' | '\u{fe0f}' | '\u{ad}' => Some(0),
        // The rest of Latin, Greek and Cyrillic is about as wide as Latin.
        '\u{80}'..='\u{52f}' | '\u{1e00}'..='\u{1fff}' => of(b'n'),
        _ => None,
    }
}
