// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { MyQa, PhoneChannels, PhoneView, QuestionCard } from "../../protocol/generated";
import { asks } from "../../testing/phone";
import { dom, h } from "../dom";
import { view as waiting } from "../sync/testing";
import type { Beside } from ".";
import { words } from "./words";

const { fr } = words;
const card = (id: number, text: string, votes = 0, more: Partial<QuestionCard> = {}): QuestionCard => ({ id, text, votes, pinned: false, answered: false, ...more });
const open = (questions: QuestionCard[] = [], more: Partial<PhoneChannels> = {}): PhoneChannels => ({
  qa: { max: 40, moderated: true, shown: questions.length, questions },
  reactions: true,
  mood: true,
  ...more,
});

let view: PhoneView;
let mine: MyQa;
let sent: { method: string; url: string; body: unknown }[];
let refuses: { status: number; code: string } | null;
let told: string[];
let sees: (next: PhoneView) => void;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  vi.resetModules();
  vi.stubGlobal("scrollTo", () => {});
  Object.assign(URL, { createObjectURL: () => "blob:bird", revokeObjectURL: () => {} });
  mine = { questions: [], votes: [], left: 10 };
  sent = [];
  told = [];
  refuses = null;
  vi.stubGlobal("fetch", (url: string, { method, body, headers }: RequestInit) => {
    expect(new Headers(headers).get("Authorization")).toBe("Bearer mine");
    if (method === "GET") return Promise.resolve(new Response(JSON.stringify({ session: "s1", ballots: [], profile: null, qa: mine })));
    sent.push({ method: method!, url, body: body ? JSON.parse(`${body as string}`) : null });
    if (refuses) return Promise.resolve(new Response(JSON.stringify({ code: refuses.code, message: "" }), { status: refuses.status }));
    return Promise.resolve(new Response(method === "POST" && url.endsWith("questions") ? '{"id":7}' : null, { status: method === "POST" && url.endsWith("questions") ? 201 : 204 }));
  });
  document.body.replaceChildren(h("header"), h("main", {}, h("h1", {}, "Regardez l’écran")));
  const { channels } = await import(".");
  const beside: Beside = { ...dom, language: "fr", token: () => "mine", view: () => view, tell: (text) => told.push(text) };
  sees = (next) => {
    view = next;
    channels(beside);
  };
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const calm = async () => {
  for (let turn = 0; turn < 80; turn++) await Promise.resolve();
};
const one = <Found extends HTMLElement>(selector: string) => {
  const found = [...document.querySelectorAll<Found>(selector)].find((element) => !element.closest("[hidden]"));
  if (!found) throw new Error(`nothing to be seen is ${selector}`);
  return found;
};
const seen = (selector: string) => [...document.querySelectorAll(selector)].some((element) => !element.closest("[hidden]"));
const opens = async () => {
  one(".beside-open").click();
  await calm();
};
const writes = (text: string) => {
  const field = one<HTMLTextAreaElement>("textarea");
  field.value = text;
  field.dispatchEvent(new Event("input"));
};
const submits = async () => {
  document.querySelector("form")!.dispatchEvent(new Event("submit", { cancelable: true }));
  await calm();
};

test("what is not open is not there", () => {
  sees({ ...waiting });
  expect(seen(".beside")).toBe(false);
  sees({ ...waiting, channels: open([], { qa: null, mood: false }) });
  expect(document.querySelectorAll(".chirps button")).toHaveLength(5);
  expect(seen(".beside-open")).toBe(false);
  sees({ ...waiting, channels: open([], { reactions: false, mood: false }) });
  expect(seen(".chirps")).toBe(false);
  expect(one(".beside-open").textContent).toBe(fr.open(0));
  sees({ ...waiting, finished: true, channels: open() });
  expect(seen(".beside"), "nothing is asked after the end").toBe(false);
});

test("a chirp is sent and named, and the next waits for a second", async () => {
  sees({ ...waiting, channels: open() });
  one("[aria-label='J’adore']").click();
  one("[aria-label='Bravo']").click();
  await calm();
  expect(sent).toEqual([{ method: "POST", url: "/api/reactions", body: { reaction: "heart" } }]);
  expect(told).toEqual([fr.called("J’adore")]);
  vi.advanceTimersByTime(1_000);
  one("[aria-label='Bravo']").click();
  await calm();
  expect(sent).toHaveLength(2);
});

test("a question is sent, and then stands among one's own", async () => {
  sees({ ...waiting, channels: open() });
  await opens();
  expect(seen("main"), "the page behind is out of the way").toBe(false);
  expect(document.activeElement).toBe(document.querySelector(".beside-panel h1"));
  writes("  Qui lit ?  ");
  mine = { questions: [{ id: 7, text: "Qui lit ?", state: "waiting" }], votes: [], left: 9 };
  await submits();
  expect(sent).toEqual([{ method: "POST", url: "/api/questions", body: { text: "Qui lit ?" } }]);
  expect(told).toEqual([fr.sent]);
  expect(one(".beside-mine li p").textContent).toBe("Qui lit\u00a0?");
  expect(one(".beside-mine .beside-state").textContent).toBe(fr.states.waiting);
  expect(one<HTMLTextAreaElement>("textarea").value).toBe("");
});

