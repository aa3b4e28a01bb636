import { describe, expect, it } from "vitest";
import { randomToken } from "./notebook";
import { shuffled } from "./shuffle";

const options = ["oui", "non", "a", "b"].map((id) => ({ id }));
const order = (seed: string) => shuffled(options, seed).map(({ id }) => id);

describe("options in an order of the phone's own", () => {
  it("are all there, and in the same order whenever the phone asks", () => {
    const token = randomToken();
    expect(order(token)).toEqual(order(token));
    expect([...order(token)].sort()).toEqual(["a", "b", "non", "oui"]);
  });

  it("come in every order equally often, whatever their ids look like", () => {
    const times = new Map<string, number>();
    const phones = 24_000;
    for (let phone = 0; phone < phones; phone++) {
      // Seeds that differ as little as seeds can.
      const found = order(phone.toString(16).padStart(32, "0")).join();
      times.set(found, (times.get(found) ?? 0) + 1);
    }
    const expected = phones / 24;
    const chi = [...times.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(times.size).toBe(24);
    // The 99.9th percentile of χ² with 23 degrees of freedom is 49.7.
    expect(chi).toBeLessThan(49.7);
  });
});
