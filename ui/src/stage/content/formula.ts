import type { Attachment } from "svelte/attachments";
import type { Formula, FormulaNode } from "../../protocol/generated";

const MATHML = "http://www.w3.org/1998/Math/MathML";

/** Draws a formula into an element. Its tree names only what MathML has; it is built node by node, so nothing is ever parsed as markup. */
export function drawn(formula: Formula, block: boolean): Attachment<HTMLElement> {
  return (place) => {
    const math = document.createElementNS(MATHML, "math");
    if (block) math.setAttribute("display", "block");
    math.append(...formula.nodes.map(made));
    place.replaceChildren(math);
  };
}

function made(node: FormulaNode): Node {
  if (node.type === "text") return document.createTextNode(node.text);
  const element = document.createElementNS(MATHML, node.name) as MathMLElement;
  for (const [name, value] of node.attributes) element.setAttribute(name, value);
  // As properties, which the page's policy allows; a style attribute it would not.
  for (const [name, value] of node.styles) element.style.setProperty(name, value);
  element.append(...node.children.map(made));
  return element;
}
