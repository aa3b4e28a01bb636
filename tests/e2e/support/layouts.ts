/** A slide of every layout and every block of content, under any look. */
export const everyLayout = (look: string): string => `---
title: Le midi
subtitle: Un essai de toutes les mises en page
author: Camille
lang: fr
${look}channels: { qa: true, reactions: true }
typology:
  minimum_answers: 1
  profiles:
    - { id: curieux, name: Le curieux, bird: curieux, reference: 60, summary: Pourquoi pas., lever: l, advice: [a] }
    - { id: anxieux, name: L’anxieux, bird: anxieux, reference: 20, summary: Et si ?, lever: l, advice: [a] }
    - { id: deborde, name: Le débordé, bird: deborde, reference: 20, summary: Pas le temps., lever: l, advice: [a], masks: [curieux, anxieux] }
layout: cover
bird: curieux
---

# Le midi, **vraiment**

---
layout: join
---

# Sortez vos téléphones

---
layout: section
id: partie
---

# Première partie

Ce qu’on mange

---
id: texte
---

# Un titre et du texte

* Un point, **important**, avec un [lien](https://example.org)
* Un autre, avec du \`code\`

1. premier
2. second

> Une citation dans la page

---
id: tableau
---

# Un tableau et du code

| Qui | Quand | Combien |
|---|---|---|
| Le curieux | à midi | 12 |
| Le débordé | jamais | 3 |

\`\`\`
let midi = 12;
\`\`\`

---
id: phrase
layout: statement
---

# On mange mieux à plusieurs

Même le lundi.

---
id: citation
layout: quote
---

> Il faut manger pour vivre, et non pas vivre pour manger.

— Molière

---
id: colonnes
layout: two-cols
---

# Deux colonnes

Avant : on mange seul, vite, devant l’écran.

::right::

Après : on mange ensemble.

---
id: image
layout: image-right
bird: enthousiaste
---

# À droite

* Un oiseau
* et du soleil

---
id: centre
layout: center
---

# Au milieu

Tout au milieu.

---
id: tweet
---

# Un tweet

\`\`\`tweet
name: La cantine
handle: "@cantine"
text: "Aujourd’hui, des lentilles ! Merci @camille #midi"
time: 12 h 04
likes: 12
callouts:
  - { part: handle, text: L’adresse }
  - { part: hashtag, text: Un mot-dièse }
\`\`\`

---

\`\`\`poll
id: ou
kind: single
ask: Où mangez-vous ?
timer: 600
options:
  - { id: ici, text: "Ici, au bureau", scores: { curieux: 3 } }
  - { id: dehors, text: Dehors, scores: { anxieux: 3 } }
  - { id: nulle-part, text: Nulle part, scores: { deborde: 3 } }
\`\`\`

---

\`\`\`poll
id: quiz
kind: quiz
ask: Combien font six fois sept ?
right: b
options:
  - { id: a, text: "36", note: Presque. }
  - { id: b, text: "42" }
  - { id: c, text: "48" }
explain: Comme chacun sait.
\`\`\`

---
id: resultats
layout: results
poll: ou
---

# Où l’on mange

---
id: portrait
layout: profiles
profile: anxieux
---

# Et si c’était froid ?

---
id: la-salle
layout: profiles
---

# Nous, ce midi

---
id: questions
layout: qa
---

# Vos questions

---
id: fin
layout: end
bird: curieux
---

# Bon appétit
`;

/** Our two themes, and companies: one with light paper, one with dark, one that gives its accent alone. */
export const LOOKS: Record<string, string> = {
  light: "",
  dark: "theme: dark\n",
  company: 'colors: { paper: "#ffffff", ink: "#1a1a1a", accent: "#0a5c9e" }\n',
  "company at night": 'colors: { paper: "#10201b", ink: "#f2f7f4", accent: "#7ed957" }\n',
  "accent alone": 'colors: { accent: "#b8860b" }\n',
};

/** A logo as companies have them: drawn for white paper. */
export const LOGO = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 60"><rect width="60" height="60" rx="12" fill="#0a5c9e"/><path d="M78 48V12h10l14 22 14-22h10v36h-9V28l-12 18h-6L87 28v20Zm62 0 15-36h10l15 36h-10l-2-6h-16l-2 6Zm16-14h8l-4-10Z" fill="#1a1a1a"/></svg>`;
