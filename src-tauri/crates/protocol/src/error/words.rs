//! What each error says, and what to do.

use super::ErrorCode;

/// French and English.
pub(super) fn of(code: ErrorCode) -> (&'static str, &'static str) {
    match code {
        ErrorCode::Unauthorized => (
            "Ce téléphone n’a pas rejoint la séance. Rechargez la page pour la rejoindre.",
            "This phone has not joined the session. Reload the page to join.",
        ),
        ErrorCode::Forbidden => (
            "Cette demande n’est pas permise d’ici. Ouvrez l’adresse affichée à l’écran.",
            "This is not allowed from here. Open the address shown on the screen.",
        ),
        ErrorCode::DoorClosed => (
            "L’entrée est fermée pour l’instant. Gardez cette page ouverte : elle réessaie toute seule. Sinon, faites signe à la personne qui présente.",
            "The door is closed for now. Keep this page open: it tries again by itself. Or wave at the presenter.",
        ),
        ErrorCode::WaitingAtTheDoor => (
            "Beaucoup de téléphones arrivent du même réseau : la personne qui présente va vous laisser entrer. Gardez cette page ouverte.",
            "Many phones are joining from the same network: the presenter will let you in. Keep this page open.",
        ),
        ErrorCode::NotLetIn => (
            "La personne qui présente n’a pas laissé entrer les téléphones de ce réseau. Essayez par un autre, ou faites-lui signe.",
            "The presenter has not let in the phones of this network. Try another network, or wave at the presenter.",
        ),
        ErrorCode::CodeNeeded => (
            "Pour participer, il faut un code. Saisissez celui du papier qu’on vous a remis.",
            "Joining takes a code. Type the one on the slip of paper you were given.",
        ),
        ErrorCode::CodeUnknown => (
            "Ce code n’existe pas. Vérifiez chaque caractère sur le papier, puis recommencez.",
            "There is no such code. Check each character on the slip of paper and try again.",
        ),
        ErrorCode::CodeUsed => (
            "Ce code a déjà servi sur un autre téléphone. Demandez-en un autre à la personne qui présente.",
            "Another phone has already used this code. Ask the presenter for another one.",
        ),
        ErrorCode::RehearsalKey => (
            "Une répétition demande la clé affichée sur la console et par « gazouillis serve ». Elle change à chaque démarrage : donnez celle du moment avec --key.",
            "A rehearsal takes the key shown on the console and by “gazouillis serve”. It is new at each start: give the current one with --key.",
        ),
        ErrorCode::UnknownPoll => (
            "Cette question n’existe pas dans l’exposé. Rechargez la page pour voir celle du moment.",
            "The talk has no such question. Reload the page to see the current one.",
        ),
        ErrorCode::UnknownProfile => (
            "L’exposé n’a pas ce profil. Observez l’un des siens ; s’il n’en a aucun, ajoutez « typology: » en tête de son fichier.",
            "The talk has no such profile. Observe one of its own; if it has none, add “typology:” at the top of its file.",
        ),
        ErrorCode::UnknownSession => (
            "Cette séance n’est pas dans la bibliothèque. Choisissez-en une dans la liste.",
            "The library has no such session. Pick one from the list.",
        ),
        ErrorCode::UnknownGroup => (
            "Ce groupe n’attend plus à l’entrée. Choisissez-en un dans la liste.",
            "That group no longer waits at the door. Pick one from the list.",
        ),
        ErrorCode::UnknownQuestion => (
            "Ce n’est plus là : son auteur l’a retiré, ou c’est masqué.",
            "That is gone: it was taken back or hidden.",
        ),
        ErrorCode::ChannelClosed => (
            "C’est fermé pour l’instant. La personne qui présente peut l’ouvrir à tout moment.",
            "This is closed for now. The presenter may open it at any time.",
        ),
        ErrorCode::TooManyQuestions => (
            "Vous avez posé toutes vos questions. Votez plutôt pour celles des autres, ou modifiez une des vôtres.",
            "You have asked all your questions. Vote for those of others instead, or change one of yours.",
        ),
        ErrorCode::QuestionAnswered => (
            "On a déjà répondu à cette question : elle ne change plus.",
            "That question has been answered: it no longer changes.",
        ),
        ErrorCode::QuestionText => (
            "Cette question est vide ou trop longue. Gardez-en l’essentiel, puis renvoyez-la.",
            "That question is empty or too long. Keep what matters and send it again.",
        ),
        ErrorCode::AskedJustNow => (
            "Vous venez de poser une question. Attendez dix secondes avant la suivante.",
            "You have just asked a question. Wait ten seconds before the next one.",
        ),
        ErrorCode::NotFound => (
            "Il n’y a rien à cette adresse. Ouvrez celle qui est affichée à l’écran.",
            "There is nothing here. Open the address shown on the screen.",
        ),
        ErrorCode::MethodNotAllowed => (
            "Cette adresse ne s’utilise pas ainsi. Voyez la description de l’API.",
            "This address is not used that way. See the description of the API.",
        ),
        ErrorCode::RequestTimeout => (
            "La demande a mis trop de temps à arriver. Rapprochez-vous du Wi-Fi et recommencez.",
            "The request took too long to arrive. Move closer to the Wi-Fi and try again.",
        ),
        ErrorCode::StaleBallot => (
            "Une réponse plus récente de ce téléphone est déjà comptée. C’est elle qui vaut.",
            "A newer answer from this phone is already counted. That one stands.",
        ),
        ErrorCode::PollNotOpen => (
            "Le vote n’est pas encore ouvert. Patientez, la question arrive.",
            "Voting has not opened yet. The question is on its way.",
        ),
        ErrorCode::ReopenUnconfirmed => (
            "Ce vote est clos. Confirmez pour le rouvrir ; les réponses déjà comptées restent.",
            "This poll is closed. Confirm to open it again; the answers already counted stay.",
        ),
        ErrorCode::RealSession => (
            "Un vrai téléphone a déjà rejoint cette séance : elle ne devient pas une répétition. Commencez une nouvelle séance, puis relancez la répétition.",
            "A real phone has already joined this session: it does not become a rehearsal. Start a new session, then rehearse again.",
        ),
        ErrorCode::OtherSession => (
            "Une autre séance a commencé. Rechargez la page pour la rejoindre.",
            "Another session has begun. Reload the page to join it.",
        ),
        ErrorCode::SessionRunning => (
            "La séance est encore en cours. Terminez-la d’abord.",
            "The session is still running. Finish it first.",
        ),
        ErrorCode::TooManyPolls => (
            "Cette séance a posé toutes les questions qu’elle peut contenir (500). Terminez-la et commencez-en une autre.",
            "This session has asked as many questions as it can hold (500). Finish it and start another one.",
        ),
        ErrorCode::TooManySeen => (
            "On ne compte pas plus de 999 personnes par profil. Retirez-en d’abord.",
            "No more than 999 people are counted for one profile. Take some away first.",
        ),
        ErrorCode::TooFewChanged => (
            "Trop peu de réponses ont changé depuis : refaire la répartition maintenant montrerait celles de quelques personnes. Attendez qu’au moins cinq aient changé.",
            "Too few answers have changed since: drawing the breakdown anew would show those of a few people. Wait until at least five have changed.",
        ),
        ErrorCode::PollClosed => (
            "Le vote est clos. Votre dernière réponse enregistrée est celle qui compte.",
            "Voting is closed. Your last saved answer is the one that counts.",
        ),
        ErrorCode::SessionFinished => (
            "La séance est terminée. Merci d’y avoir participé !",
            "The session is over. Thank you for taking part!",
        ),
        ErrorCode::TooLarge => (
            "C’est trop long pour être envoyé. Raccourcissez et recommencez.",
            "That is too long to send. Shorten it and try again.",
        ),
        ErrorCode::UnsupportedMediaType => (
            "Le serveur n’attend que du JSON. Ajoutez l’en-tête Content-Type: application/json.",
            "The server takes JSON only. Add the header Content-Type: application/json.",
        ),
        ErrorCode::WrongHost => (
            "Cette adresse n’est pas celle de la séance. Ouvrez celle qui est affichée à l’écran.",
            "This is not the session’s address. Open the one shown on the screen.",
        ),
        ErrorCode::Refused => (
            "Cela ne peut pas se faire ici. Réessayez, ou redémarrez l’application.",
            "This cannot be done here. Try again, or restart the app.",
        ),
        ErrorCode::Elsewhere => (
            "L’exposé a changé de place entre-temps. Regardez où il en est, puis appuyez de nouveau.",
            "The talk has moved meanwhile. Look where it is, then press again.",
        ),
        ErrorCode::Malformed => (
            "La réponse n’a pas la forme attendue pour cette question. Rechargez la page et recommencez.",
            "The answer does not fit this question. Reload the page and try again.",
        ),
        ErrorCode::NoSuchPlace => (
            "L’exposé n’a pas cette diapositive. Choisissez-en une dans la liste.",
            "The talk has no such slide. Pick one from the list.",
        ),
        ErrorCode::NoRightAnswer => (
            "Cette question n’a pas de bonne réponse à montrer : ce n’est pas un quiz.",
            "This question has no right answer to show: it is not a quiz.",
        ),
        ErrorCode::UnknownAddress => (
            "Cet ordinateur n’a plus cette adresse. Choisissez-en une dans la liste.",
            "This computer no longer has that address. Pick one from the list.",
        ),
        ErrorCode::CompanyTooSmall => (
            "L’entreprise ne peut pas compter moins de personnes que la salle. Indiquez combien de personnes y travaillent en tout.",
            "The company cannot have fewer people than the room. Say how many people work there in all.",
        ),
        ErrorCode::TalkLost => (
            "L’exposé gardé avec cette séance a été abîmé sur le disque. Ses chiffres sont intacts : exportez la synthèse, ou le support depuis le fichier de l’exposé.",
            "The talk kept with this session was damaged on the disk. Its figures are whole: export the summary, or the handout from the talk’s file.",
        ),
        ErrorCode::TooManyRequests => (
            "Trop de demandes à la fois. Patientez quelques secondes.",
            "Too many requests at once. Wait a few seconds.",
        ),
        ErrorCode::DiskFull => (
            "L’ordinateur ne peut plus enregistrer. Votre réponse reste ici et repartira toute seule.",
            "The computer cannot save right now. Your answer stays here and will be sent again by itself.",
        ),
        ErrorCode::Unavailable => (
            "L’application démarre ou s’arrête. Nouvel essai dans un instant.",
            "The app is starting or stopping. Trying again in a moment.",
        ),
        ErrorCode::Internal => (
            "L’application a rencontré un défaut. Recommencez ; si cela persiste, redémarrez-la : rien n’est perdu.",
            "The app has hit a fault. Try again; if it persists, restart it: nothing is lost.",
        ),
    }
}
