//! The reference of the talk format: what `gazouillis help talk` prints, what home shows, and what lies beside the talks.

use std::fmt::Write as _;

use gazouillis_core::deck::Language;
use gazouillis_core::kind::KindName;
use gazouillis_core::survey::EXAMPLE;
use gazouillis_deck::Word;

/// What a slide may hold, before its questions.
const CONTENT_FR: &str = "\
Un exposé est un fichier Markdown. Une ligne `---` sépare deux diapositives ; une diapositive peut commencer par un
en-tête entre deux lignes `---`. Le dernier commentaire `<!-- … -->` d’une diapositive, ce sont vos notes ; `[click]` les fait
avancer avec les étapes. Les points `*` apparaissent un par un, les points `-` ensemble. Un bloc ```tweet dessine un tweet. Le HTML n’est pas exécuté.";

const CONTENT_EN: &str = "\
A talk is a Markdown file. A line `---` parts two slides; a slide may begin with a front matter between two lines `---`.
The last comment `<!-- … -->` of a slide is your notes; `[click]` makes them follow the steps. Points with `*` appear one by one, those
with `-` together. A ```tweet block draws a tweet. HTML is not executed.";

/// A typology, small.
const TYPOLOGY: &str = "\
typology:
  minimum_answers: 2
  profiles:
    - id: early
      name: \"The early ones\"
      summary: \"Eat at eleven.\"
      lever: \"Open the canteen earlier.\"
      advice: [\"Enjoy your meal!\"]
      actions: [\"Open at eleven on Mondays, as a trial.\"] # optional: what can be done, for the summary
      reference: 60      # optional, for all profiles or none: a share to compare with
      bird: 🐣           # optional: one of ours, an emoji, or a picture (robin.png)
      masks: []          # optional: profiles that may hide behind this one";

/// What every question may say, and what stands beside the slides.
const COMMON_FR: &str = "\
hint: une ligne sous la question
results: live          # live ou after : quand la salle voit les réponses
timer: 60              # secondes ; on peut toujours prolonger ou arrêter
pair: before           # posée deux fois : before, puis after, pour montrer ce qui a changé ;
                       # then la pose une troisième fois, après after : « et avant, honnêtement ? »
speed: true            # avec timer : juste et vite vaut de 1 000 à 500 points
explain: …             # dit avec la bonne réponse";

const COMMON_EN: &str = "\
hint: a line under the question
results: live          # live or after: when the room sees the answers
timer: 60              # seconds; it can always be prolonged or switched off
pair: before           # asked twice: before, then after, to show what changed;
                       # then asks a third time, after the after: “and before, honestly?”
speed: true            # with timer: right and fast gives 1,000 down to 500 points
explain: …             # said with the right answer";

const BESIDE: &str = "\
channels:
  qa: { moderated: true, max: 240 }
  reactions: { mood: true }
leaderboard: true";

/// What there is besides words, lists and pictures.
const MORE_FR: &str = "\
- **Code** : un bloc avec le nom de son langage est en couleurs. `{2,4-5}` montre des lignes, `{1|2-3|all}` étape par étape ;
  `lines` les numérote. Une ligne trop longue continue dessous.
- **Tableaux** : `:---`, `:---:` et `---:` alignent une colonne à gauche, au milieu, à droite. Un coin vide : la première colonne nomme les lignes.
- **Formules** : du TeX, `$…$` dans une phrase, `$$…$$` à part. Un dollar tout court s’écrit `\\$` là où il pourrait ouvrir une formule.
- **Vidéo** : `![Ce qu’elle montre](visite.webm)`, seule sur sa ligne ; `.mp4`, `.m4v` ou `.webm`, dans le dossier de l’exposé. Elle a un pas à elle,
  où elle démarre, sans le son ; la console la met en pause. `![…](visite.webm \"visite.jpg\")` montre cette image jusque-là, et sur le papier.";

const MORE_EN: &str = "\
- **Code**: a block with the name of its language is in colours. `{2,4-5}` points at lines, `{1|2-3|all}` step by step;
  `lines` numbers them. A line that is too long goes on beneath.
- **Tables**: `:---`, `:---:` and `---:` align a column left, in the middle, right. With an empty corner the first column names the rows.
- **Formulas**: TeX, `$…$` in a sentence, `$$…$$` by itself. A plain dollar is written `\\$` where it might open a formula.
- **Video**: `![What it shows](tour.webm)`, alone on its line; `.mp4`, `.m4v` or `.webm`, in the talk’s folder. It has a step of its own, at which it
  starts, without sound; the console pauses it. `![…](tour.webm \"tour.jpg\")` shows that picture until then, and on paper.";

/// One of each.
const MORE: &str = r"
```python {1|2-3} lines
total = 0
for vote in votes:
    total += vote
```

| | Votes | Share |
|---|---:|---:|
| Yes | 12 | 60 % |

The mean is $\bar{x} = \frac{1}{n} \sum_{i=1}^{n} x_i$.
";

/// How an editor is told of the format.
const EDITORS_FR: &str = "\
`gazouillis schema -o .vscode` écrit ce format en JSON Schema (talk, slide, poll, tweet), pour les éditeurs qui complètent et vérifient le YAML.

- **Les questions**, dans VS Code avec l’extension YAML de Red Hat : écrivez le bloc dans un fichier `.yaml` qui commence par
  `# yaml-language-server: $schema=.vscode/gazouillis-poll.json`, puis collez-le ; la ligne peut rester, c’est un commentaire.
- **Les en-têtes** : cette extension ne lit pas encore ceux d’un fichier Markdown. L’extension unified (`unifiedjs.vscode-remark`)
  vérifie celui de l’exposé avec `remark-lint-frontmatter-schema`, à qui l’on donne `gazouillis-talk.json`.

Un schéma voit un bloc à la fois ; `gazouillis check` voit l’exposé entier.";

const EDITORS_EN: &str = "\
`gazouillis schema -o .vscode` writes this format as JSON Schema (talk, slide, poll, tweet), for editors that complete and check YAML.

- **Questions**, in VS Code with Red Hat’s YAML extension: write the block in a `.yaml` file that begins with
  `# yaml-language-server: $schema=.vscode/gazouillis-poll.json`, then paste it; the line may stay, it is a comment.
- **Heads**: that extension does not read those of a Markdown file yet. The unified extension (`unifiedjs.vscode-remark`) checks
  the talk’s with `remark-lint-frontmatter-schema`, which is given `gazouillis-talk.json`.

A schema sees one block at a time; `gazouillis check` sees the whole talk.";

/// What a talk names once, and how favourites come back.
const VARIABLES: &str = "\
---
title: Thursday
lang: en
organisation: Gourde & Sons
variables:
  workshop: Tuesday, 12:30, room 4
---

# Welcome to {{organisation}}

---

```poll
id: topics
kind: multiple
ask: What shall we talk about?
max: 2
options: [{ text: Our craft }, { text: Our people }, { text: Our machines }]
```

---
layout: end
poll: topics
top: 3
---

# {{workshop}}, then?";

const VARIABLES_FR: &str = "\
`{{organisation}}`, `{{author}}`, `{{date}}` et les noms de `variables` se remplissent partout où l’on lit du texte : diapositives, questions, profils, notes.
Un nom laissé vide devient « [nom : à compléter] » sur la diapositive, et `gazouillis check` le signale ; un nom inconnu est une erreur. `poll` avec `top`
fait revenir les favoris d’une question posée avant, sur une diapositive `default`, `center` ou `end`, une fois que la salle en a vu les résultats.";

const VARIABLES_EN: &str = "\
`{{organisation}}`, `{{author}}`, `{{date}}` and the names of `variables` are filled in wherever people read text: slides, questions, profiles, notes.
A name left empty becomes “[name: to be filled in]” on the slide, and `gazouillis check` says so; an unknown one is a mistake. `poll` with `top` brings
back the favourites of an earlier question, on a slide `default`, `center` or `end`, once the room has seen its results.";

/// The look of a company.
const LOOK: &str = "\
theme: light
colors: { paper: \"#fffaf2\", ink: \"#1a1a1a\", accent: \"#0a5c9e\" }
logo: logo.svg
logo_alt: \"The company’s name\"";

const LOOK_FR: &str = "\
Une seule de ces couleurs suffit : `paper` est le fond, `ink` les lettres, `accent` les repères, les barres et le fond des couvertures. Toutes les
autres teintes en viennent, et les codes restent sombres sur clair. `gazouillis check` calcule les contrastes et propose la couleur la plus
proche qui convient. Les oiseaux et le téléphone gardent leurs couleurs.";

const LOOK_EN: &str = "\
One of these colours is enough: `paper` is the ground, `ink` the letters, `accent` the marks, the bars and the ground of covers. All other
tones come from them, and codes stay dark on light. `gazouillis check` works out the contrasts and names the nearest colour that
does. Birds and phones keep their colours.";

/// What becomes of too much text.
const SIZES_FR: &str = "\
Un texte long rapetisse jusqu’à la moitié de sa taille, et jamais sous 28 points d’un écran de 1080. S’il ne tient toujours pas, `gazouillis check` et
la console le disent.";

const SIZES_EN: &str = "\
A long text grows smaller, to half its size at most and never below 28 points of a screen of 1080. Where it still does not fit, `gazouillis check` and
the console say so.";

/// The reference, as Markdown.
#[must_use]
pub fn reference(language: Language) -> String {
    let is_french = language == Language::Fr;
    let say = |fr: &'static str, en: &'static str| if is_french { fr } else { en };
    let (talk, slide, layouts) = gazouillis_deck::vocabulary();
    let mut page = String::new();
    let mut write = |text: &str| {
        // Writing to a string cannot fail.
        let _ = writeln!(page, "{text}\n");
    };
    write(say("# Le format d’un exposé", "# The format of a talk"));
    write(say(CONTENT_FR, CONTENT_EN));
    write(say(
        "### Code, tableaux, formules, vidéo",
        "### Code, tables, formulas, video",
    ));
    write(say(MORE_FR, MORE_EN));
    write(&format!("````markdown\n{}\n````", MORE.trim()));
    write(say("## L’en-tête de l’exposé", "## The head of the talk"));
    write(&table(&talk, is_french));
    write(say("## L’en-tête d’une diapositive", "## The head of a slide"));
    write(&table(&slide, is_french));
    write(say("## Les mises en page (layout)", "## The layouts"));
    write(&table(&layouts, is_french));
    write(say(SIZES_FR, SIZES_EN));
    write(say(
        "## Ce qui change d’un endroit à l’autre, et les favoris de la salle",
        "## What differs from place to place, and the room’s favourites",
    ));
    write(say(VARIABLES_FR, VARIABLES_EN));
    write(&format!("````markdown\n{VARIABLES}\n````"));
    write(say("## Les couleurs et le logo", "## Colours and logo"));
    write(say(LOOK_FR, LOOK_EN));
    write(&fenced(LOOK));
    write(say("## Les profils (typology)", "## The profiles (typology)"));
    write(say(
        "Chaque option d’une question peut donner des points : `scores: { early: 3 }`. Le profil d’une personne est celui qui en a le plus.",
        "Each option of a question may give points: `scores: { early: 3 }`. A person’s profile is the one with the most.",
    ));
    write(&fenced(TYPOLOGY));
    write(say("## À côté des diapositives", "## Beside the slides"));
    write(&fenced(BESIDE));
    write(say("## Les questions", "## The questions"));
    write(say(
        "Une question est un bloc ```poll d’une diapositive. Toutes ont `id`, `kind` et `ask` ; et si l’on veut :",
        "A question is a ```poll block of a slide. All have `id`, `kind` and `ask`, and where wanted:",
    ));
    write(&fenced(say(COMMON_FR, COMMON_EN)));
    for kind in KindName::ALL {
        write(&format!("### {} · {}", kind.word(), kind.summary()));
        write(&fenced(&kind.example()));
    }
    write(say(
        "## Plusieurs questions sur une diapositive",
        "## Several questions on one slide",
    ));
    write(say(
        "Plusieurs blocs ```poll font un questionnaire : chacun y répond à son rythme, dans l’ordre qu’il veut. Il s’ouvre et se ferme d’un coup, puis montre ses résultats un par un.",
        "Several ```poll blocks make a survey: all answer at their own pace, in any order. It opens and closes as one, then shows its results one by one.",
    ));
    write(&format!("````markdown\n{}\n````", EXAMPLE.trim_end()));
    write(say("## Dans un éditeur", "## In an editor"));
    write(say(EDITORS_FR, EDITORS_EN));
    page.trim_end().to_owned() + "\n"
}

fn table(words: &[Word], is_french: bool) -> String {
    let rows = words
        .iter()
        .map(|word| format!("- `{}` · {}", word.word, if is_french { word.fr } else { word.en }));
    rows.collect::<Vec<_>>().join("\n")
}

fn fenced(yaml: &str) -> String {
    format!("```yaml\n{}\n```", yaml.trim_end())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn every_kind_of_question_is_explained() {
        for language in [Language::Fr, Language::En] {
            let page = reference(language);
            for kind in KindName::ALL {
                assert!(page.contains(&format!("kind: {}", kind.word())), "{kind:?}");
            }
        }
    }

    #[test]
    fn the_examples_of_the_typology_and_the_channels_can_be_read() {
        let talk = format!("---\ntitle: T\nlang: en\n{BESIDE}\n{TYPOLOGY}\n---\n# A\n")
            .replace("reference: 60 ", "reference: 100 ");
        let parsed = gazouillis_deck::parse(&talk);
        // A board wants a quiz; the head is sound.
        let deck = gazouillis_deck::parse(&talk.replace("leaderboard: true\n", ""))
            .into_parts()
            .0;
        assert!(deck.is_some(), "{:#?}", parsed.diagnostics());
    }

    #[test]
    fn the_example_of_a_look_can_be_read_and_has_nothing_to_warn_of() {
        let talk = format!("---\ntitle: T\nlang: en\n{LOOK}\n---\n# A\n");
        let parsed = gazouillis_deck::parse(&talk);
        assert_eq!(parsed.diagnostics(), []);
    }

    #[test]
    fn the_example_of_variables_and_favourites_is_read_without_a_word() {
        let parsed = gazouillis_deck::parse(VARIABLES);
        assert_eq!(parsed.diagnostics(), []);
        let deck = parsed.deck().expect("a sound talk");
        assert_eq!(deck.slides[0].title.as_deref(), Some("Welcome to Gourde & Sons"));
        let last = &deck.slides[2];
        assert_eq!(last.title.as_deref(), Some("Tuesday, 12:30, room 4, then?"));
        assert_eq!(last.favourites.map(|shown| (shown.poll, shown.top)), Some((0, 3)));
    }

    #[test]
    fn the_example_of_code_tables_and_formulas_is_read_without_a_word() {
        let parsed = gazouillis_deck::parse(&format!("---\ntitle: T\nlang: en\n---\n{MORE}"));
        assert_eq!(parsed.diagnostics(), []);
        let slide = &parsed.deck().expect("a sound talk").slides[0];
        assert_eq!((slide.steps, slide.blocks.len()), (2, 3));
    }

    /// The same text lies beside the talks. `GAZOUILLIS_CODEGEN=1` writes it.
    #[test]
    fn the_reference_beside_the_talks_is_this_one() {
        let talks = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../talks");
        for (language, name) in [(Language::Fr, "FORMAT.fr.md"), (Language::En, "FORMAT.en.md")] {
            let (file, page) = (talks.join(name), reference(language));
            if std::env::var_os("GAZOUILLIS_CODEGEN").is_some() {
                std::fs::write(&file, &page).expect("it can be written");
            }
            let written = std::fs::read_to_string(&file).unwrap_or_default();
            assert!(
                written == page,
                "{name} is not what the program says: run this test with GAZOUILLIS_CODEGEN=1"
            );
        }
    }
}
