// @vitest-environment jsdom
import { describe, expect, test, vi } from "vitest";
import { asks, withPhone } from "../testing/phone";
import { calm, pass } from "../testing/streams";
import { view } from "./sync/testing";
import { words as later } from "./later/words";
import { words } from "./words";

const phone = withPhone();
const fr = { ...later.fr, ...words.fr };
const token = () => (JSON.parse(localStorage.getItem("gazouillis") ?? "{}") as { token: string }).token;

describe("the phone at the door", () => {
  test("shows the question from the answer to the join, before any live view", async () => {
    const { page } = phone;
    page.server.view = asks();
    await page.open();
    expect(page.screen).toBe("question");
    expect(page.text).toContain("Et vous ?");
    expect(page.live.asked, "one stream, under the phone's own token").toMatchObject([{ token: `Bearer ${token()}` }]);
  });

  test("asks for no live view before it is let in, and comes in by itself", async () => {
    const { page } = phone;
    page.server.door = { code: "waiting_at_the_door", retryAfter: 2 };
    await page.open();
    expect(page.screen).toBe("door");
    expect(page.text).toContain(fr.calm.waiting_at_the_door[0]);
    expect(document.activeElement?.textContent, "a screen reader reads it from its title on").toBe(fr.calm.waiting_at_the_door[0]);
    expect(page.live.asked).toHaveLength(0);
    page.server.door = null;
    await pass(3_000);
    expect(page.screen).toBe("waiting");
    expect(page.live.asked).toHaveLength(1);
  });

  test("asks a closed door a dozen times a minute at the most", async () => {
    const { page } = phone;
    page.server.door = { code: "door_closed", retryAfter: 5 };
    await page.open();
    for (let minute = 0; minute < 60; minute++) {
      await pass(1_000);
      dispatchEvent(new Event("online"));
    }
    expect(page.screen).toBe("door");
    expect(page.server.joins.length).toBeLessThanOrEqual(1 + 12);
  });

  test("that is not let in is told so, and that it may still be", async () => {
    const { page } = phone;
    page.server.door = { code: "not_let_in" };
    await page.open();
    expect(page.text).toContain("Ce téléphone n’est pas admis");
    expect(page.text).toContain(fr.door.not_let_in);
    page.server.door = null;
    await pass(30_000);
    expect(page.screen).toBe("waiting");
  });

  test("says when the server goes away meanwhile", async () => {
    const { page } = phone;
    page.server.door = { code: "waiting_at_the_door", retryAfter: 2 };
    await page.open();
    page.server.down = true;
    await pass(12_000);
    expect(page.screen).toBe("unreachable");
    page.server.down = false;
    await pass(10_000);
    expect(page.screen).toBe("door");
  });
});

describe("a code from the sheet", () => {
  const types = async (typed: string) => {
    const field = document.querySelector("input")!;
    field.value = typed;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    document.querySelector("form")!.dispatchEvent(new Event("submit", { cancelable: true, bubbles: true }));
    await calm();
  };

  test("is taken however it is typed", async () => {
    const { page } = phone;
    page.server.door = { code: "code_needed" };
    page.server.codes.add("KRT7");
    await page.open();
    expect(page.screen).toBe("code");
    expect(document.querySelector<HTMLElement>("[role=alert]")?.hidden, "nothing is wrong yet").toBe(true);
    await types(" krt-7 ");
    await pass(1);
    expect(page.screen).toBe("waiting");
  });

  test("that is wrong is called so in words, at the field, and can be written anew", async () => {
    const { page } = phone;
    page.server.door = { code: "code_needed" };
    await page.open();
    page.server.door = { code: "code_unknown" };
    await types("nope");
    await pass(1);
    const field = document.querySelector("input")!;
    expect(document.querySelector("[role=alert]")?.textContent).toBe(fr.codeUnknown);
    expect([field.getAttribute("aria-invalid"), document.activeElement === field]).toEqual(["true", true]);
    page.server.door = { code: "code_used" };
    await types("used");
    await pass(1);
    expect(page.text).toContain(fr.codeUsed);
    field.value = "u";
    field.dispatchEvent(new Event("input"));
    expect(field.hasAttribute("aria-invalid"), "while the next one is being written nothing is wrong").toBe(false);
  });

  test("that is empty is not sent", async () => {
    const { page } = phone;
    page.server.door = { code: "code_needed" };
    await page.open();
    const before = page.server.joins.length;
    await types(" - ");
    expect(page.text).toContain(fr.codeEmpty);
    expect(page.server.joins).toHaveLength(before);
  });
});

