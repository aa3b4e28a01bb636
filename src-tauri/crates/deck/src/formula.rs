//! Formulas: `$…$` among words, `$$…$$` by themselves. TeX becomes the tree of MathML that browsers draw by themselves, once, when
//! the talk is read; so a mistake in a formula is a mistake of the talk.

use std::sync::LazyLock;

use gazouillis_core::content::{Formula, FormulaAttribute, FormulaElement, FormulaNode, FormulaStyle, Inline};
use math_core::{LatexToMathML, MathCoreConfig, MathDisplay};
use roxmltree::{Document, Node};

use crate::diagnostic::DiagnosticCode as Code;
use crate::report::{Problem, Report};

static TEX: LazyLock<LatexToMathML> = LazyLock::new(|| {
    let plain = LatexToMathML::new(MathCoreConfig::default());
    plain.expect("BUG: the plain configuration has no macro that could be wrong")
});

/// More letters than a formula on a slide has.
const LONGEST: usize = 1_000;

/// How deep a formula may be nested, so that it can be written into and read from JSON wherever on a slide it stands.
const DEEPEST: usize = 20;

/// How a formula stands on its slide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// Among words.
    Inline,
    /// By itself.
    Block,
}

/// Whether an inline is a formula or holds one.
pub(crate) fn is_within(inline: &Inline) -> bool {
    match inline {
        Inline::Formula { .. } => true,
        Inline::Strong { children } | Inline::Emphasis { children } | Inline::Link { children, .. } => {
            children.iter().any(is_within)
        }
        Inline::Text { .. } | Inline::Code { .. } | Inline::Break => false,
    }
}

/// Reads a formula that begins at byte `at`. What is returned after a mistake is never presented.
pub(crate) fn read(tex: &str, at: usize, place: Place, report: &Report) -> Formula {
    let nodes = apart(|| nodes(tex, place)).unwrap_or_else(|wrong| {
        let found = tex.get(wrong.at..wrong.end).filter(|found| !found.trim().is_empty());
        let problem = Problem::new(at + wrong.at.min(tex.len()), wrong.code);
        report.add(problem.found(found.unwrap_or(tex.trim())).expected(wrong.expected));
        Vec::new()
    });
    Formula {
        tex: tex.trim().to_owned(),
        nodes,
    }
}

/// The converter calls itself for what stands within what, and a thousand letters can stand deep: more than a usual stack holds.
const STACK: usize = 32 * 1024 * 1024;

/// Reads on a stack of its own.
fn apart<T: Send>(read: impl FnOnce() -> Result<T, Wrong> + Send) -> Result<T, Wrong> {
    let too_large = || Wrong::whole(Code::FormulaTooLarge, LONGEST.to_string());
    std::thread::scope(|scope| {
        let reader = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, read);
        reader
            .map_err(|_| too_large())?
            .join()
            .unwrap_or_else(|_| Err(too_large()))
    })
}

/// What is wrong with a formula, and which bytes of it.
struct Wrong {
    code: Code,
    at: usize,
    end: usize,
    expected: String,
}

impl Wrong {
    fn whole(code: Code, expected: impl Into<String>) -> Self {
        Self {
            code,
            at: 0,
            end: 0,
            expected: expected.into(),
        }
    }
}

fn nodes(tex: &str, place: Place) -> Result<Vec<FormulaNode>, Wrong> {
    if tex.len() > LONGEST || braces(tex) > DEEPEST {
        return Err(Wrong::whole(Code::FormulaTooLarge, LONGEST.to_string()));
    }
    let display = match place {
        Place::Inline => MathDisplay::Inline,
        Place::Block => MathDisplay::Block,
    };
    let converted = TEX.convert_with_local_state(tex, display);
    let mathml = converted.map_err(|error| Wrong {
        code: Code::Formula,
        at: error.0.start,
        end: error.0.end,
        expected: String::new(),
    })?;
    let unknown = || Wrong::whole(Code::FormulaUnknown, "");
    let document = Document::parse(&mathml.mathml).map_err(|_| unknown())?;
    let read = children(document.root_element(), 0);
    read.map_err(|beyond| match beyond {
        Beyond::Depth => Wrong::whole(Code::FormulaTooLarge, LONGEST.to_string()),
        Beyond::Element => unknown(),
    })
}

