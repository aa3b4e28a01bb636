import type { Remark, TweetView } from "../../../protocol/generated";

/*
 * The twin of `core::text::tweet`: what a tweet weighs, and what is to be said of it while somebody types. The server has
 * the last word; `cases.json` holds both to the same answers.
 */

const MOST = 280;
const LINK = 23;
/** Code points that weigh one; any other weighs two. */
const LIGHT = [0, 4351, 8192, 8205, 8208, 8223, 8242, 8247];

const ENDINGS = "app|be|biz|ca|ch|com?|de|dev|edu|es|eu|fr|gov|info|io|it|ly|net|org|paris|tv|uk|us|bzh";
const LETTER = "\\p{L}\\p{M}\\p{N}";
/** Nothing that a mention, a hashtag or a link would be part of. */
const START = `(^|[^${LETTER}_@＠#＃$])`;
const link = new RegExp(
  `(^|[^${LETTER}_@＠#＃$.-])((?:https?://(?:[${LETTER}_-]+\\.)+\\p{L}{2,}|(?:[a-z0-9][\\w-]*\\.)+(?:${ENDINGS}))(?![${LETTER}_@-]|\\.[${LETTER}])(?:[/?#:][^\\s"<>«»]*)?)`,
  "giu",
);
const mention = new RegExp(`${START}[@＠]\\w{1,20}(?![${LETTER}@＠_]|://)`, "gu");
const hashtag = new RegExp(`${START}[#＃][${LETTER}_]*\\p{L}[${LETTER}_]*(?![${LETTER}_#＃]|://)`, "gu");
const emoji = /[\u{1F1E6}-\u{1F1FF}]{2}|\p{Extended_Pictographic}[\p{Emoji_Modifier}\uFE0F\u{E0020}-\u{E007F}]*(?:\u200D\p{Extended_Pictographic}[\p{Emoji_Modifier}\uFE0F]*)*|[0-9#*]\uFE0F?\u20E3/gu;

/** A link as long as it goes: the signs that end a sentence, and a bracket that was opened before it, are not part of it. */
function links(text: string, instead: string): string {
  return text.replace(link, (_, before: string, found: string) => {
    let end = found;
    for (let last = ""; last !== end; ) {
      last = end;
      end = end.replace(/[.,;:!?'"…”’]$/, "");
      if (end.endsWith(")") && end.split(")").length > end.split("(").length) end = end.slice(0, -1);
    }
    return before + instead + found.slice(end.length);
  });
}

/** How long a text is as a tweet. */
export function weight(text: string): number {
  const plain = links(text.normalize("NFC"), "\u0001").replace(emoji, (one) => (one.length > 1 || one > "ჿ" ? "の" : one));
  let weighs = 0;
  for (const letter of plain) {
    const code = letter.codePointAt(0)!;
    weighs += letter === "\u0001" ? LINK : LIGHT.some((from, index) => index % 2 === 0 && code >= from && code <= LIGHT[index + 1]!) ? 1 : 2;
  }
  return weighs;
}

/** A word without case, accents and a plural's last letter. */
const bare = (word: string) =>
  word.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/ß/g, "ss").replace(/^(.{3,})[sx]$/, "$1");

const print = (words: string[]) => {
  let hash = 2166136261;
  for (const letter of words.join("")) hash = Math.imul(hash ^ letter.codePointAt(0)!, 16777619) >>> 0;
  return hash;
};

/** The first words of a text that must not leave the company. */
function leak(text: string, prints: readonly number[]): string | undefined {
  const words = text.match(new RegExp(`[${LETTER}]+`, "gu")) ?? [];
  const folded = words.map(bare);
  for (let first = 0; first < words.length; first++)
    for (let count = 4; count; count--) if (prints.includes(print(folded.slice(first, first + count)))) return words.slice(first, first + count).join(" ");
  return undefined;
}

/** How many mentions, hashtags and links a text has. */
export function parts(text: string): [mentions: number, hashtags: number, links: number] {
  const own = links(text, "\u0001");
  return [mention, hashtag, /\u0001/g].map((what) => own.match(what)?.length ?? 0) as [number, number, number];
}

/** What is to be said of a text, gravest first; nothing when it may be sent. */
export function remarks(text: string, view: TweetView): Remark[] {
  const found: Remark[] = [];
  const word = leak(text, view.confidential);
  if (word) found.push({ remark: "confidential", word });
  const by = weight(text) - MOST;
  if (by > 0) found.push({ remark: "too_long", by });
  const [mentions, tags, addresses] = parts(text);
  const asked = (demand: TweetView["link"], some: number, missing: Remark, unwanted: Remark) => {
    if (demand === "required" && !some) found.push(missing);
    if (demand === "forbidden" && some) found.push(unwanted);
  };
  asked(view.mention, mentions, { remark: "no_mention" }, { remark: "mention" });
  if (tags < view.least_hashtags) found.push({ remark: "few_hashtags", least: view.least_hashtags });
  if (view.most_hashtags !== null && tags > view.most_hashtags) found.push({ remark: "many_hashtags", most: view.most_hashtags });
  asked(view.link, addresses, { remark: "no_link" }, { remark: "link" });
  const voice = links(text, "").replace(mention, "").replace(hashtag, "");
  const capitals = voice.match(/\p{Lu}/gu)?.length ?? 0;
  const letters = capitals + (voice.match(/\p{Ll}/gu)?.length ?? 0);
  if (letters > 7 && capitals > 0.6 * letters) found.push({ remark: "shouting" });
  return found;
}
