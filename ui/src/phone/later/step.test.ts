// @vitest-environment jsdom
import { expect, test } from "vitest";
import type { MyProfile, PhoneView, QuestionView } from "../../protocol/generated";
import { asks, one, withPhone } from "../../testing/phone";
import { pass } from "../../testing/streams";
import { view } from "../sync/testing";
import { words } from "./words";

const phone = withPhone();
const fr = words.fr;
const asked = asks(one({ step: true }), { id: "pas", ask: "Et demain ?" });
const chosen = `${fr.step} Option b`;

/** The room asks for a next step, and this person chooses the second. */
async function chooses(question: PhoneView = asked, option = /Option b/): Promise<void> {
  phone.page.server.view = question;
  await phone.page.open();
  await pass(1_500);
  await phone.page.taps(option);
  await pass(1_500);
}

async function reloads(as: PhoneView): Promise<void> {
  phone.page.server.view = as;
  await phone.page.open();
  await pass(1_500);
}

test("the next step stays on the phone while it waits, and at the end, and over a reload", async () => {
  await chooses();
  await phone.page.sends({ ...view, seq: 2 });
  expect(phone.page.screen).toBe("waiting");
  expect(phone.page.text).toContain(chosen);
  await phone.page.sends({ ...view, seq: 3, finished: true });
  expect(phone.page.screen).toBe("ended");
  expect(phone.page.text).toContain(chosen);
  await reloads({ ...view, seq: 3, finished: true });
  expect(phone.page.text).toContain(chosen);
});

test("it is found also when the room is gone", async () => {
  await chooses();
  phone.page.server.down = true;
  await phone.page.open();
  await pass(7_000);
  expect(phone.page.screen).toBe("unreachable");
  expect(phone.page.text).toContain(chosen);
});

test("who changes their mind keeps the last", async () => {
  await chooses();
  await phone.page.taps(/Option c/);
  await pass(1_500);
  await phone.page.sends({ ...view, seq: 2 });
  expect(phone.page.text).toContain(`${fr.step} Option c`);
  expect(phone.page.text).not.toContain("Option b");
});

test("words of one's own are a step; no opinion takes it back", async () => {
  const question: QuestionView = one({ step: true, other: true, no_opinion: true });
  await chooses(asks(question, { id: "pas" }));
  expect(localStorage.getItem("gazouillis.step")).toContain("Option b");
  await phone.page.taps(/Autre/);
  const field = document.querySelector<HTMLInputElement>("input")!;
  field.value = "Appeler Lina";
  field.dispatchEvent(new Event("input"));
  await phone.page.taps("Valider");
  await pass(1_500);
  expect(localStorage.getItem("gazouillis.step")).toContain("Appeler Lina");
  await phone.page.taps(/Sans opinion/);
  await pass(1_500);
  await phone.page.sends({ ...view, seq: 2 });
  expect(phone.page.text).not.toContain(fr.step);
});

test("an answer to any other question is no step", async () => {
  await chooses(asks(one(), { id: "pas" }));
  await phone.page.sends({ ...view, seq: 2 });
  expect(phone.page.text).not.toContain(fr.step);
  expect(localStorage.getItem("gazouillis.step")).toBeNull();
});

test("the step of an earlier talk never shows in a new one", async () => {
  await chooses();
  phone.page.server.session = "s2";
  await reloads({ ...view, session: "s2" });
  expect(phone.page.screen).toBe("waiting");
  expect(phone.page.text).not.toContain(fr.step);
  await phone.page.sends({ ...view, session: "s2", seq: 2, finished: true });
  expect(phone.page.text).not.toContain(fr.step);
});

test("before a closed door nothing is told of it", async () => {
  await chooses();
  phone.page.server.people.clear();
  phone.page.server.door = { code: "door_closed" };
  await reloads(view);
  expect(phone.page.screen).toBe("door");
  expect(phone.page.text).not.toContain(fr.step);
});

test("it stands beside the portrait, hatched or not", async () => {
  const card = { id: "anxieux", name: "L’anxieux", bird: "anxieux", summary: "En bref.", advice: [] };
  const profile: MyProfile = { classified: true, answered: 9, needed: 5, profiles: [card], close: [], behind: null, reasons: [] };
  phone.page.server.profile = profile;
  await chooses();
  await phone.page.sends({ ...view, seq: 2, has_profiles: true, profile_ready: true });
  await pass(1_500);
  expect(phone.page.screen).toBe("profile");
  expect(phone.page.text).toContain(chosen);
  await phone.page.taps(fr.hatch);
  expect(phone.page.text).toContain("L’anxieux");
  expect(phone.page.text).toContain(chosen);
  await reloads({ ...view, seq: 3, has_profiles: true, profile_ready: true, finished: true });
  expect(phone.page.screen).toBe("profile");
  expect(phone.page.text).toContain(chosen);
});
