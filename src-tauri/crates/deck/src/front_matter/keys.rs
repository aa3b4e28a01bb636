//! What the front matter of a talk and of a slide may say.

use gazouillis_core::deck::Layout;
use gazouillis_core::favourites::MOST_FAVOURITES;
use gazouillis_core::session::TIMER_SECONDS;
use gazouillis_core::typology::MINIMUM_GROUP;

use crate::format::{Key, Takes, Word};
use crate::{birds, channels, cut, look, picture, typology};

/// A talk that asked for more people than this before it shows anything would never show anything.
pub(super) const LARGEST_GROUP: u32 = 1_000;

/// A language as BCP 47 names it; those with a shorter code are not called by the longer one.
const LANGUAGE: &str = "^(?!(fra|fre|eng)(-|$))[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$";

pub(crate) const TALK_KEYS: [Key; 17] = [
    Key::new(
        "title",
        Takes::Text,
        "le titre de l’exposé (obligatoire)",
        "the talk’s title (required)",
    )
    .due(),
    Key::new(
        "lang",
        Takes::Like(LANGUAGE),
        "sa langue : fr, en, ou tout autre code (obligatoire)",
        "its language: fr, en, or any other code (required)",
    )
    .due()
    .such_as(r#""fr""#),
    Key::new(
        "subtitle",
        Takes::Text,
        "une ligne sous le titre",
        "a line under the title",
    ),
    Key::new("author", Takes::ToFill, "qui le donne", "who gives it"),
    Key::new(
        "date",
        Takes::ToFill,
        "la date, comme on l’écrit",
        "the date, as one writes it",
    ),
    Key::new("organisation", Takes::ToFill, "où il est donné", "where it is given"),
    Key::new(
        "variables",
        Takes::ByName(&Takes::ToFill),
        "ce qui change d’un endroit à l’autre : voir plus bas",
        "what differs from place to place: see below",
    )
    .such_as(r#"{ "service": "la communication" }"#),
    Key::new(
        "typology",
        Takes::Map(&typology::KEYS),
        "les profils que dessinent les réponses : voir plus bas",
        "the profiles that answers draw: see below",
    ),
    Key::new(
        "minimum_group",
        Takes::Whole(MINIMUM_GROUP as i64, LARGEST_GROUP as i64),
        "combien de personnes il faut pour montrer la salle : 5 ou plus",
        "how many people it takes to show the room: 5 or more",
    )
    .usually("5"),
    Key::new(
        "channels",
        Takes::Map(&channels::KEYS),
        "questions, réactions et humeur à côté des diapositives",
        "questions, reactions and mood beside the slides",
    )
    .such_as(r#"{ "qa": true, "reactions": true }"#),
    Key::new(
        "leaderboard",
        Takes::Flag,
        "true : un classement des quiz qui comptent la vitesse",
        "true: a board of the quizzes that count speed",
    )
    .usually("false"),
    Key::new(
        "cuts",
        Takes::List(&cut::LENGTH, 2, cut::MOST_CUTS),
        "les durées de l’exposé, en minutes : [30, 45] ; la sienne se choisit en présentant, et encore pendant",
        "the talk’s lengths, in minutes: [30, 45]; one is chosen when presenting, and again meanwhile",
    )
    .such_as("[30, 45]"),
    Key::new(
        "cut",
        cut::LENGTH,
        "la durée habituelle ; sinon la plus longue",
        "the usual length; else the longest",
    ),
    Key::new(
        "theme",
        Takes::OneOf(look::themes),
        "light ou dark : lettres sombres sur clair, ou l’inverse",
        "light or dark: dark letters on light, or the other way round",
    )
    .usually(r#""light""#),
    Key::new(
        "colors",
        Takes::Map(&look::COLOURS),
        "les couleurs d’une entreprise : voir plus bas",
        "a company’s colours: see below",
    ),
    Key::new(
        "logo",
        Takes::File(&picture::TYPES),
        "une image du dossier de l’exposé, en petit au coin des diapositives",
        "a picture from the talk’s folder, small at the corner of the slides",
    ),
    Key::new(
        "logo_alt",
        Takes::Text,
        "ce que dit le logo, pour qui ne le voit pas",
        "what the logo says, for those who do not see it",
    ),
];

pub(crate) const SLIDE_KEYS: [Key; 12] = [
    Key::new(
        "layout",
        Takes::Explained(layout_words),
        "la mise en page : voir plus bas",
        "the layout: see below",
    )
    .usually(r#""default""#),
    Key::new("id", Takes::Id, "un nom pour la diapositive", "a name for the slide"),
    Key::new(
        "minutes",
        Takes::Number(0.0, MOST_MINUTES),
        "combien de minutes elle prend",
        "how many minutes it takes",
    ),
    Key::new(
        "bird",
        Takes::OneOf(birds::words),
        "un de nos oiseaux, comme image",
        "one of our birds, as its picture",
    ),
    Key::new(
        "image",
        Takes::File(&picture::TYPES),
        "une image du dossier de l’exposé",
        "a picture from the talk’s folder",
    )
    .such_as(r#""images/plan.png""#),
    Key::new(
        "image_alt",
        Takes::Text,
        "ce qu’elle montre, pour qui ne la voit pas",
        "what it shows, for those who do not see it",
    ),
    Key::new(
        "poll",
        Takes::Text,
        "avec layout: results, la question dont on montre les résultats ; avec top, celle dont reviennent les favoris",
        "with layout: results, the poll whose results are shown; with top, the one whose favourites come back",
    ),
    Key::new(
        "top",
        Takes::Whole(1, MOST_FAVOURITES as i64),
        "avec poll, sous le texte : combien de favoris de la salle, une fois ses résultats montrés",
        "with poll, under the words: how many favourites of the room, once its results have been shown",
    )
    .such_as("3"),
    Key::new(
        "profile",
        Takes::Text,
        "avec layout: profiles, le profil dont c’est le portrait",
        "with layout: profiles, the profile that is portrayed",
    ),
    Key::new(
        "timer",
        Takes::Whole(*TIMER_SECONDS.start() as i64, *TIMER_SECONDS.end() as i64),
        "les secondes d’un questionnaire entier",
        "the seconds of a whole survey",
    ),
    Key::new(
        "from",
        cut::LENGTH,
        "à partir de quelle durée elle est montrée : 45 la retire de la version de 30 minutes",
        "from which length on it is shown: 45 leaves it out of the version of 30 minutes",
    ),
    Key::new(
        "until",
        cut::LENGTH,
        "jusqu’à quelle durée elle est montrée : 30 pour ce qui remplace ailleurs plusieurs diapositives",
        "up to which length it is shown: 30 for what stands for several slides elsewhere",
    ),
];

/// The longest that a slide may be meant to take.
pub(super) const MOST_MINUTES: f64 = 600.0;

/// The layouts: the word, what it stands for, and what it is in French and in English.
pub(super) const LAYOUTS: [(&str, Layout, &str, &str); 15] = [
    ("default", Layout::Default, "titre et contenu", "title and content"),
    ("cover", Layout::Cover, "la première page", "the first page"),
    (
        "section",
        Layout::Section,
        "le début d’une partie",
        "the start of a part",
    ),
    ("statement", Layout::Statement, "une seule phrase", "one sentence"),
    ("quote", Layout::Quote, "une citation", "a quotation"),
    (
        "two-cols",
        Layout::TwoCols,
        "deux colonnes, séparées par une ligne ::right::",
        "two columns, parted by a line ::right::",
    ),
    (
        "image-right",
        Layout::ImageRight,
        "une image ou un oiseau à droite",
        "a picture or a bird at the right",
    ),
    ("center", Layout::Center, "tout au milieu", "everything in the middle"),
    ("end", Layout::End, "la dernière page", "the last page"),
    (
        "join",
        Layout::Join,
        "le QR code et l’adresse",
        "the QR code and the address",
    ),
    (
        "poll",
        Layout::Poll,
        "une question (va de soi avec un bloc ```poll)",
        "a question (goes without saying with a ```poll block)",
    ),
    (
        "results",
        Layout::Results,
        "les résultats d’une question posée avant",
        "the results of an earlier question",
    ),
    (
        "profiles",
        Layout::Profiles,
        "le portrait de la salle, ou d’un profil",
        "the portrait of the room, or of one profile",
    ),
    (
        "qa",
        Layout::Qa,
        "les questions à l’orateur",
        "the questions to the speaker",
    ),
    ("leaderboard", Layout::Leaderboard, "le classement", "the leader board"),
];

pub(super) fn layouts() -> [(&'static str, Layout); 15] {
    LAYOUTS.map(|(word, layout, _, _)| (word, layout))
}

fn layout_words() -> Vec<Word> {
    LAYOUTS.map(|(word, _, fr, en)| Word { word, fr, en }).to_vec()
}

/// The keys of a talk's first front matter, those of any slide's, and the layouts, each with what it is for.
#[must_use]
pub fn vocabulary() -> (Vec<Word>, Vec<Word>, Vec<Word>) {
    let words = |keys: &[Key]| keys.iter().map(Key::explained).collect();
    (words(&TALK_KEYS), words(&SLIDE_KEYS), layout_words())
}
