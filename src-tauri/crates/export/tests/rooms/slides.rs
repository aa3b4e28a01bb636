//! A talk that shows every layout, everything that can be written on a slide, and a question of every kind.

use gazouillis_core::Deck;
use gazouillis_core::kind::KindName;

/// A picture of the talk's folder.
pub(crate) const PICTURE: &[u8] = b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 160 90\"><rect width=\"160\" height=\"90\" fill=\"#8bc7ec\"/><circle cx=\"80\" cy=\"45\" r=\"30\" fill=\"#fbc84d\"/></svg>";

/// The path by which the talk names it.
pub(crate) const PATH: &str = "images/carte.svg";

/// The talk that comes with the program, in its longest form.
pub(crate) fn built_in() -> Deck {
    let talk = include_str!("../../../../talks/twitter.fr.md");
    let parsed = gazouillis_deck::parse_cut(talk, Some(60));
    parsed.into_parts().0.expect("BUG: the built-in talk has mistakes")
}

/// Reads a talk.
pub(crate) fn read(talk: &str) -> Deck {
    let parsed = gazouillis_deck::parse(talk);
    let deck = parsed.deck().cloned();
    deck.unwrap_or_else(|| panic!("BUG in the test's talk: {:?}", parsed.diagnostics()))
}

const HEAD: &str = r#"---
title: Tout ce qui tient sur une page
subtitle: De la première à la dernière
author: Camille Lefèvre
organisation: Direction des systèmes
date: 22 novembre 2026
lang: fr
channels: { qa: true }
leaderboard: true
typology:
  minimum_answers: 1
  profiles:
    - { id: categorique, name: Le catégorique, reference: 10, bird: categorique, summary: "Connaît, et refuse.", lever: "Respecter.", advice: ["Un conseil."] }
    - { id: allergique, name: L’allergique, reference: 10, bird: allergique, summary: "N’y voit rien.", lever: "Laisser.", advice: ["Un conseil."] }
    - { id: curieux, name: Le curieux, reference: 20, bird: curieux, summary: "Cherche des idées.", lever: "Montrer.", advice: ["Un conseil."] }
    - { id: anxieux, name: L’anxieux, reference: 10, bird: anxieux, summary: "Craint la phrase de trop.", lever: "Rassurer.", advice: ["Un conseil."] }
    - { id: enthousiaste, name: L’enthousiaste, reference: 10, bird: enthousiaste, summary: "Y est déjà.", lever: "Confier.", advice: ["Un conseil."] }
    - { id: bon-eleve, name: Le bon élève, reference: 20, bird: bon-eleve, summary: "S’organise.", lever: "Former.", advice: ["Un conseil."] }
    - { id: deborde, name: Le débordé, reference: 20, bird: deborde, masks: [categorique, allergique, curieux, anxieux], summary: "N’a pas une minute.", lever: "Cinq minutes.", advice: ["Un conseil."] }
layout: cover
bird: curieux
---

# Tout ce qui tient sur une page

<!-- Note de couverture. -->

---
layout: join
---

# Sortez vos téléphones

Ni compte, ni nom.

---
layout: section
---

# La partie des mots

---

# Une page ordinaire

Du texte **fort**, *penché*, `du code()` et [un lien](https://example.org/ici) ; d’abord ceci.

* le premier point
* le deuxième point
  1. un détail
  2. un autre
* le troisième point

> Une citation au milieu.

<!-- Avant tout clic.

[click] Après le premier.

[click] Après le deuxième : « dites-le ».

[click] Après le troisième. -->

---

# Du code et un tableau

## Un sous-titre

```rust
fn main() {
    println!("l'été  ✓");
}
```

| Profil | Ce qu’il dit |
|---|---|
| Le curieux | des idées ? |
| Le débordé | une **minute** |

---

# Une image sur la page

![Une carte du quartier](images/carte.svg)

---

# Un tweet expliqué

```tweet
name: Camille Lefèvre
handle: "@camille"
avatar: curieux
text: "Ce matin avec @julie au chantier #été https://example.org/photo"
time: "9 h 12"
replies: 2
retweets: 1
likes: 12
callouts:
  - { part: name, text: "Qui parle." }
  - { part: mention, text: "À qui l’on parle." }
  - { part: hashtag, text: "De quoi l’on parle." }
```

---
layout: statement
---

# Une place publique, sous les fenêtres de la mairie

---
layout: quote
---

> On y parle comme sur une place.

— Quelqu’un du troisième

---
layout: two-cols
---

# Deux colonnes

**C’est**

- une place

::right::

**Ce n’est pas**

- une messagerie

---
layout: image-right
image: images/carte.svg
image_alt: "Une carte à droite"
---

# Une image à droite

Des mots à gauche.

---
layout: image-right
bird: deborde
---

# Un oiseau à droite

---
layout: center
---

# Tout au milieu

---
layout: profiles
profile: curieux
---

# Des idées, vite

---
layout: qa
---

# Vos questions

---
layout: leaderboard
---

# Qui mène

---

# Un sondage en plusieurs questions

```poll
id: enquete-a
kind: single
ask: Avez-vous un compte ?
options: [{ text: "Oui, j’en ai un" }, { text: "Non, aucun" }]
```

```poll
id: enquete-b
kind: number
ask: Combien d’heures par semaine ?
range: [0, 60]
```

---

```poll
id: avis-avant
kind: single
pair: before
ask: Alors, oui ou non ?
options: [{ id: o, text: "Oui", scores: { curieux: 3 } }, { id: n, text: "Non", scores: { deborde: 5 } }]
```

---

```poll
id: avis-apres
kind: single
pair: after
ask: Alors, oui ou non ?
options: [{ id: o, text: "Oui" }, { id: n, text: "Non" }]
```

---
layout: results
poll: avis-apres
---

# Avant, après

---
layout: profiles
---

# La salle se regarde
"#;

/// A short talk: a question asked twice, a quiz, a picture, and the room.
pub(crate) fn short() -> Deck {
    let profiles = &HEAD[HEAD.find("typology:").expect("profiles")..HEAD.find("layout: cover").expect("a cover")];
    read(&format!(
        r#"---
title: L’été à l’étage
lang: fr
{profiles}layout: cover
---

# L’été à l’étage

---
layout: join
---

# Sortez vos téléphones

---

```poll
id: avis-avant
kind: single
pair: before
ask: Alors, oui ou non ?
options: [{{ id: o, text: "Oui", scores: {{ curieux: 3 }} }}, {{ id: n, text: "Non", scores: {{ deborde: 5 }} }}]
```

---

```poll
id: longueur
kind: quiz
ask: Combien de caractères ?
options: [{{ id: a, text: "140", note: "Jusqu’en 2017." }}, {{ id: b, text: "280" }}]
right: b
explain: "280 depuis novembre 2017."
```

---

# Une image

![Une carte du quartier](images/carte.svg)

---

```poll
id: avis-apres
kind: single
pair: after
ask: Alors, oui ou non ?
options: [{{ id: o, text: "Oui" }}, {{ id: n, text: "Non" }}]
```

---
layout: results
poll: avis-apres
---

# Avant, après

---
layout: profiles
---

# La salle se regarde
"#
    ))
}

/// A talk with all there is.
pub(crate) fn every_layout() -> Deck {
    let kinds = KindName::ALL.iter().map(|kind| {
        let example = kind.example().replace("images/profil.png", PATH);
        format!("\n---\n\n```poll\n{example}\n```\n")
    });
    read(&format!(
        "{HEAD}{}\n---\nlayout: end\n---\n\n# Merci\n",
        kinds.collect::<String>()
    ))
}