describe("a phone that the server no longer knows", () => {
  test("joins again under its token when the live view says so, and follows it anew", async () => {
    const { page } = phone;
    await page.open();
    const mine = token();
    page.live.last.refuses(401);
    await calm();
    await pass(1);
    expect(page.server.joins).toMatchObject([{ token: mine }, { token: mine, session: "s1" }]);
    expect(page.live.asked.map((asked) => asked.token)).toEqual(Array(2).fill(`Bearer ${mine}`));
  });

  test("turns to a new page in another session, and shows nothing of the old one", async () => {
    const { page } = phone;
    page.server.view = asks();
    await page.open();
    const mine = token();
    page.server.session = "s2";
    page.server.door = { code: "waiting_at_the_door", retryAfter: 2 };
    page.live.last.refuses(401);
    await calm();
    await pass(1);
    expect(page.screen).toBe("door");
    expect(token()).not.toBe(mine);
    page.server.door = null;
    await pass(3_000);
    expect(page.live.last.token).toBe(`Bearer ${token()}`);
  });

  test("follows the room into a session that begins while it listens", async () => {
    const { page } = phone;
    await page.open();
    const mine = token();
    page.server.session = "s2";
    page.server.view = asks();
    await page.sends({ ...asks(), session: "s2" });
    expect(page.screen).toBe("question");
    expect(token()).not.toBe(mine);
    expect(page.live.last.token).toBe(`Bearer ${token()}`);
  });
});

describe("a phone that wakes", () => {
  const sleeps = async (milliseconds: number) => {
    const visible = vi.spyOn(document, "visibilityState", "get");
    visible.mockReturnValue("hidden");
    document.dispatchEvent(new Event("visibilitychange"));
    await pass(milliseconds);
    visible.mockReturnValue("visible");
    document.dispatchEvent(new Event("visibilitychange"));
    await calm();
  };

  test("on a dead network says so within a second, not after half a minute", async () => {
    const { page } = phone;
    await page.open();
    await page.sends(view);
    await sleeps(20_000);
    page.server.down = true;
    await pass(900);
    expect(page.text).toContain(fr.waking);
    await pass(2_500);
    expect(page.text).toContain(fr.lost);
    expect(page.heard.at(-1)).toBe(fr.lost);
  });

  test("on a good network shows nothing of it", async () => {
    const { page } = phone;
    await page.open();
    await page.sends(view);
    await sleeps(20_000);
    expect(page.live.asked, "what slept is not trusted").toHaveLength(2);
    page.live.last.breathes();
    await calm();
    await pass(1_000);
    expect(page.text).not.toContain(fr.waking);
  });

  test("looks connected again from the first byte on", async () => {
    const { page } = phone;
    await page.open();
    await page.sends(view);
    await sleeps(20_000);
    await pass(1_000);
    page.live.last.breathes();
    await calm();
    expect(page.text).not.toContain(fr.waking);
  });

  test("after a wink trusts its connection", async () => {
    const { page } = phone;
    await page.open();
    await page.sends(view);
    await sleeps(1_000);
    expect(page.live.asked).toHaveLength(1);
  });

  test("from the back-forward cache, or when its network is back, starts over", async () => {
    const { page } = phone;
    await page.open();
    await page.sends(view);
    dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
    dispatchEvent(new Event("online"));
    await calm();
    expect(page.live.asked.map((asked) => asked.aborted)).toEqual([true, true, false]);
  });
});
