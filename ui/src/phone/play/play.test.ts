// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { MyPlay, PhonePoll, PhoneView } from "../../protocol/generated";
import type { Beside } from "../channels";
import { dom, h } from "../dom";
import { view as waiting } from "../sync/testing";

let view: PhoneView | null;
let mine: MyPlay | undefined;
let fails = false;
let asked: number;
let told: string[];
let sees: (next: PhoneView | null) => void;

const quiz: PhonePoll = {
  ...{ id: "q", ask: "Quel oiseau ?", hint: null, state: "open", timer: null, results: null, solution: null, explain: null },
  speed: true,
  question: { kind: "single", options: [], other: false, no_opinion: false, shuffle: false } as unknown as PhonePoll["question"],
};
const playing = (play: number, more: Partial<PhoneView> = {}): PhoneView => ({ ...waiting, play, ...more });

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  vi.resetModules();
  [mine, fails, asked, told] = [undefined, false, 0, []];
  vi.stubGlobal("fetch", (url: string, { headers }: RequestInit) => {
    expect(url).toBe("/api/me");
    expect(new Headers(headers).get("Authorization")).toBe("Bearer mine");
    asked++;
    if (fails) return Promise.reject(new Error("no network"));
    return Promise.resolve(new Response(JSON.stringify({ session: "s1", ballots: [], profile: null, play: mine })));
  });
  document.body.replaceChildren(h("header"), h("main"));
  const { play } = await import(".");
  const beside: Beside = { ...dom, language: "fr", token: () => "mine", view: () => view, tell: (text) => told.push(text) };
  sees = (next) => {
    view = next;
    play(beside);
  };
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const soon = async () => {
  await vi.advanceTimersByTimeAsync(5_000);
};
const line = () => document.querySelector<HTMLElement>(".play");
const says = () => [...line()!.querySelectorAll(".game > :not([hidden]), .quick:not([hidden])")].map((element) => element.textContent!.replaceAll(/[\u00a0\u202f]/g, " ")).join(" | ");
const NAMED: MyPlay = { nickname: "Mésange pressée", points: null, gain: 0, rank: null, players: 0 };

test("a phone is told its nickname, and nothing before it has one", async () => {
  mine = NAMED;
  sees(playing(1));
  expect(line()!.hidden).toBe(true);
  await soon();
  expect(line()!.hidden).toBe(false);
  expect(says()).toBe("Vous êtes Mésange pressée");
});

test("points and rank are asked for when the view says that they are new, and read out", async () => {
  mine = NAMED;
  sees(playing(1));
  await soon();
  sees(playing(1, { seq: 9 }));
  await soon();
  expect(asked, "nothing new, no question").toBe(1);
  mine = { ...NAMED, points: 1840, gain: 920, rank: 3, players: 24 };
  sees(playing(14));
  await soon();
  expect(asked).toBe(2);
  expect(says()).toBe("Vous êtes Mésange pressée | +920 | 1 840 points | 3e sur 24");
  expect(told.map((text) => text.replaceAll(/[\u00a0\u202f]/g, " "))).toEqual(["1 840 points, 3e sur 24"]);
});

test("while a question whose speed counts is open, the rule is said", async () => {
  sees(playing(1, { poll: quiz }));
  await soon();
  expect(says()).toBe("Juste et vite : de 1 000 à 500 points.");
  sees(playing(1, { poll: { ...quiz, state: "closed" } }));
  expect(line()!.hidden, "a talk without a board, and no points yet").toBe(true);
});

test("it asks again when no answer came", async () => {
  [mine, fails] = [NAMED, true];
  sees(playing(1));
  await soon();
  fails = false;
  await soon();
  expect(says()).toBe("Vous êtes Mésange pressée");
});

test("another session is another game, and at the door or after the end there is none", async () => {
  mine = { ...NAMED, points: 500, gain: 500, rank: 1, players: 5 };
  sees(playing(3));
  await soon();
  mine = { ...NAMED, nickname: "Geai pensif" };
  sees(playing(1, { session: "s2" }));
  expect(says(), "what was another's is gone at once").toBe("");
  await soon();
  expect(says()).toBe("Vous êtes Geai pensif");
  sees(null);
  expect(line()!.hidden).toBe(true);
  sees(playing(1, { session: "s2", finished: true }));
  expect(line()!.hidden).toBe(true);
});
