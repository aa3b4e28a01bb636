//! What is said of how a talk looks.

/// French, English.
type Words = (&'static str, &'static str);

pub(super) const EXPECTED_COLOUR: Words = (
    "« {found} » n’est pas une couleur. Écrivez-la entre guillemets, avec six chiffres après le # : \"#0a5c9e\".",
    "“{found}” is no colour. Write it between quotes, with six digits after the #: \"#0a5c9e\".",
);

pub(super) const CONTRAST_WEAK: Words = (
    "L’encre se distingue un peu mal du papier ({found}) : il faut 7:1 pour lire du fond de la salle. Encre la plus proche qui convient : {expected}.",
    "The ink stands out a little too weakly from the paper ({found}): reading from the back row takes 7:1. The nearest ink that does: {expected}.",
);

pub(super) const ACCENT_FAINT: Words = (
    "L’accent se distingue mal du papier ({found}) : il faut 3:1 pour que les barres et les repères se voient. Accent le plus proche qui convient : {expected}.",
    "The accent stands out little from the paper ({found}): it takes 3:1 for bars and marks to be seen. The nearest accent that does: {expected}.",
);

pub(super) const PAPER_BETWEEN: Words = (
    "Ce papier n’est ni clair ni sombre ({found}, il faut 12:1) : les couleurs des oiseaux s’y liraient mal. Papier le plus proche qui convient : {expected}.",
    "This paper is neither light nor dark ({found}, it takes 12:1): the birds’ colours would be hard to read on it. The nearest paper that does: {expected}.",
);

pub(super) const OVERFLOWS: Words = (
    "Ce texte déborde de la diapositive, même dans les plus petites lettres : il occupe environ {found} % de la place. Raccourcissez-le, ou partagez-le par une ligne « --- ».",
    "This text is larger than the slide, even in its smallest letters: it takes about {found} % of the room. Shorten it, or split it with a line “---”.",
);

pub(super) const CONTRAST_UNREADABLE: Words = (
    "L’encre se distingue trop mal du papier ({found}) : il faut 7:1 pour lire du fond de la salle, et 4,5:1 au moins. Encre la plus proche qui convient : {expected}.",
    "The ink stands out too little from the paper ({found}): reading from the back row takes 7:1, and 4.5:1 at least. The nearest ink that does: {expected}.",
);

pub(super) const UNKNOWN_BIRD: Words = (
    "Il n’y a pas d’oiseau « {found} ». Possibles : {expected}, ou pour un profil un emoji, ou une image du dossier (merle.png) ; sans rien, l’exposé donne les siens.",
    "There is no bird “{found}”. Possible: {expected}, or for a profile an emoji, or a picture of the folder (robin.png); without one, the talk gets birds of its own.",
);
