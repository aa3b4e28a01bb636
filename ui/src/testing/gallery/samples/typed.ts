import type { Concern, Queue, Queued, Remark, ShownText, TextFigures, WordFigure } from "../../../protocol/generated";
import type { Sample } from "../sample";

const said: [string, number][] = [
  ["veille", 31], ["rapide", 24], ["réseau", 19], ["bavardage", 17], ["actualité", 15], ["temps perdu", 14], ["curiosité", 12], ["échange", 11],
  ["buzz", 10], ["visibilité", 9], ["hashtag", 9], ["peur", 8], ["trolls", 8], ["communauté", 7], ["influence", 6], ["oiseau", 6], ["humour", 5],
  ["bruit", 5], ["direct", 4], ["partage", 4], ["court", 4], ["bla-bla", 3], ["opportunité", 3], ["conversation", 3], ["image", 2], ["addiction", 2],
  ["découverte", 2], ["politique", 2], ["journalistes", 2], ["liberté", 2], ["superficiel", 1], ["gazouillis", 1], ["🐦", 1], ["280", 1], ["fake news", 1],
  ["expérimentation collective", 1], ["polémique", 1], ["instantané", 1], ["écoute", 1], ["mémoire", 1], ["futile", 1], ["drôle", 1],
];
const cloud = (words: [string, number][]): WordFigure[] => words.map(([text, count]) => ({ text, count }));
const many: [string, number][] = Array.from({ length: 120 }, (_, n) => [`${said[n % said.length]![0]} ${n < said.length ? "" : n}`.trim(), Math.max(1, Math.round(90 / (n + 1)))]);

const texts = [
  "Je n’ai pas le temps de m’y mettre.",
  "Peur de dire une bêtise en public…",
  "Qui relit avant de publier ?",
  "Les trolls, très peu pour moi.",
  "J’aimerais voir de bons exemples dans notre métier, pas seulement ceux des grandes marques.",
  "Rien ne me retient, je suis partant ! 🐦",
  "À quoi ça sert, concrètement ?",
  "Mélanger vie pro et vie perso, non merci.",
  "Il faudrait une charte, courte et claire.",
  "Je lis beaucoup, je n’écris jamais.",
  "Est-ce que la direction y est aussi ?",
  "Le risque pour l’image de l’entreprise si quelqu’un répond n’importe quoi à un client mécontent un vendredi soir.",
  "Une formation d’une heure suffirait.",
  "Je préfère parler aux gens en vrai.",
];
const shown = (text: string, theme: number | null = null, remarks: Remark[] = []): ShownText => ({ text, theme, remarks });
const figures = (all: ShownText[], more: Partial<TextFigures> = {}) => ({ shape: "text" as const, shown: all.length, texts: all, themes: [], display: "wall" as const, spotlight: null, remarks: [], ...more });

const ask = "Qu’est-ce qui vous retient d’écrire en public\u202f?";
const text = { kind: "text" as const, max: 280, moderate: true };
const word = { kind: "words" as const, max: 3, longest: 30, moderate: true };
const tweets: ShownText[] = [
  shown("Belle visite ce matin avec @MuseeGazouillis : les mésanges étaient au rendez-vous ! #PremierTweet 🐦"),
  shown("Premier tweet, soyez indulgents… #PremierTweet", null, [{ remark: "no_mention" }]),
  shown("MERCI À TOUTE L’ÉQUIPE POUR CETTE JOURNÉE !!!", null, [{ remark: "no_mention" }, { remark: "few_hashtags", least: 1 }, { remark: "shouting" }]),
  shown("À lire : https://exemple.fr/gazouillis #Veille via @MuseeGazouillis"),
  shown("Trois conseils : écouter, répondre, dire merci. #Charte @MuseeGazouillis"),
  shown("Une question pour @MuseeGazouillis : quand ouvre la nouvelle salle ? #Curieux"),
];

