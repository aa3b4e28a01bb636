// @vitest-environment jsdom
import { expect, test } from "vitest";
import type { FormulaNode } from "../../protocol/generated";
import { drawn } from "./formula";

const text = (text: string): FormulaNode => ({ type: "text", text });

test("a formula becomes MathML, and what somebody typed stays text in it", () => {
  const place = document.createElement("span");
  const nodes: FormulaNode[] = [
    {
      type: "element",
      name: "mtd",
      attributes: [["columnspan", "2"]],
      styles: [],
      children: [
        { type: "element", name: "mi", attributes: [], styles: [], children: [text("x")] },
        { type: "element", name: "mtext", attributes: [], styles: [], children: [text("<img src=x>")] },
      ],
    },
  ];
  drawn({ tex: "x", nodes }, true)(place);
  const math = place.firstElementChild!;
  expect([math.namespaceURI, math.localName, math.getAttribute("display")]).toEqual([
    "http://www.w3.org/1998/Math/MathML",
    "math",
    "block",
  ]);
  const cell = math.firstElementChild!;
  expect([cell.localName, cell.getAttribute("columnspan")]).toEqual(["mtd", "2"]);
  expect(cell.textContent).toBe("x<img src=x>");
  expect(place.querySelector("img")).toBeNull();
});
