//! What mistakes in the lengths of a talk are called.

/// French, English.
type Words = (&'static str, &'static str);

pub(super) const UNKNOWN: Words = (
    "L’exposé n’a pas de version de {found} minutes. Choisissez parmi {expected}, ou ajoutez-la à « cuts ».",
    "The talk has no version of {found} minutes. Choose from {expected}, or add it to “cuts”.",
);

pub(super) const NOWHERE: Words = (
    "Avec « {found} », cette diapositive n’est dans aucune version. Écrivez « {expected} », ou une seule des deux clés.",
    "With “{found}” this slide is in no version. Write “{expected}”, or one of the two keys only.",
);

pub(super) const TOO_LONG: Words = (
    "Les diapositives de la version de {expected} minutes en prévoient {found}. Retirez-en (« from: … ») ou raccourcissez-les (« minutes: … »).",
    "The slides of the version of {expected} minutes are planned to take {found}. Leave some out (“from: …”) or shorten them (“minutes: …”).",
);