const queued = (id: number, text: string, concern?: [part: string, concern: Concern]): Queued => {
  const [before, after] = concern ? text.split(concern[0]) : [text];
  const spans = [{ text: before!, concern: null }, ...(concern ? [{ text: concern[0], concern: concern[1] }, { text: after!, concern: null }] : [])];
  return { id, key: null, spans: spans.filter((span) => span.text), count: 1, theme: null, remarks: [] };
};
const settings = { review: true, filter: true, locked: false, keep: false, display: "wall" as const, spotlight: null, themes: [] };
const textQueue: Queue = {
  ...settings,
  waiting: [queued(21, "Appelez Mme Durand au 06 12 34 56 78", ["06 12 34 56 78", "phone"]), queued(22, "Quel connard a inventé ça ?", ["connard", "profanity"]), queued(23, "Demandez à M. Petit, il adore", ["M. Petit", "name"]), ...texts.slice(0, 4).map((text, n) => queued(30 + n, text))],
  waiting_count: 19,
  shown: texts.slice(4, 9).map((text, n) => queued(50 + n, text)),
  shown_count: 5,
  hidden: [],
  hidden_count: 0,
};
const wordQueue: Queue = {
  ...settings,
  display: null,
  waiting: said.slice(20, 30).map(([text, count]) => ({ ...queued(0, text), id: null, key: text, count })),
  waiting_count: 10,
  shown: said.slice(0, 20).map(([text, count]) => ({ ...queued(0, text), id: null, key: text, count })),
  shown_count: 20,
  hidden: [],
  hidden_count: 0,
};

const samples: Sample[] = [
  {
    name: "words",
    poll: { id: "mot", ask: "Twitter, en un mot\u202f?", hint: null, question: word },
    ballots: 84,
    figures: { shape: "words", words: cloud(said), more: 0 },
    queue: wordQueue,
    live: { shape: "words", words: cloud(said.slice(0, 12).map(([text, count]) => [text, Math.ceil(count / 4)])), more: 0 },
  },
  { name: "words-few", poll: { id: "mot", ask: "Twitter, en un mot\u202f?", hint: null, question: { ...word, max: 1 } }, ballots: 5, figures: { shape: "words", words: cloud([["veille", 3], ["temps perdu", 1], ["🐦", 1]]), more: 0 } },
  { name: "words-many", poll: { id: "mot", ask: "Et pour vous, qu’est-ce que c’est que Twitter, en trois mots ou un peu plus, si vous en avez\u202f?", hint: null, question: { ...word, max: 5 } }, ballots: 400, figures: { shape: "words", words: cloud(many), more: 214 } },
  { name: "text", poll: { id: "craintes", ask, hint: null, question: text }, ballots: 17, figures: figures(texts.map((one) => shown(one))), live: figures(texts.slice(0, 4).map((one) => shown(one))), queue: textQueue },
  { name: "text-two", poll: { id: "craintes", ask, hint: null, question: text }, ballots: 2, figures: figures(texts.slice(4, 6).map((one) => shown(one))) },
  { name: "text-many", poll: { id: "craintes", ask, hint: null, question: { ...text, max: 500 } }, ballots: 300, figures: figures(Array.from({ length: 40 }, (_, n) => shown(texts[(n * 5) % texts.length]!)), { shown: 280 }) },
  { name: "text-one", poll: { id: "craintes", ask, hint: null, question: text }, ballots: 17, figures: figures(texts.map((one) => shown(one)), { display: "one", spotlight: shown(texts[11]!) }) },
  {
    name: "text-themes",
    poll: { id: "craintes", ask, hint: null, question: text },
    ballots: 17,
    queue: { ...textQueue, display: "themes", themes: [{ id: 0, name: "Le temps" }, { id: 1, name: "La peur" }] },
    figures: figures(texts.map((one, n) => shown(one, n % 5 === 4 ? null : n % 4)), {
      display: "themes",
      themes: [{ name: "Le temps", count: 3 }, { name: "La peur de se tromper", count: 4 }, { name: "L’utilité", count: 3 }, { name: "La vie privée", count: 2 }],
    }),
  },
  {
    name: "tweet",
    poll: { id: "tweet", ask: "Racontez votre visite en un tweet", hint: null, question: { kind: "tweet", least_hashtags: 1, most_hashtags: 2, mention: "required", link: "free", confidential: [25891363], moderate: true } },
    ballots: 23,
    figures: figures(tweets, { remarks: [{ remark: { remark: "no_mention" }, count: 2 }, { remark: { remark: "few_hashtags", least: 1 }, count: 1 }, { remark: { remark: "shouting" }, count: 1 }] }),
  },
  {
    name: "tweet-one",
    poll: { id: "tweet", ask: "Racontez votre visite en un tweet", hint: null, question: { kind: "tweet", least_hashtags: 1, most_hashtags: 2, mention: "required", link: "free", confidential: [], moderate: true } },
    ballots: 23,
    figures: figures(tweets, { display: "one", spotlight: tweets[2]! }),
  },
];

export default samples;
