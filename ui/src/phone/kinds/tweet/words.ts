import type { Language, Remark } from "../../../protocol/generated";
import { count } from "../count";

const fr = {
  field: "Votre tweet",
  write: "Écrivez un tweet : il ne sera publié nulle part.",
  left: count("# caractère restant", "# caractères restants"),
  good: "Il suit la charte.",
  remarks: {
    too_long: ({ by }: { by: number }) => count("Trop long de # caractère.", "Trop long de # caractères.")(by),
    no_mention: () => "Il manque une @mention.",
    mention: () => "Sans @mention, s’il vous plaît.",
    few_hashtags: ({ least }: { least: number }) => (least < 2 ? "Il manque un #hashtag." : `Au moins ${least} #hashtags.`),
    many_hashtags: ({ most }: { most: number }) => `${most} #hashtag${most > 1 ? "s" : ""} au plus.`,
    no_link: () => "Il manque un lien.",
    link: () => "Sans lien, s’il vous plaît.",
    shouting: () => "Trop de capitales : on croirait que vous criez.",
    confidential: ({ word }: { word: string }) => `« ${word} » est confidentiel.`,
  },
};

const en: typeof fr = {
  field: "Your tweet",
  write: "Write a tweet: it will be posted nowhere.",
  left: count("# character left", "# characters left"),
  good: "It follows the charter.",
  remarks: {
    too_long: ({ by }) => count("Too long by # character.", "Too long by # characters.")(by),
    no_mention: () => "An @mention is missing.",
    mention: () => "Without an @mention, please.",
    few_hashtags: ({ least }) => (least < 2 ? "A #hashtag is missing." : `At least ${least} #hashtags.`),
    many_hashtags: ({ most }) => `At most ${most} #hashtag${most > 1 ? "s" : ""}.`,
    no_link: () => "A link is missing.",
    link: () => "Without a link, please.",
    shouting: () => "So many capitals look like shouting.",
    confidential: ({ word }) => `“${word}” is confidential.`,
  },
};

export const words: Record<Language, typeof fr> = { fr, en };

export const sentence = (remark: Remark, { remarks }: typeof fr) => (remarks[remark.remark] as (one: Remark) => string)(remark);
