import { expect, test } from "vitest";
import type { Remark, TweetView } from "../../../protocol/generated";
import cases from "./cases.json";
import { parts, remarks, weight } from "./charter";

test.each(cases.weights as [string, number][])("%s weighs %i", (text, weighs) => {
  expect(weight(text)).toBe(weighs);
});

test("the longest tweet is one of 280 light letters, or 140 heavy ones", () => {
  expect(weight("a".repeat(280))).toBe(280);
  expect(weight("の".repeat(140))).toBe(280);
});

test.each(cases.parts as [string, number, number, number][])("%s has %i mentions, %i hashtags, %i links", (text, ...counts) => {
  expect(parts(text)).toEqual(counts);
});

type Case = [Omit<TweetView, "confidential" | "moderate"> & { confidential: (keyof typeof cases.prints)[] }, string, Remark[]];

test.each(cases.remarks as Case[])("under %j, of “%s” is said %j", (charter, text, said) => {
  const view: TweetView = { ...charter, confidential: charter.confidential.map((word) => cases.prints[word]), moderate: true };
  expect(remarks(text, view)).toEqual(said);
});
