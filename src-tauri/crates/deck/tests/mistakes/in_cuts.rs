//! The lengths of a talk.

use gazouillis_deck::DiagnosticCode as Code;

use crate::check_talks;

fn talk(head: &str, slide: &str) -> String {
    format!("---\ntitle: T\nlang: fr\n{head}---\n\n# A\n\n---\n{slide}---\n\n# B\n")
}

#[test]
fn mistakes_of_lengths() {
    check_talks(&[
        (
            "one length is none",
            &talk("cuts: ▶[30]\n", "id: b\n"),
            Code::ItemCount,
            None,
        ),
        (
            "a length is a number of minutes",
            &talk("cuts: [30, ▶une heure]\n", "id: b\n"),
            Code::ExpectedWholeNumber,
            None,
        ),
        (
            "the usual one is one of them",
            &talk("cuts: [30, 45]\ncut: ▶40\n", "id: b\n"),
            Code::UnknownCut,
            None,
        ),
        (
            "the usual one of none",
            &talk("▶cut: 40\n", "id: b\n"),
            Code::MisplacedKey,
            None,
        ),
        (
            "a slide of no length",
            &talk("", "▶from: 45\n"),
            Code::MisplacedKey,
            None,
        ),
        (
            "a slide of another length",
            &talk("cuts: [30, 45]\n", "until: ▶44\n"),
            Code::UnknownCut,
            None,
        ),
        (
            "a slide that is never shown",
            &talk("cuts: [30, 45]\n", "from: ▶45\nuntil: 30\n"),
            Code::CutNowhere,
            None,
        ),
    ]);
}
