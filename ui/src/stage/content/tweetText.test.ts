import { describe, expect, test } from "vitest";
import { initials, runsOf, tweetKey } from "./tweetText";

describe("a tweet's words", () => {
  test("are parted into mentions, hashtags and links", () => {
    expect(runsOf("Venez voir @trucmuche_sa ! #PortesOuvertes https://trucmuche.example/visite")).toEqual([
      { kind: "text", text: "Venez voir " },
      { kind: "mention", text: "@trucmuche_sa" },
      { kind: "text", text: " ! " },
      { kind: "hashtag", text: "#PortesOuvertes" },
      { kind: "text", text: " " },
      { kind: "link", text: "trucmuche.example/visite" },
    ]);
  });
  test("keep accents in hashtags and lose nothing", () => {
    expect(runsOf("#été, déjà").map((run) => run.text).join("")).toBe("#été, déjà");
    expect(runsOf("#été, déjà")[0]).toEqual({ kind: "hashtag", text: "#été" });
  });
  test("may be plain", () => {
    expect(runsOf("Bonjour")).toEqual([{ kind: "text", text: "Bonjour" }]);
  });
});

test("initials come from the first and the last name", () => {
  expect(initials("Camille Roseau")).toBe("CR");
  expect(initials("Élodie de la Tour")).toBe("ÉT");
  expect(initials("Trucmuche")).toBe("T");
});

test("the same tweet has the same key, another one another", () => {
  expect(tweetKey("@a", "b")).toBe(tweetKey("@a", "b"));
  expect(tweetKey("@a", "b")).not.toBe(tweetKey("@a", "c"));
});
