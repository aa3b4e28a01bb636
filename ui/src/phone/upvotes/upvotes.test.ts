// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { PhoneView, UpvoteCard } from "../../protocol/generated";
import { asks } from "../../testing/phone";
import type { Beside } from "../channels";
import { dom, h } from "../dom";

let view: PhoneView;
let mine: number[];
let sent: { url: string; body: unknown }[];
let refuses: { status: number; code: string } | null;
let sees: (cards: UpvoteCard[] | undefined) => void;

const card = (id: number, text: string, votes = 0): UpvoteCard => ({ id, text, votes });
const calm = async () => {
  for (let turn = 0; turn < 60; turn++) await Promise.resolve();
};
const thumbs = () => [...document.querySelectorAll<HTMLButtonElement>(".upvotes:not([hidden]) button")];

beforeEach(async () => {
  vi.resetModules();
  mine = [];
  sent = [];
  refuses = null;
  vi.stubGlobal("fetch", (url: string, { method, body }: RequestInit) => {
    const ballots = [{ poll: "p", answer: { kind: "text", text: "moi" }, revision: 1, seq: 3 }];
    if (method === "GET") return Promise.resolve(new Response(JSON.stringify({ session: "s1", ballots, profile: null, upvotes: mine })));
    sent.push({ url, body: JSON.parse(`${body as string}`) });
    if (refuses) return Promise.resolve(new Response(JSON.stringify({ code: refuses.code, message: "" }), { status: refuses.status }));
    return Promise.resolve(new Response(null, { status: 204 }));
  });
  document.body.replaceChildren(h("main", {}, h("div", { class: "question" }, h("div", { class: "dock" }))));
  const { upvotes } = await import(".");
  const beside: Beside = { ...dom, language: "fr", token: () => "mine", view: () => view, tell: () => {} };
  sees = (cards) => {
    view = asks(undefined, cards ? { upvotes: cards } : {});
    upvotes(beside);
  };
});
afterEach(() => vi.unstubAllGlobals());

test("the texts of others stand above the dock, and one's own does not", async () => {
  sees([card(5, "le leur", 2), card(3, "moi", 1)]);
  await calm();
  expect(thumbs().map((thumb) => thumb.getAttribute("aria-label"))).toEqual(["Soutenir, 2 : le leur"]);
  expect(document.querySelector(".upvotes")!.nextElementSibling!.className).toBe("dock");
});

test("a tap counts at once, and another takes it back", async () => {
  sees([card(5, "le leur", 2)]);
  await calm();
  thumbs()[0]!.click();
  expect(thumbs()[0]!.getAttribute("aria-pressed")).toBe("true");
  expect(thumbs()[0]!.textContent).toBe("3");
  mine = [5];
  await calm();
  sees([card(5, "le leur", 3)]);
  expect(thumbs()[0]!.textContent).toBe("3");
  thumbs()[0]!.click();
  expect(thumbs()[0]!.textContent).toBe("2");
  await calm();
  expect(sent).toEqual([
    { url: "/api/polls/p/texts/5/vote", body: { up: true } },
    { url: "/api/polls/p/texts/5/vote", body: { up: false } },
  ]);
});

test("what is refused is taken back and said in words", async () => {
  sees([card(5, "le leur", 2)]);
  await calm();
  refuses = { status: 409, code: "poll_closed" };
  thumbs()[0]!.click();
  await calm();
  expect(thumbs()[0]!.getAttribute("aria-pressed")).toBe("false");
  expect(document.querySelector("[role=alert]")!.textContent).toContain("C’est terminé");
});

test("it is gone when the poll is closed", async () => {
  sees([card(5, "le leur")]);
  await calm();
  sees(undefined);
  expect(thumbs()).toEqual([]);
});