/// How deep braces are nested.
fn braces(tex: &str) -> usize {
    let mut open = 0_usize;
    let mut deepest = 0;
    for letter in tex.chars() {
        match letter {
            '{' => open += 1,
            '}' => open = open.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(open);
    }
    deepest
}

/// Why a tree cannot be shown.
enum Beyond {
    Depth,
    Element,
}

fn children(parent: Node<'_, '_>, depth: usize) -> Result<Vec<FormulaNode>, Beyond> {
    if depth > DEEPEST {
        return Err(Beyond::Depth);
    }
    parent.children().map(|child| node(child, depth)).collect()
}

fn node(node: Node<'_, '_>, depth: usize) -> Result<FormulaNode, Beyond> {
    if !node.is_element() {
        // Selectors of a letter's variant, which WebKitGTK draws as a box.
        let letters = node.text().unwrap_or_default().chars();
        let text = letters
            .filter(|letter| !('\u{fe00}'..='\u{fe0f}').contains(letter))
            .collect();
        return Ok(FormulaNode::Text { text });
    }
    let mut attributes = Vec::new();
    let mut styles = Vec::new();
    for attribute in node.attributes() {
        if attribute.name() == "style" {
            styles.extend(attribute.value().split(';').filter_map(style));
        } else if let Some(name) = FormulaAttribute::named(attribute.name()) {
            attributes.push((name, attribute.value().to_owned()));
        }
    }
    Ok(FormulaNode::Element {
        name: FormulaElement::named(node.tag_name().name()).ok_or(Beyond::Element)?,
        attributes,
        styles,
        children: children(node, depth + 1)?,
    })
}

/// One declaration. Colours are the slide's own, so they are left out.
fn style(declaration: &str) -> Option<(FormulaStyle, String)> {
    let (name, value) = declaration.split_once(':')?;
    Some((FormulaStyle::named(name.trim())?, value.trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn elements(tex: &str) -> Vec<FormulaElement> {
        fn gather(nodes: &[FormulaNode], found: &mut Vec<FormulaElement>) {
            for node in nodes {
                if let FormulaNode::Element { name, children, .. } = node {
                    found.push(*name);
                    gather(children, found);
                }
            }
        }
        let report = Report::default();
        let formula = read(tex, 0, Place::Block, &report);
        assert!(!report.has_errors(), "{tex}");
        let mut found = Vec::new();
        gather(&formula.nodes, &mut found);
        found
    }

    #[test]
    fn what_is_usual_in_a_talk_can_be_drawn() {
        assert!(elements(r"\frac{a}{b}").contains(&FormulaElement::Fraction));
        assert!(elements(r"\sqrt{2} + \sqrt[3]{x}").contains(&FormulaElement::RootOf));
        assert!(elements(r"\sum_{i=1}^{n} x_i").contains(&FormulaElement::UnderOver));
        assert!(elements(r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}").contains(&FormulaElement::Cell));
        for tex in [
            r"E = mc^2",
            r"\int_0^\infty e^{-x^2}\,\mathrm{d}x = \frac{\sqrt{\pi}}{2}",
            r"P(A \mid B) = \frac{P(B \mid A)\,P(A)}{P(B)}",
            r"\begin{cases} 1 & x > 0 \\ 0 & \text{sinon} \end{cases}",
            r"\begin{aligned} a &= b + c \\ &= d \end{aligned}",
            r"\left( \frac12 \right)^{n}, \quad \hat{x}, \vec{v}, \overline{AB}, \underbrace{a+b}_{n}",
            r"\forall x \in \mathbb{R},\ \exists \varepsilon > 0 \implies \alpha \leq \beta \neq \infty",
            r"\lim_{x \to 0} \sin x \approx \log_2 n \cdot \binom{n}{k}",
        ] {
            assert!(!elements(tex).is_empty(), "{tex}");
        }
    }

    #[test]
    fn a_mistake_is_reported_where_it_stands() {
        for (tex, at) in [(r"a + \foo", 4), (r"x^2^3", 3), (r"\frac{1", 7)] {
            let problem = nodes(tex, Place::Inline).expect_err(tex);
            assert_eq!((problem.code, problem.at), (Code::Formula, at), "{tex}");
        }
        let deep = format!("{}x{}", "{".repeat(40), "}".repeat(40));
        let roots = format!("{}x", r"\sqrt".repeat(150));
        assert!(
            apart(|| nodes(&roots, Place::Inline)).is_err(),
            "it is nested too deeply"
        );
        for tex in [deep, "x".repeat(2_000)] {
            let problem = apart(|| nodes(&tex, Place::Inline)).expect_err("it is too large");
            assert_eq!(problem.code, Code::FormulaTooLarge, "{}…", &tex[..20]);
        }
        let problem = nodes(r"\cancel{x}", Place::Inline).err();
        assert_eq!(problem.expect("no page draws it").code, Code::FormulaUnknown);
    }
}
