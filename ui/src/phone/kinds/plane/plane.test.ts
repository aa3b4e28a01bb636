// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from "vitest";
import type { Answer, QuestionView } from "../../../protocol/generated";
import { asks, withPhone } from "../../../testing/phone";
import { calm } from "../../../testing/streams";
import { words as common } from "../../words";
import { kind } from "./index";
import { words } from "./words";

const phone = withPhone();
const fr = { ...common.fr, ...words.fr };

type Settings = Extract<QuestionView, { kind: "plane" }>;
const plane = (texts: string[], points = 11): Settings => ({
  kind: "plane",
  statements: texts.map((text, index) => ({ id: `s${index}`, text })),
  first: points === 11 ? 0 : 1,
  points,
  left: "Facile",
  right: "Difficile",
  bottom: "Inutile",
  top: "Utile",
});

const counted = (): Answer | undefined => phone.page.server.ballots.get("p")?.answer;
const square = () => document.querySelector<HTMLElement>(".square")!;
const sliders = () => [...document.querySelectorAll<HTMLInputElement>("input[type=range]")];
const pins = () => [...document.querySelectorAll(".pin")].map((pin) => pin.textContent);

beforeEach(() => {
  phone.page.inside = { plane: kind };
});

async function open(question: Settings): Promise<void> {
  phone.page.server.view = asks(question);
  await phone.page.open();
  // The test's document has no layout: a square of 110 by 110 at 10, 20.
  square().getBoundingClientRect = () => ({ left: 10, top: 20, right: 120, bottom: 130, width: 110, height: 110, x: 10, y: 20, toJSON: () => "" });
}

async function touches(clientX: number, clientY: number): Promise<void> {
  square().dispatchEvent(new MouseEvent("click", { bubbles: true, clientX, clientY }));
  await calm();
}

async function slides(axis: number, value: number): Promise<void> {
  sliders()[axis]!.value = `${value}`;
  sliders()[axis]!.dispatchEvent(new Event("input", { bubbles: true }));
  await calm();
}

describe("a place in the square", () => {
  test("is the step that was touched, counted from the bottom left", async () => {
    await open(plane([""]));
    await touches(11, 129);
    await phone.page.taps(fr.submit);
    expect(counted()).toEqual<Answer>({ kind: "plane", points: { s0: { x: 0, y: 0 } } });
    await touches(119, 21);
    await phone.page.taps(fr.submit);
    expect(counted()).toEqual<Answer>({ kind: "plane", points: { s0: { x: 10, y: 10 } } });
  });

  test("stays within the axes when a finger slips over the edge", async () => {
    await open(plane([""], 5));
    await touches(500, -40);
    await phone.page.taps(fr.submit);
    expect(counted()).toEqual<Answer>({ kind: "plane", points: { s0: { x: 5, y: 5 } } });
  });

  test("can be given by the sliders alone, which say what they go from and to", async () => {
    await open(plane([""]));
    expect(sliders().map((slider) => slider.getAttribute("aria-label"))).toEqual([fr.axis("Facile", "Difficile"), fr.axis("Inutile", "Utile")]);
    expect(sliders()[0]?.getAttribute("aria-valuetext"), "nothing is placed yet").toBe(fr.none);
    await slides(0, 8);
    await slides(1, 2);
    await phone.page.taps(fr.submit);
    expect(counted()).toEqual<Answer>({ kind: "plane", points: { s0: { x: 8, y: 2 } } });
  });
});

describe("several statements", () => {
  test("come up one after another, each with its letter, and are named aloud", async () => {
    await open(plane(["Suivre", "Écrire", "Recruter"]));
    await touches(11, 129);
    document.querySelectorAll<HTMLElement>(".turn")[1]!.click();
    await calm();
    expect(phone.page.heard.at(-1)).toContain("Écrire");
    await touches(119, 21);
    expect(pins()).toEqual(["A", "B"]);
    expect(phone.page.text).toContain(fr.left(1));
    await phone.page.taps(/Valider/);
    expect(counted()).toEqual<Answer>({ kind: "plane", points: { s0: { x: 0, y: 0 }, s1: { x: 10, y: 10 } } });
  });

  test("may be taken back", async () => {
    await open(plane(["Suivre", "Écrire"]));
    await touches(11, 129);
    await phone.page.taps(fr.clear);
    expect(pins()).toEqual([]);
  });
});
