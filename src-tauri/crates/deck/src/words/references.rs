//! What is said of what a talk refers to: variables, and polls that come back.

/// French, English.
type Words = (&'static str, &'static str);

pub(super) const UNKNOWN: Words = (
    "Rien ne s’appelle « {found} » dans l’en-tête de l’exposé. Ajoutez ce nom à « variables: », ou corrigez-le. Noms connus : {expected}.",
    "Nothing is called “{found}” in the head of the talk. Add the name to “variables:”, or correct it. Known names: {expected}.",
);

pub(super) const TO_FILL: Words = (
    "« {found} » est à compléter : l’en-tête de l’exposé n’en dit rien, et la salle lirait un blanc. Écrivez-y {expected}.",
    "“{found}” is to be filled in: the head of the talk says nothing of it, and the room would read a gap. Write {expected} there.",
);

pub(super) const NAME: Words = (
    "Une variable ne peut pas s’appeler « {found} ». Prenez des lettres minuscules sans accent, des chiffres ou des tirets, et aucun de ces noms : {expected}.",
    "A variable cannot be called “{found}”. Use small letters, digits or dashes, and none of these names: {expected}.",
);

pub(super) const NO_FAVOURITES: Words = (
    "La question « {found} » n’a pas de favoris à montrer : il y faut des options. Choisissez-en une de ces genres : {expected}.",
    "The poll “{found}” has no favourites to show: that takes options. Choose one of these kinds: {expected}.",
);

pub(super) const UNKNOWN_POLL: Words = (
    "Il n’y a pas de question « {found} ». Questions de l’exposé : {expected}.",
    "There is no poll “{found}”. The talk’s polls: {expected}.",
);

pub(super) const BEFORE_POLL: Words = (
    "La question « {found} » n’est posée que plus loin. Montrez ses résultats après.",
    "The poll “{found}” is only asked later. Show its results after it.",
);
