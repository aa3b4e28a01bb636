import { describe, expect, it } from "vitest";
import type { Answer, MyProfile, PhonePoll, PhoneView } from "../protocol/generated";
import { noteFor, type About } from "./screens/note";
import { keyOf, screenOf, type PhoneState } from "./state";
import type { Ballot } from "./sync/ballot";
import { pickLanguage, words } from "./words";

const poll: PhonePoll = {
  id: "p",
  ask: "?",
  hint: null,
  question: { kind: "single", options: ["a", "b", "c"].map((id) => ({ id, text: id, picture: null })), other: false, no_opinion: false, shuffle: false },
  state: "open",
  timer: null,
  results: null,
  solution: null,
  explain: null,
};
const view: PhoneView = { seq: 1, session: "s", title: "T", language: "fr", rehearsal: false, finished: false, profile_ready: false, poll: null };
const profile: MyProfile = { classified: false, answered: 0, needed: 3, profiles: [], close: [], behind: null, reasons: [] };
const state: PhoneState = { line: "up", view, door: null, knocking: false, ballots: {}, drafts: {}, troubled: false, profile: null, turned: false };
const kept = { session: "s", profile };

describe("which screen is up", () => {
  it.each<[string, Partial<PhoneState>, string]>([
    ["nothing is known yet", { view: null, line: "joining" }, "joining"],
    ["the server never answered", { view: null, line: "unreachable" }, "unreachable"],
    ["nothing is asked", {}, "waiting"],
    ["a question is open", { view: { ...view, poll } }, "question"],
    ["a question is open and the line is lost", { view: { ...view, poll }, line: "lost" }, "question"],
    ["a question has not opened", { view: { ...view, poll: { ...poll, state: "pending" } } }, "waiting"],
    ["there is a profile and no question", { profile: kept }, "profile"],
    ["there is a profile and a question", { profile: kept, view: { ...view, poll } }, "question"],
    ["the person turned to the profile", { profile: kept, turned: true, view: { ...view, poll } }, "profile"],
    ["the profile is from another session", { profile: { ...kept, session: "old" } }, "waiting"],
    ["the person turned to a profile of another session", { profile: { ...kept, session: "old" }, turned: true, view: { ...view, poll } }, "question"],
    ["the server is gone and there is a profile", { profile: kept, view: null, line: "unreachable" }, "profile"],
    ["the session is over", { view: { ...view, finished: true, poll: { ...poll, state: "closed" } } }, "ended"],
    ["the session is over and there is a profile", { profile: kept, view: { ...view, finished: true } }, "profile"],
    ["the door is closed", { view: null, line: "joining", door: "door_closed" }, "door"],
    ["the door is closed to a phone that still has an old view", { view: { ...view, poll }, door: "waiting_at_the_door" }, "door"],
    ["a code is needed", { view: null, line: "joining", door: "code_needed" }, "code"],
    ["a code was wrong", { view: null, line: "joining", door: "code_unknown" }, "code"],
    ["the server went away while the phone stood at the door", { view: null, line: "unreachable", door: "door_closed" }, "unreachable"],
    ["the phone comes after the end", { view: null, line: "joining", door: "session_finished" }, "ended"],
    ["the phone comes after the end with a profile", { view: null, line: "joining", door: "session_finished", profile: kept }, "profile"],
  ])("when %s", (_, change, name) => {
    expect(screenOf({ ...state, ...change }).name).toBe(name);
  });

  it("draws a question anew only when it is another one", () => {
    const key = (change: Partial<PhonePoll>, session = "s") => keyOf({ name: "question", poll: { ...poll, ...change } }, { ...view, session });
    expect(key({ state: "closed" })).toBe(key({}));
    expect(key({ id: "q" })).not.toBe(key({}));
    expect(key({ ask: "In other words?" }), "an edited talk").not.toBe(key({}));
    expect(key({}, "other"), "the same question in another session").not.toBe(key({}));
  });
});

describe("what is said about an answer", () => {
  const choice = (id: string): Answer => ({ kind: "choice", choice: id });
  const counted: Ballot = { revision: 1, pending: null, verdict: null, counted: { poll: "p", answer: choice("a"), revision: 1, seq: 42 } };
  const say = (now: PhonePoll, ballot?: Ballot, about: Partial<About> = {}) => noteFor(now, ballot, words.en, { stuck: false, ...about });
  const closed: PhonePoll = { ...poll, state: "closed" };

  it("is never that it is saved while it is not", () => {
    const pending: Ballot = { ...counted, revision: 2, pending: choice("b") };
    expect(say(poll, pending)).toMatchObject({ tone: "busy", head: "Sending…" });
    expect(say(poll, pending, { stuck: true })).toMatchObject({ tone: "warn", head: "Waiting" });
    expect(say(closed, pending, { stuck: true }), "even after the close").toMatchObject({ tone: "warn" });
  });
  it("says no number while it may change, and carries the receipt once it counts", () => {
    expect(say(poll, counted).head).toBe("Saved");
    expect(say(closed, counted).text).toContain("42");
  });
  it("tells whether an earlier answer stands when the last came too late", () => {
    expect(say(closed, { ...counted, verdict: "late" }).text).toBe(words.en.lateBefore);
    expect(say(closed, { ...counted, counted: null, verdict: "late" }).text).toBe(words.en.lateNothing);
  });
  it("says at the close that a draft was not sent, and what counts instead", () => {
    const draft: Answer = { kind: "choices", choices: ["a", "b"] };
    const sent: Ballot = { ...counted, counted: { ...counted.counted!, answer: { kind: "choices", choices: ["b", "a"] } } };
    expect(say(closed, undefined, { draft })).toMatchObject({ tone: "warn", head: words.en.notSent, text: words.en.notSentNothing });
    expect(say(closed, counted, { draft }).text).toBe(words.en.notSentBefore);
    expect(say(closed, sent, { draft }).head, "ticked in another order, but what counts is the same").toBe(words.en.closed);
  });
  it("greets a right answer, is kind about a wrong one, and judges none where there is no right or wrong", () => {
    expect(say(closed, counted, { right: true }).head).toBe(words.en.right);
    expect(say(closed, counted, { right: false }).head).toBe(words.en.wrong);
    expect(say(closed, counted).head).toBe(words.en.closed);
  });
  it("asks for an answer in the kind's own words", () => {
    expect(say(poll).text).toBe(words.en.tap);
    expect(say(poll, undefined, { prompt: "Put them in order." }).text).toBe("Put them in order.");
  });
});

describe("the language", () => {
  it.each([
    [["fr-CA", "en"], "fr"],
    [["en-GB", "fr"], "en"],
    [["de-DE", "fr-CH"], "fr"],
    [["de-DE"], "en"],
    [[], "en"],
  ])("of a phone set to %j is %s", (languages, expected) => {
    expect(pickLanguage(languages)).toBe(expected);
  });
});
