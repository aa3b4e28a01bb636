//! What mistakes in code and formulas are called.

/// French, English.
type Words = (&'static str, &'static str);

pub(super) const UNKNOWN_CODE_LANGUAGE: Words = (
    "Langage « {found} » inconnu : ce code sera montré sans couleurs. Corrigez son nom, ou écrivez « text ».",
    "Unknown language “{found}”: this code will be shown without colours. Correct its name, or write “text”.",
);

pub(super) const CODE_LINES: Words = (
    "« {found} » ne désigne pas de lignes de ce code, qui en a {expected}. Écrivez entre accolades 2,4-5 ou, étape par étape, 1|2-3|all.",
    "“{found}” names no lines of this code, which has {expected}. Write 2,4-5 between braces or, step by step, 1|2-3|all.",
);

pub(super) const FORMULA: Words = (
    "Cette formule ne se lit pas à partir de « {found} ». Corrigez le TeX ; un dollar qui n’ouvre pas de formule s’écrit \\$.",
    "This formula cannot be read from “{found}” on. Correct the TeX; a dollar that opens no formula is written \\$.",
);

pub(super) const FORMULA_TOO_LARGE: Words = (
    "Cette formule est trop grande ou trop emboîtée pour une diapositive ({expected} signes au plus). Partagez-la.",
    "This formula is too large or nested too deeply for a slide (at most {expected} characters). Split it.",
);

pub(super) const FORMULA_UNKNOWN: Words = (
    "Aucun navigateur ne dessine tout de « {found} ». Écrivez cette formule autrement.",
    "No browser draws all of “{found}”. Write this formula in another way.",
);

pub(super) const FORMULA_IN_TITLE: Words = (
    "Un titre ne porte pas de formule. Écrivez-la en signes (x̄, E = mc²), ou mettez-la sous le titre.",
    "A title holds no formula. Write it in characters (x̄, E = mc²), or put it below the title.",
);

pub(super) const TALL_CODE: Words = (
    "Ce code a {found} lignes, et il en tient {expected} sur une diapositive. Montrez l’essentiel, ou partagez-le en deux.",
    "This code has {found} lines, and {expected} fit on a slide. Show what matters, or split it in two.",
);

pub(super) const VIDEO_TOO_LARGE: Words = (
    "La vidéo « {found} » est trop lourde : {expected} au plus. Coupez-la, ou réduisez sa définition.",
    "The video “{found}” is too large: at most {expected}. Cut it, or give it a lower resolution.",
);

pub(super) const TOO_MANY_PICTURES: Words = (
    "Trop d’images : {expected} au plus.",
    "Too many pictures: at most {expected}.",
);
