use gazouillis_deck::DiagnosticCode as Code;

use crate::check_slides;

#[test]
fn mistakes_in_code() {
    check_slides(&[
        (
            "a slip in a language",
            "```▶pyhton\na = 1\n```",
            Code::UnknownCodeLanguage,
            Some("python"),
        ),
        (
            "a language that nobody knows",
            "```▶klingon {1}\na\n```",
            Code::UnknownCodeLanguage,
            None,
        ),
        (
            "a line that is not there",
            "```rust {▶3}\na\nb\n```",
            Code::CodeLines,
            None,
        ),
        (
            "a second step's line that is not there",
            "```rust {1|▶4}\na\nb\n```",
            Code::CodeLines,
            None,
        ),
        (
            "lines that go backwards",
            "- a\n\n  ```rust {▶2-1}\n  a\n  b\n  ```",
            Code::CodeLines,
            None,
        ),
        (
            "braces that are not closed",
            "~~~rust ▶{1\na\n~~~",
            Code::CodeLines,
            None,
        ),
    ]);
}

#[test]
fn mistakes_in_formulas() {
    check_slides(&[
        ("an unknown command", "As $a + ▶\\foo$ says", Code::Formula, None),
        ("two exponents", "$$\nx^2▶^3\n$$", Code::Formula, None),
        (
            "an unknown command in bold",
            "**$▶\\foo{1}$** is it",
            Code::Formula,
            None,
        ),
        ("a formula in a heading", "# A\n\n## B $▶\\foo$", Code::Formula, None),
        ("what no browser draws", "$▶\\cancel{x}$", Code::FormulaUnknown, None),
    ]);
    check_slides(&[(
        "a formula in a title",
        "▶# A *mean* **$\\bar{x}$**",
        Code::FormulaInTitle,
        None,
    )]);
    let long = format!("$▶{}$", "x+".repeat(600));
    check_slides(&[("too long a formula", &long, Code::FormulaTooLarge, None)]);
}

#[test]
fn more_than_a_slide_can_show() {
    let code = format!("```▶rust\n{}```", "a();\n".repeat(19));
    check_slides(&[("too much code", &code, Code::TallCode, None)]);
}
