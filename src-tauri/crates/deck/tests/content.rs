//! What code, formulas and tables become.

use gazouillis_core::content::{Block, CodeClass, CodeMark, ColumnAlign, FormulaNode, Inline};
use gazouillis_core::deck::{Deck, Slide};
use gazouillis_deck::parse;

fn deck(slides: &str) -> Deck {
    let parsed = parse(&format!("---\ntitle: T\nlang: en\n---\n{slides}"));
    match parsed.deck() {
        Some(deck) => deck.clone(),
        None => panic!("the talk is sound, yet: {:#?}", parsed.diagnostics()),
    }
}

fn slide(markdown: &str) -> Slide {
    deck(markdown).slides.swap_remove(0)
}

#[test]
fn the_lines_of_code_are_pointed_at_step_by_step() {
    let slide = slide("* first\n\n```rust {1|2-3|all} lines\nfn a() {\n    b()\n}\n```\n\n* last\n");
    assert_eq!(slide.steps, 5, "two points, and two steps of the code");
    let Block::Code {
        lines, numbered, marks, ..
    } = &slide.blocks[1]
    else {
        panic!("{:?}", slide.blocks)
    };
    assert!(numbered);
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[0][0].class, Some(CodeClass::Keyword));
    let mark = |step, lines: &[(u16, u16)]| CodeMark {
        step,
        lines: lines.to_vec(),
    };
    assert_eq!(*marks, [mark(0, &[(1, 1)]), mark(2, &[(2, 3)]), mark(3, &[])]);
}

#[test]
fn what_looks_like_markup_in_code_is_text() {
    let slide = slide("```html\n<script>alert(\"&amp;\")</script>\n```\n");
    let Block::Code { lines, .. } = &slide.blocks[0] else {
        panic!("{:?}", slide.blocks)
    };
    let text: String = lines[0].iter().map(|span| span.text.as_str()).collect();
    assert_eq!(text, "<script>alert(\"&amp;\")</script>");
}

#[test]
fn formulas_stand_among_words_and_by_themselves() {
    let slide = slide("# A mean\n\nIt is $\\frac{a}{b}$:\n$$\\sum x$$\nso there.\n");
    let [
        Block::Paragraph { inlines },
        Block::Formula { formula },
        Block::Paragraph { .. },
    ] = slide.blocks.as_slice()
    else {
        panic!("{:?}", slide.blocks)
    };
    assert!(matches!(&inlines[1], Inline::Formula { formula } if formula.tex == r"\frac{a}{b}"));
    assert!(matches!(&formula.nodes[0], FormulaNode::Element { .. }));
}

#[test]
fn dollars_that_are_money_stay_dollars() {
    for text in [
        "a ticket costs 5 $ or 6 $",
        "5$/6$7",
        "it costs $5",
        r"from \$a to b\$ on",
        "$ 5 and $ 6",
    ] {
        let slide = slide(&format!("{text}\n"));
        let Block::Paragraph { inlines } = &slide.blocks[0] else {
            panic!("{:?}", slide.blocks)
        };
        let formula = inlines.iter().any(|inline| matches!(inline, Inline::Formula { .. }));
        assert!(!formula, "{text}");
        let plain = gazouillis_core::content::plain_text(inlines);
        assert_eq!(plain, text.replace('\\', ""));
    }
}

#[test]
fn a_table_keeps_the_alignment_of_its_columns() {
    let slide = slide("| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | 2 | 3 | 4 |\n");
    let Block::Table { align, .. } = &slide.blocks[0] else {
        panic!("{:?}", slide.blocks)
    };
    use ColumnAlign::{Center, End, Start};
    assert_eq!(*align, [Start, Start, Center, End]);
}

/// A session keeps its deck as JSON, whose reader has a limit of its own.
#[test]
fn the_deepest_formula_in_the_deepest_list_can_be_stored_and_read_again() {
    let indent: String = (0..7).map(|depth| format!("{}- a\n", "  ".repeat(depth))).collect();
    let formula = format!("{}x{}", r"\sqrt{".repeat(9), "}".repeat(9));
    let deck = deck(&format!("{indent}{}- ${formula}$\n", "  ".repeat(7)));
    let json = serde_json::to_string(&deck).expect("it can be written");
    let read: Deck = serde_json::from_str(&json).expect("it can be read");
    assert_eq!(read, deck);
}

#[test]
fn a_deck_that_an_older_version_stored_is_read() {
    let code = r#"{"type":"code","language":"rust","text":"fn a() {}\n"}"#;
    let Ok(Block::Code { lines, marks, .. }) = serde_json::from_str(code) else {
        panic!("it cannot be read")
    };
    assert!(lines.is_empty() && marks.is_empty());
    let table = r#"{"type":"table","head":[],"rows":[]}"#;
    assert!(serde_json::from_str::<Block>(table).is_ok());
}
