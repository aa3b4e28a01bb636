//! The reference of the talk format: what `gazouillis help talk` prints, what home shows, and what lies beside the talks.

use std::fmt::Write as _;

use gazouillis_core::deck::Language;
use gazouillis_core::kind::KindName;
use gazouillis_core::survey::EXAMPLE;

/// A word of the format, and what it says in French and in English.
type Explained = (&'static str, &'static str, &'static str);

/// What the first front matter may say of the talk.
const TALK: &[Explained] = &[
    (
        "title",
        "le titre de l’exposé (obligatoire)",
        "the talk’s title (required)",
    ),
    (
        "lang",
        "sa langue : fr, en, ou tout autre code (obligatoire)",
        "its language: fr, en, or any other code (required)",
    ),
    ("subtitle", "une ligne sous le titre", "a line under the title"),
    ("author", "qui le donne", "who gives it"),
    ("date", "la date, comme on l’écrit", "the date, as one writes it"),
    ("organisation", "où il est donné", "where it is given"),
    (
        "typology",
        "les profils que dessinent les réponses : voir plus bas",
        "the profiles that answers draw: see below",
    ),
    (
        "minimum_group",
        "combien de personnes il faut pour montrer la salle : 5 ou plus",
        "how many people it takes to show the room: 5 or more",
    ),
    (
        "channels",
        "questions, réactions et humeur à côté des diapositives",
        "questions, reactions and mood beside the slides",
    ),
    (
        "leaderboard",
        "true : un classement des quiz qui comptent la vitesse",
        "true: a board of the quizzes that count speed",
    ),
    (
        "cuts",
        "les durées de l’exposé, en minutes : [30, 45] ; la sienne se choisit en présentant, et encore pendant",
        "the talk’s lengths, in minutes: [30, 45]; one is chosen when presenting, and again meanwhile",
    ),
    (
        "cut",
        "la durée habituelle ; sinon la plus longue",
        "the usual length; else the longest",
    ),
    (
        "theme",
        "light ou dark : lettres sombres sur clair, ou l’inverse",
        "light or dark: dark letters on light, or the other way round",
    ),
    (
        "colors",
        "les couleurs d’une entreprise : voir plus bas",
        "a company’s colours: see below",
    ),
    (
        "logo",
        "une image du dossier de l’exposé, en petit au coin des diapositives",
        "a picture from the talk’s folder, small at the corner of the slides",
    ),
    (
        "logo_alt",
        "ce que dit le logo, pour qui ne le voit pas",
        "what the logo says, for those who do not see it",
    ),
];

/// What any front matter may say of its slide.
const SLIDE: &[Explained] = &[
    ("layout", "la mise en page : voir plus bas", "the layout: see below"),
    ("id", "un nom pour la diapositive", "a name for the slide"),
    ("minutes", "combien de minutes elle prend", "how many minutes it takes"),
    (
        "bird",
        "un de nos oiseaux, comme image",
        "one of our birds, as its picture",
    ),
    (
        "image",
        "une image du dossier de l’exposé",
        "a picture from the talk’s folder",
    ),
    (
        "image_alt",
        "ce qu’elle montre, pour qui ne la voit pas",
        "what it shows, for those who do not see it",
    ),
    (
        "poll",
        "avec layout: results, la question dont on montre les résultats",
        "with layout: results, the poll whose results are shown",
    ),
    (
        "profile",
        "avec layout: profiles, le profil dont c’est le portrait",
        "with layout: profiles, the profile that is portrayed",
    ),
    (
        "timer",
        "les secondes d’un questionnaire entier",
        "the seconds of a whole survey",
    ),
    (
        "from",
        "à partir de quelle durée elle est montrée : 45 la retire de la version de 30 minutes",
        "from which length on it is shown: 45 leaves it out of the version of 30 minutes",
    ),
    (
        "until",
        "jusqu’à quelle durée elle est montrée : 30 pour ce qui remplace ailleurs plusieurs diapositives",
        "up to which length it is shown: 30 for what stands for several slides elsewhere",
    ),
];

/// How a slide may be laid out.
const LAYOUTS: &[Explained] = &[
    ("default", "titre et contenu", "title and content"),
    ("cover", "la première page", "the first page"),
    ("section", "le début d’une partie", "the start of a part"),
    ("statement", "une seule phrase", "one sentence"),
    ("quote", "une citation", "a quotation"),
    (
        "two-cols",
        "deux colonnes, séparées par une ligne ::right::",
        "two columns, parted by a line ::right::",
    ),
    (
        "image-right",
        "une image ou un oiseau à droite",
        "a picture or a bird at the right",
    ),
    ("center", "tout au milieu", "everything in the middle"),
    ("end", "la dernière page", "the last page"),
    ("join", "le QR code et l’adresse", "the QR code and the address"),
    (
        "poll",
        "une question (va de soi avec un bloc ```poll)",
        "a question (goes without saying with a ```poll block)",
    ),
    (
        "results",
        "les résultats d’une question posée avant",
        "the results of an earlier question",
    ),
    (
        "profiles",
        "le portrait de la salle, ou d’un profil",
        "the portrait of the room, or of one profile",
    ),
    ("qa", "les questions à l’orateur", "the questions to the speaker"),
    ("leaderboard", "le classement", "the leader board"),
];

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
    let mut page = String::new();
    let mut write = |text: &str| {
        // Writing to a string cannot fail.
        let _ = writeln!(page, "{text}\n");
    };
    write(say("# Le format d’un exposé", "# The format of a talk"));
    write(say(CONTENT_FR, CONTENT_EN));
    write(say("## L’en-tête de l’exposé", "## The head of the talk"));
    write(&table(TALK, is_french));
    write(say("## L’en-tête d’une diapositive", "## The head of a slide"));
    write(&table(SLIDE, is_french));
    write(say("## Les mises en page (layout)", "## The layouts"));
    write(&table(LAYOUTS, is_french));
    write(say(SIZES_FR, SIZES_EN));
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
    page.trim_end().to_owned() + "\n"
}

fn table(words: &[Explained], is_french: bool) -> String {
    let rows = words
        .iter()
        .map(|(word, fr, en)| format!("- `{word}` · {}", if is_french { fr } else { en }));
    rows.collect::<Vec<_>>().join("\n")
}

fn fenced(yaml: &str) -> String {
    format!("```yaml\n{}\n```", yaml.trim_end())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    fn words(explained: &[Explained]) -> BTreeSet<&'static str> {
        explained.iter().map(|(word, _, _)| *word).collect()
    }

    #[test]
    fn every_word_that_the_reader_knows_is_explained_and_no_other() {
        let (talk, slide, layouts) = gazouillis_deck::vocabulary();
        assert_eq!(words(TALK), talk.into_iter().collect());
        assert_eq!(words(SLIDE), slide.into_iter().collect());
        assert_eq!(words(LAYOUTS), layouts.into_iter().collect());
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