test("a refused question stays in the field, with what to do", async () => {
  sees({ ...waiting, channels: open() });
  await opens();
  refuses = { status: 429, code: "asked_just_now" };
  writes("Et ceci ?");
  await submits();
  expect(one(".beside-ask [role=alert]").textContent).toBe(fr.refused("asked_just_now"));
  expect(one<HTMLTextAreaElement>("textarea").value).toBe("Et ceci ?");
});

test("a question that is too long is not sent", async () => {
  sees({ ...waiting, channels: open() });
  await opens();
  writes("🐦".repeat(41));
  await submits();
  expect(sent).toEqual([]);
  expect(one("#beside-left").textContent).toBe(fr.over(1));
});

test("one's own question is changed and taken back", async () => {
  mine = { questions: [{ id: 7, text: "Qui lit ?", state: "waiting" }], votes: [], left: 9 };
  sees({ ...waiting, channels: open() });
  await opens();
  one(`[aria-label="${fr.editOf("Qui lit ?")}"]`).click();
  expect(one<HTMLTextAreaElement>("textarea").value).toBe("Qui lit ?");
  writes("Qui nous lit ?");
  await submits();
  one(`[aria-label="${fr.withdrawOf("Qui lit ?")}"]`).click();
  await calm();
  expect(sent).toEqual([
    { method: "PUT", url: "/api/questions/7", body: { text: "Qui nous lit ?" } },
    { method: "DELETE", url: "/api/questions/7", body: null },
  ]);
});

test("a tap supports a question at once, and a refusal takes that back", async () => {
  sees({ ...waiting, channels: open([card(3, "Combien de temps ?", 4)]) });
  await opens();
  one(".beside-want").click();
  sees(view);
  expect(one(".beside-want").getAttribute("aria-pressed")).toBe("true");
  expect(one(".beside-want").textContent).toBe("5");
  mine = { ...mine, votes: [3] };
  await calm();
  sees({ ...waiting, channels: open([card(3, "Combien de temps ?", 5)]) });
  expect(one(".beside-want").textContent, "counted once").toBe("5");
  refuses = { status: 404, code: "unknown_question" };
  one(".beside-want").click();
  await calm();
  expect(one(".beside-want").getAttribute("aria-pressed")).toBe("true");
  expect(one(".beside-room [role=alert]").textContent).toBe(fr.refused("unknown_question"));
});

test("what others wrote is text", async () => {
  sees({ ...waiting, channels: open([card(3, "<img src=x onerror=alert(1)>")]) });
  await opens();
  expect(document.querySelector(".beside-room img")).toBeNull();
  expect(one(".beside-room li").textContent).toContain("<img src=x");
});

test("a vote that opens comes first, unless somebody is writing", async () => {
  sees({ ...waiting, channels: open() });
  await opens();
  sees({ ...asks(), channels: open() });
  expect(seen("main")).toBe(true);
  sees({ ...waiting, channels: open() });
  await opens();
  writes("Je suis en train");
  sees({ ...asks(), channels: open() });
  expect(seen("main")).toBe(false);
  one(".beside-poll").click();
  expect(seen("main")).toBe(true);
  await opens();
  expect(one<HTMLTextAreaElement>("textarea").value, "and finds it again").toBe("Je suis en train");
});

test("a mood is said to the presenter, taken back by the same button, and forgotten after three minutes", async () => {
  sees({ ...waiting, channels: open() });
  await opens();
  const lost = () => one(`.beside-moods button:nth-child(2)`);
  lost().click();
  await calm();
  expect(lost().getAttribute("aria-pressed")).toBe("true");
  lost().click();
  await calm();
  expect(sent.map(({ body }) => body)).toEqual([{ mood: "lost" }, { mood: null }]);
  lost().click();
  await calm();
  vi.advanceTimersByTime(180_000);
  expect(lost().getAttribute("aria-pressed")).toBe("false");
});

test("another session has nothing of the one before", async () => {
  mine = { questions: [{ id: 7, text: "Qui lit ?", state: "waiting" }], votes: [], left: 9 };
  sees({ ...waiting, channels: open() });
  await opens();
  writes("à moitié");
  mine = { questions: [], votes: [], left: 10 };
  sees({ ...waiting, session: "s2", channels: open() });
  expect(one<HTMLTextAreaElement>("textarea").value).toBe("");
  expect(seen(".beside-mine li")).toBe(false);
});
