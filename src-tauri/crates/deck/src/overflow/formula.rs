//! How much room a formula takes, about: a formula is rarely what a slide has too much of.

use gazouillis_core::content::{FormulaElement as Element, FormulaNode};

/// The letters of a formula in their order; what stands above others counts beside them.
pub(super) fn letters(nodes: &[FormulaNode]) -> String {
    let letters = nodes.iter().map(|node| match node {
        FormulaNode::Text { text } => text.clone(),
        FormulaNode::Element { children, .. } => letters(children),
    });
    letters.collect()
}

/// The height of a formula by itself, in its own letters: rows above each other, and what is above and below a line.
pub(super) fn height(nodes: &[FormulaNode]) -> f64 {
    nodes.iter().map(one).fold(1.4, f64::max)
}

fn one(node: &FormulaNode) -> f64 {
    let FormulaNode::Element { name, children, .. } = node else {
        return 1.2;
    };
    let heights = children.iter().map(one);
    match name {
        Element::Table | Element::Fraction => heights.sum::<f64>().max(1.4),
        Element::UnderOver | Element::Scripts => heights.fold(1.2, f64::max) + 1.2,
        Element::Under | Element::Over | Element::SubSup | Element::Root | Element::RootOf => {
            heights.fold(1.2, f64::max) + 0.6
        }
        _ => heights.fold(1.2, f64::max),
    }
}
