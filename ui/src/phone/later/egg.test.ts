// @vitest-environment jsdom
import { expect, test } from "vitest";
import type { MyProfile } from "../../protocol/generated";
import { withPhone } from "../../testing/phone";
import { calm, pass } from "../../testing/streams";
import { view } from "../sync/testing";
import { words } from "./words";

const phone = withPhone();
const fr = words.fr;

const card = (id: string, name: string) => ({ id, name, bird: id, summary: `${name} en bref.`, advice: [] });
const anxious: MyProfile = { classified: true, answered: 9, needed: 5, profiles: [card("anxieux", "L’anxieux")], close: [], behind: null, reasons: [] };
const typed = { ...view, has_profiles: true };

async function roomIsShown(profile: MyProfile): Promise<void> {
  phone.page.server.profile = profile;
  phone.page.server.view = typed;
  await phone.page.open();
  await phone.page.sends({ ...typed, profile_ready: true });
  await pass(1_000);
  await calm();
}

test("until the room was shown, the bird is an egg; where the talk has no profiles there is none", async () => {
  phone.page.server.view = typed;
  await phone.page.open();
  expect(phone.page.text).toContain(fr.nest);
  expect(document.querySelector(".perch .shell")).not.toBeNull();
  phone.page.server.view = view;
  await phone.page.open();
  expect(phone.page.screen).toBe("waiting");
  expect(document.querySelector(".shell")).toBeNull();
});

test("then it hatches at a tap, and stays hatched over a reload and the end of the session", async () => {
  await roomIsShown(anxious);
  expect(phone.page.screen).toBe("profile");
  expect(phone.page.text, "nobody is told what they did not ask for").not.toContain("L’anxieux");
  await phone.page.taps(fr.hatch);
  expect(phone.page.text).toContain("L’anxieux");
  expect(document.activeElement?.textContent, "the keyboard is where the button was").toContain("L’anxieux");
  await phone.page.sends({ ...typed, profile_ready: true, finished: true });
  expect(phone.page.text).toContain("L’anxieux");
  phone.page.server.down = true;
  await phone.page.open();
  await pass(7_000);
  expect(phone.page.text).toContain("L’anxieux");
});

test("that of another session hatches anew", async () => {
  localStorage.setItem("gazouillis.hatched", "an earlier one");
  await roomIsShown(anxious);
  expect(phone.page.text).not.toContain("L’anxieux");
});

test("the self-portrait is held against it", async () => {
  const cases: [Partial<MyProfile>, string][] = [
    [{ portrait: { id: "curieux", name: "Le curieux" } }, fr.otherwise],
    [{ portrait: { id: "anxieux", name: "L’anxieux" } }, fr.knowYourself],
    [{ portrait: { id: "curieux", name: "Le curieux" }, close: [{ name: "Le curieux", bird: "curieux" }] }, fr.notFar],
    [{ portrait: { id: "curieux", name: "Le curieux" }, behind: "Le curieux" }, fr.notFar],
  ];
  for (const [change, says] of cases) {
    localStorage.clear();
    await roomIsShown({ ...anxious, ...change });
    await phone.page.taps(fr.hatch);
    expect(document.querySelector(".against h2")?.textContent).toBe(says);
    const said = [...document.querySelectorAll(".against dd")].map((one) => one.textContent);
    expect(said).toEqual([change.portrait!.name, "L’anxieux"]);
  }
});

test("who chose no portrait is told of none", async () => {
  await roomIsShown(anxious);
  await phone.page.taps(fr.hatch);
  expect(document.querySelector(".against")).toBeNull();
});
