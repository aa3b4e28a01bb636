//! A small talk with the seven profiles, a question asked twice, a quiz and questions that score.

use gazouillis_core::deck::Language;
use gazouillis_core::deck::{Layout, Slide};
use gazouillis_core::kind::{Multiple, Quiz, Single};
use gazouillis_core::poll::{Pair, ResultsVisibility};
use gazouillis_core::speed::Speed;
use gazouillis_core::{Deck, Poll, PollOption, Profile, Typology};

/// (id, French name, English name, reference, French portrait, French lever)
const PROFILES: [(&str, &str, &str, f64, &str, &str); 7] = [
    (
        "categorique",
        "Le catégorique",
        "The adamant",
        10.0,
        "Connaît le réseau, et a décidé : ce sera non.",
        "Respecter ce non, sans pression ni relance ; la porte reste ouverte.",
    ),
    (
        "allergique",
        "L'allergique",
        "The allergic",
        10.0,
        "Le numérique ? Un truc inventé pour faire suer. Et il le dit fort.",
        "Ne pas chercher à le convaincre aujourd'hui ; ne pas laisser une seule voix emporter la salle.",
    ),
    (
        "curieux",
        "Le curieux",
        "The curious",
        20.0,
        "A des comptes partout, n'en fait pas grand-chose, et attend des idées.",
        "Des exemples concrets de tweets et de sujets, pris dans son propre métier.",
    ),
    (
        "anxieux",
        "L'anxieux",
        "The anxious",
        10.0,
        "Irait bien, mais craint la phrase de trop.",
        "Une charte de bon usage, quelques petits conseils sûrs, et un endroit pour répéter.",
    ),
    (
        "enthousiaste",
        "L'enthousiaste",
        "The enthusiast",
        10.0,
        "A créé son compte pendant la présentation.",
        "En faire un ambassadeur : lui confier un sujet et des collègues à accompagner.",
    ),
    (
        "bon-eleve",
        "Le bon élève",
        "The good pupil",
        20.0,
        "On lui dit qu'il peut ; il s'organise pour y aller.",
        "La direction y est, et elle le verra ; une formation courte, datée, inscrite au plan.",
    ),
    (
        "deborde",
        "Le débordé",
        "The swamped",
        20.0,
        "Rien contre, mais pas une minute à lui.",
        "Cinq minutes par jour, organisées, et regarder ce que « pas le temps » cache.",
    ),
];

