// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { PhonePoll, QuestionView, RegionView } from "../../../protocol/generated";
import { asks, withPhone } from "../../../testing/phone";
import { calm } from "../../../testing/streams";
import { kind } from ".";

const region = (id: string, left: number, top: number, width: number, height: number): RegionView => ({ id, text: `Région ${id}`, at: { left, top, width, height } });
const regions = [region("a", 0, 0, 5_000, 10_000), region("b", 5_000, 0, 5_000, 5_000)];
const question: QuestionView = { kind: "pin", picture: { src: "mes images/écran.png", alt: "Un écran." }, regions, plain: false };
const figures = {
  shape: "pin" as const,
  columns: 32,
  rows: 18,
  cells: [[0, 6]] as [number, number][],
  regions: [{ id: "a", count: 6, percent: 60 }, { id: "b", count: 1, percent: 10 }],
  elsewhere: { count: 3, percent: 30 },
};

describe("a picture to point at", () => {
  const at = withPhone();
  const shot = () => document.querySelector<HTMLButtonElement>(".shot")!;
  const needle = () => shot().querySelector<HTMLElement>("i")!;
  const press = async (key: string, shiftKey = false) => {
    const event = new KeyboardEvent("keydown", { key, shiftKey, cancelable: true, bubbles: true });
    shot().dispatchEvent(event);
    await calm();
    return event.defaultPrevented;
  };
  const tap = async (clientX: number, clientY: number) => {
    shot().dispatchEvent(new MouseEvent("click", { clientX, clientY, detail: 1, bubbles: true }));
    await calm();
  };
  const shows = async (first: Partial<PhonePoll> = {}) => at.page.sends(asks(question, first));
  const sent = () => [...at.page.server.ballots.values()].at(-1)?.answer;

  beforeEach(async () => {
    at.page.inside = { pin: kind };
    await at.page.open();
    await shows();
    vi.spyOn(shot(), "getBoundingClientRect").mockReturnValue({ left: 20, top: 100, width: 300, height: 200 } as DOMRect);
  });

  it("is asked for by its path, however it is written, and says what is on it", () => {
    const image = shot().querySelector("img")!;
    expect(new URL(image.src).pathname).toBe("/pictures/mes%20images/%C3%A9cran.png");
    expect(image.alt).toBe("Un écran.");
    expect(needle().hidden, "no pin before the first tap").toBe(true);
  });

  it("takes a tap as a place, lets it be moved, and sends it by the button", async () => {
    await tap(95, 250);
    expect([needle().style.left, needle().style.top]).toEqual(["25%", "75%"]);
    expect(at.page.heard.at(-1)).toBe("Région a");
    await tap(245, 150);
    expect(sent(), "nothing is sent before the button").toBeUndefined();
    await at.page.taps(/Valider/);
    expect(sent()).toEqual({ kind: "pin", x: 0.75, y: 0.25 });
  });

  it("moves by the arrow keys, from the middle, and stays on the picture", async () => {
    expect(await press("ArrowRight")).toBe(true);
    expect([needle().style.left, needle().style.top]).toEqual(["51%", "50%"]);
    for (let n = 0; n < 9; n++) await press("ArrowDown", true);
    await press("ArrowUp");
    expect([needle().style.left, needle().style.top]).toEqual(["51%", "99%"]);
    expect(await press("Tab"), "other keys do what they always do").toBe(false);
  });

  it("can be answered by the name of a region alone", async () => {
    await at.page.taps("Région b");
    await at.page.taps(/Valider/);
    expect(sent()).toEqual({ kind: "pin", x: 0.75, y: 0.25 });
    expect(document.querySelector("details .option[aria-pressed=true]")?.textContent).toContain("Région b");
  });

  it("tells the shares at the close, takes no more taps, and points out what is right", async () => {
    await tap(95, 250);
    await at.page.taps(/Valider/);
    await shows({ state: "closed", results: { ballots: 10, figures } });
    expect(at.page.text).toMatch(/Région a.*60 %.*Région b.*10 %.*Ailleurs.*30 %/);
    await tap(245, 150);
    expect(needle().style.left).toBe("25%");
    await shows({ state: "closed", results: { ballots: 10, figures }, solution: { kind: "regions", right: [regions[1]!], hits: { count: 1, percent: 10 } } });
    expect(document.querySelectorAll("u[data-right=true]")).toHaveLength(1);
    expect(document.querySelector("details .option[data-right=true]")?.textContent).toContain("bonne réponse");
  });
});

describe("a place is right", () => {
  const right = (x: number, y: number) => kind.isRight!({ kind: "regions", right: [regions[1]!], hits: { count: 0, percent: 0 } }, { kind: "pin", x, y });
  it("inside a right region, with its left and upper edges, as the room's computer counts it", () => {
    expect([right(0.5, 0), right(0.75, 0.49999), right(1, 0.2)]).toEqual([true, false, true]);
    expect([right(0.4999, 0), right(0.75, 0.5), right(0.2, 0.2)]).toEqual([false, false, false]);
  });
});
