export interface Run {
  kind: "text" | "mention" | "hashtag" | "link";
  text: string;
}

const MARKED = /(?<link>https?:\/\/[^\s]+)|(?<mention>@\w{1,15})|(?<hashtag>#[\p{L}\p{N}_]+)/gu;

/** Parts a tweet's words into what is plain and what is a mention, a hashtag or a link. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let end = 0;
  for (const match of text.matchAll(MARKED)) {
    if (match.index > end) runs.push({ kind: "text", text: text.slice(end, match.index) });
    const kind = match.groups?.["link"] ? "link" : match.groups?.["mention"] ? "mention" : "hashtag";
    runs.push({ kind, text: kind === "link" ? match[0].replace(/^https?:\/\//, "") : match[0] });
    end = match.index + match[0].length;
  }
  if (end < text.length) runs.push({ kind: "text", text: text.slice(end) });
  return runs;
}

/** Two letters for a portrait that is not a bird. */
export function initials(name: string): string {
  const words = name.split(/\s+/u).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters.map((word) => [...(word ?? "")][0] ?? "").join("").toUpperCase();
}

/** A name that is the same for the same tweet on another slide, and may stand in CSS. */
export function tweetKey(handle: string, text: string): string {
  let hash = 5381;
  for (const character of `${handle} ${text}`) hash = (hash * 33 + (character.codePointAt(0) ?? 0)) % 2_147_483_647;
  return `tweet-${hash.toString(36)}`;
}