pub(crate) fn talk(language: Language) -> Deck {
    let french = language == Language::Fr;
    let pick = |fr: &str, en: &str| if french { fr } else { en }.to_owned();
    let opening = |id: &str, pair| Poll {
        pair: Some(pair),
        ..poll(
            id,
            &pick(
                "Ouvririez-vous un compte professionnel ?",
                "Would you open a professional account?",
            ),
            &[
                (&pick("Oui, dès ce soir", "Yes, tonight"), 4),
                (&pick("Oui, si l'on m'aide", "Yes, with some help"), 3),
                (&pick("Pas une minute à moi", "Not a minute to spare"), 6),
                (&pick("Hors de question", "Out of the question"), 0),
            ],
        )
    };
    let as_quiz = |poll: Poll| Poll {
        explain: Some(pick(
            "Un retweet fait suivre le message d'un autre à ses propres abonnés ; la citation y ajoute un mot.",
            "A retweet passes somebody's message on to one's own followers; a quote adds a word.",
        )),
        question: Quiz {
            options: poll.options().to_vec(),
            right: vec![1],
            ..Quiz::default()
        }
        .into(),
        ..poll
    };
    let quiz = as_quiz(poll(
        "quiz-rt",
        &pick("Que veut dire « RT » ?", "What does “RT” mean?"),
        &[
            (&pick("Réponse tardive", "Reply tomorrow"), 9),
            ("Retweet", 9),
            (&pick("Réseau de travail", "Remote team"), 9),
        ],
    ));
    let as_several = |poll: Poll| Poll {
        question: Multiple {
            options: poll.options().to_vec(),
            min: 1,
            max: 3,
            ..Multiple::default()
        }
        .into(),
        ..poll
    };
    let several = as_several(poll(
        "sujets",
        &pick(
            "De quoi pourriez-vous parler au travail ?",
            "What could you tweet about at work?",
        ),
        &[
            (&pick("Un projet qui avance", "A project under way"), 9),
            (&pick("Un produit dont je suis fier", "A product I am proud of"), 9),
            (&pick("Une veille, un article", "An article worth reading"), 9),
            (&pick("La cantine", "The canteen"), 9),
            (&pick("Rien du tout", "Nothing at all"), 9),
        ],
    ));
    let mut polls = vec![opening("compte-avant", Pair::Before), quiz, several];
    polls.extend((1..=6_usize).map(|number| {
        let ask = [
            (
                "Un collègue vous cite dans un tweet. Que faites-vous ?",
                "A colleague mentions you in a tweet. What do you do?",
            ),
            (
                "La direction annonce une formation d'une heure, jeudi midi.",
                "Management announces one hour of training, Thursday noon.",
            ),
            (
                "Il est 9 h 05, la réunion n'a pas commencé.",
                "It is 9.05 and the meeting has not started.",
            ),
            (
                "Une faute s'est glissée dans un message de l'entreprise.",
                "A mistake slipped into a message of the company.",
            ),
            (
                "On vous propose d'animer le compte de l'équipe pendant une semaine.",
                "You are offered the team's account for a week.",
            ),
            (
                "Votre réseau préféré change de nom. Encore.",
                "Your favourite network changes its name. Again.",
            ),
        ][number - 1];
        let answers = [
            ("Sans moi, merci", "Not me, thanks", 0),
            ("Quelle perte de temps, ces machins", "What a waste of time", 1),
            ("Je regarde comment font les autres", "I watch how others do it", 2),
            (
                "Je relis trois fois avant d'envoyer",
                "I read it three times before sending",
                3,
            ),
            ("J'y suis déjà", "I am on it", 4),
            ("Je m'inscris, si c'est au plan", "I sign up, if it is in the plan", 5),
            ("Plus tard, là je cours", "Later, I am running", 6),
        ];
        let texts: Vec<(String, usize)> = (0..4)
            .map(|index| {
                let a = answers[(number * 3 + index * 2 + 4) % 7];
                (pick(a.0, a.1), a.2)
            })
            .collect();
        let options: Vec<(&str, usize)> = texts.iter().map(|(text, profile)| (text.as_str(), *profile)).collect();
        poll(&format!("situation-{number}"), &pick(ask.0, ask.1), &options)
    }));
    polls.push(opening("compte-apres", Pair::After));
    Deck {
        title: pick("Twitter, et nous ?", "Twitter, and us?"),
        subtitle: Some(pick(
            "Ce que la salle a dit, entre deux gazouillis",
            "What the room said between two tweets",
        )),
        author: Some("Camille Lefèvre".into()),
        date: None,
        organisation: Some(pick("Équipe Culture numérique", "Digital culture team")),
        language,
        spoken: None,
        typology: typology(french),
        minimum_group: gazouillis_core::typology::MINIMUM_GROUP,
        channels: Default::default(),
        leaderboard: false,
        cuts: Vec::new(),
        cut: None,
        look: Default::default(),
        slides: vec![slide()],
        polls,
    }
}

/// A poll whose options each give two points to a profile; 9 gives none.
fn poll(id: &str, ask: &str, options: &[(&str, usize)]) -> Poll {
    let option = |(index, (text, profile)): (usize, &(&str, usize))| PollOption {
        id: format!("o{index}"),
        text: (*text).to_owned(),
        scores: if *profile < 7 {
            vec![(*profile, 3), ((*profile + number_of(id)) % 4, 1)]
        } else {
            Vec::new()
        },
        ..PollOption::default()
    };
    Poll {
        id: id.into(),
        ask: ask.into(),
        hint: None,
        results: ResultsVisibility::After,
        pair: None,
        explain: None,
        timer: None,
        speed: Speed::Off,
        again: None,
        improvised: false,
        round: 1,
        question: Single {
            options: options.iter().enumerate().map(option).collect(),
            ..Single::default()
        }
        .into(),
    }
}

/// Spreads the second profile of an option over the polls.
fn number_of(id: &str) -> usize {
    id.bytes().map(usize::from).sum()
}

fn typology(french: bool) -> Typology {
    let profile = |(id, fr, en, reference, summary, lever): &(&str, &str, &str, f64, &str, &str)| Profile {
        id: (*id).into(),
        name: (if french { *fr } else { *en }).into(),
        reference: Some(*reference),
        bird: (*id).into(),
        summary: (*summary).into(),
        lever: (*lever).into(),
        advice: vec!["Un conseil, dit au téléphone.".into()],
        // Some talks say what to do, others only advise the person.
        actions: if *id == "curieux" {
            Vec::new()
        } else {
            vec![
                format!("Agir pour « {fr} », cette semaine."),
                "Le redire dans un mois.".into(),
            ]
        },
        masks: if *id == "deborde" { vec![0, 1, 2, 3] } else { Vec::new() },
    };
    Typology {
        minimum_answers: 4,
        profiles: PROFILES.iter().map(profile).collect(),
    }
}

fn slide() -> Slide {
    Slide {
        id: "debut".into(),
        layout: Layout::Cover,
        title: None,
        steps: 1,
        blocks: Vec::new(),
        right: Vec::new(),
        polls: Vec::new(),
        results_of: None,
        favourites: None,
        profile: None,
        bird: None,
        image: None,
        notes: Vec::new(),
        minutes: None,
    }
}
