// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { asks, withPhone } from "../../testing/phone";
import { pass } from "../../testing/streams";
import { words } from "../words";

const phone = withPhone();
const { fr } = words;
const shown = () => document.querySelector<HTMLElement>("[role=timer]")!;
const timed = (left_ms: number) => asks(undefined, { timer: { total: 60, left_ms } });

async function opens(left: number): Promise<void> {
  phone.page.server.view = timed(left);
  await phone.page.open();
}

describe("the time a poll has left", () => {
  test("counts on between two views, and a newest view says when it is longer", async () => {
    await opens(61_000);
    expect(shown().textContent).toBe("1:01");
    await pass(2_000);
    expect(shown().textContent).toBe("0:59");
    await phone.page.sends(timed(58_900));
    await pass(500);
    expect(shown().textContent, "a view that was under way a little longer changes nothing").toBe("0:59");
    await phone.page.sends(timed(90_000));
    expect(shown().textContent, "prolonged").toBe("1:30");
  });

  test("stays where it is when the person is at work", async () => {
    await opens(30_000);
    await pass(5_000);
    await phone.page.taps("Option a");
    expect(shown().textContent).toBe("0:25");
  });

  test("is said once to those who do not see it, ten seconds before it is up", async () => {
    await opens(12_000);
    await pass(1_000);
    expect(phone.page.heard).not.toContain(fr.lastSeconds);
    await pass(1_000);
    expect(shown().hasAttribute("data-last")).toBe(true);
    await pass(12_000);
    expect(phone.page.heard.filter((said) => said === fr.lastSeconds)).toHaveLength(1);
    expect(shown().textContent).toBe("0:00");
  });

  test("is not there where there is none, nor after the close", async () => {
    phone.page.server.view = asks();
    await phone.page.open();
    expect(shown().hidden).toBe(true);
    await phone.page.sends(timed(9_000));
    expect(shown().hidden).toBe(false);
    await phone.page.sends(asks(undefined, { state: "closed", timer: { total: 60, left_ms: 0 } }));
    expect(shown().hidden).toBe(true);
  });
});
