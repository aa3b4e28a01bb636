//! Everything that can be answered instead of what was asked for.

use gazouillis_core::deck::Language;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// Names an error. Clients act on the code; people read the message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// 401: no token, or one this session does not know.
    Unauthorized,
    /// 403: a request from another site, or one the token's role may not make.
    Forbidden,
    /// 403: the presenter has closed the door.
    DoorClosed,
    /// 403: many phones join from this phone's network; the presenter is asked. The phone asks again by itself.
    WaitingAtTheDoor,
    /// 403: the presenter has said no to the phones of this network.
    NotLetIn,
    /// 403: joining takes a code from the printed sheet.
    CodeNeeded,
    /// 403: the sheet has no such code.
    CodeUnknown,
    /// 403: another phone has joined with this code.
    CodeUsed,
    /// 403: a rehearsal needs the presenter's key, and this is not it.
    RehearsalKey,
    /// 404: no such poll.
    UnknownPoll,
    /// 404: no such session.
    UnknownSession,
    /// 404: no such group of phones waits at the door.
    UnknownGroup,
    /// 404: no such question to the speaker, or text to upvote, that this phone may see or change.
    UnknownQuestion,
    /// 404: no such page.
    NotFound,
    /// 405: the path exists, the method does not.
    MethodNotAllowed,
    /// 408: the request took too long to arrive.
    RequestTimeout,
    /// 409: a newer ballot of this phone is counted.
    StaleBallot,
    /// 409: the poll is not open yet.
    PollNotOpen,
    /// 409: opening a closed poll again has to be confirmed.
    ReopenUnconfirmed,
    /// 409: a session that a real phone has joined does not become a rehearsal.
    RealSession,
    /// 409: the token belongs to another session than the one that runs.
    OtherSession,
    /// 409: the session is not finished, or holds what the request would destroy.
    SessionRunning,
    /// 409: the session has as many polls as it can take.
    TooManyPolls,
    /// 409: questions, or reactions, are not open.
    ChannelClosed,
    /// 409: this phone has asked as many questions as it may.
    TooManyQuestions,
    /// 409: the question has been answered, so it stays as it is.
    QuestionAnswered,
    /// 409: the breakdown would show what a few people have answered since.
    TooFewChanged,
    /// 410: the poll is closed.
    PollClosed,
    /// 410: the session is over.
    SessionFinished,
    /// 413: the request is too large.
    TooLarge,
    /// 415: not JSON.
    UnsupportedMediaType,
    /// 421: the request is for another host.
    WrongHost,
    /// 422: not what was asked for.
    Malformed,
    /// 422: a question without words, or with too many.
    QuestionText,
    /// 422: the talk has no such slide or step.
    NoSuchPlace,
    /// 422: this poll has no right answer.
    NoRightAnswer,
    /// 422: not an address of this computer.
    UnknownAddress,
    /// 422: the company was said to be smaller than the room.
    CompanyTooSmall,
    /// 429: this phone asked a question a moment ago.
    AskedJustNow,
    /// 429: too many requests.
    TooManyRequests,
    /// 503: the disk takes no more.
    DiskFull,
    /// 503: the program is stopping or starting.
    Unavailable,
    /// 500: a fault of the program.
    Internal,
}

/// The body of every answer that is not a success.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct ErrorBody {
    /// The code.
    pub code: ErrorCode,
    /// What happened and what to do, in the language asked for.
    pub message: String,
}

impl ErrorCode {
    /// Every code.
    pub const ALL: [Self; 43] = [
        Self::Unauthorized,
        Self::Forbidden,
        Self::DoorClosed,
        Self::WaitingAtTheDoor,
        Self::NotLetIn,
        Self::CodeNeeded,
        Self::CodeUnknown,
        Self::CodeUsed,
        Self::RehearsalKey,
        Self::UnknownPoll,
        Self::UnknownSession,
        Self::UnknownGroup,
        Self::UnknownQuestion,
        Self::NotFound,
        Self::MethodNotAllowed,
        Self::RequestTimeout,
        Self::StaleBallot,
        Self::PollNotOpen,
        Self::ReopenUnconfirmed,
        Self::RealSession,
        Self::OtherSession,
        Self::SessionRunning,
        Self::TooManyPolls,
        Self::ChannelClosed,
        Self::TooManyQuestions,
        Self::QuestionAnswered,
        Self::TooFewChanged,
        Self::PollClosed,
        Self::SessionFinished,
        Self::TooLarge,
        Self::UnsupportedMediaType,
        Self::WrongHost,
        Self::Malformed,
        Self::QuestionText,
        Self::NoSuchPlace,
        Self::NoRightAnswer,
        Self::UnknownAddress,
        Self::CompanyTooSmall,
        Self::AskedJustNow,
        Self::TooManyRequests,
        Self::DiskFull,
        Self::Unavailable,
        Self::Internal,
    ];

    /// The HTTP status that carries it.
    #[must_use]
    pub fn status(self) -> u16 {
        match self {
            Self::Unauthorized => 401,
            Self::Forbidden
            | Self::DoorClosed
            | Self::WaitingAtTheDoor
            | Self::NotLetIn
            | Self::CodeNeeded
            | Self::CodeUnknown
            | Self::CodeUsed
            | Self::RehearsalKey => 403,
            Self::UnknownPoll | Self::UnknownSession | Self::UnknownGroup | Self::UnknownQuestion | Self::NotFound => {
                404
            }
            Self::MethodNotAllowed => 405,
            Self::RequestTimeout => 408,
            Self::StaleBallot
            | Self::PollNotOpen
            | Self::ReopenUnconfirmed
            | Self::TooManyPolls
            | Self::ChannelClosed
            | Self::TooManyQuestions
            | Self::QuestionAnswered
            | Self::TooFewChanged
            | Self::RealSession
            | Self::OtherSession
            | Self::SessionRunning => 409,
            Self::PollClosed | Self::SessionFinished => 410,
            Self::TooLarge => 413,
            Self::UnsupportedMediaType => 415,
            Self::WrongHost => 421,
            Self::Malformed
            | Self::QuestionText
            | Self::NoSuchPlace
            | Self::NoRightAnswer
            | Self::UnknownAddress
            | Self::CompanyTooSmall => 422,
            Self::AskedJustNow | Self::TooManyRequests => 429,
            Self::Internal => 500,
            Self::DiskFull | Self::Unavailable => 503,
        }
    }

    /// After how many seconds asking again may help; `None` where it is of no use.
    #[must_use]
    pub fn retry_after(self) -> Option<u32> {
        match self {
            Self::DoorClosed => Some(5),
            Self::AskedJustNow => Some(10),
            Self::WaitingAtTheDoor | Self::TooManyRequests | Self::DiskFull | Self::Unavailable => Some(2),
            _ => None,
        }
    }

    /// The words, in a language.
    #[must_use]
    pub fn message(self, language: Language) -> &'static str {
        let (fr, en) = self.words();
        match language {
            Language::Fr => fr,
            Language::En => en,
        }
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Unauthorized => (
                "Ce téléphone n’a pas rejoint la séance. Rechargez la page pour la rejoindre.",
                "This phone has not joined the session. Reload the page to join.",
            ),
            Self::Forbidden => (
                "Cette demande n’est pas permise d’ici. Ouvrez l’adresse affichée à l’écran.",
                "This is not allowed from here. Open the address shown on the screen.",
            ),
            Self::DoorClosed => (
                "L’entrée est fermée pour l’instant. Gardez cette page ouverte : elle réessaie toute seule. Sinon, faites signe à la personne qui présente.",
                "The door is closed for now. Keep this page open: it tries again by itself. Or wave at the presenter.",
            ),
            Self::WaitingAtTheDoor => (
                "Beaucoup de téléphones arrivent du même réseau : la personne qui présente va vous laisser entrer. Gardez cette page ouverte.",
                "Many phones are joining from the same network: the presenter will let you in. Keep this page open.",
            ),
            Self::NotLetIn => (
                "La personne qui présente n’a pas laissé entrer les téléphones de ce réseau. Essayez par un autre, ou faites-lui signe.",
                "The presenter has not let in the phones of this network. Try another network, or wave at the presenter.",
            ),
            Self::CodeNeeded => (
                "Pour participer, il faut un code. Saisissez celui du papier qu’on vous a remis.",
                "Joining takes a code. Type the one on the slip of paper you were given.",
            ),
            Self::CodeUnknown => (
                "Ce code n’existe pas. Vérifiez chaque caractère sur le papier, puis recommencez.",
                "There is no such code. Check each character on the slip of paper and try again.",
            ),
            Self::CodeUsed => (
                "Ce code a déjà servi sur un autre téléphone. Demandez-en un autre à la personne qui présente.",
                "Another phone has already used this code. Ask the presenter for another one.",
            ),
            Self::RehearsalKey => (
                "Une répétition demande la clé affichée sur le pupitre et par « gazouillis serve ». Elle change à chaque démarrage : donnez celle du moment avec --key.",
                "A rehearsal takes the key shown on the console and by “gazouillis serve”. It is new at each start: give the current one with --key.",
            ),
            Self::UnknownPoll => (
                "Cette question n’existe pas dans l’exposé. Rechargez la page pour voir celle du moment.",
                "The talk has no such question. Reload the page to see the current one.",
            ),
            Self::UnknownSession => (
                "Cette séance n’est pas dans la bibliothèque. Choisissez-en une dans la liste.",
                "The library has no such session. Pick one from the list.",
            ),
            Self::UnknownGroup => (
                "Ce groupe n’attend plus à l’entrée. Choisissez-en un dans la liste.",
                "That group no longer waits at the door. Pick one from the list.",
            ),
            Self::UnknownQuestion => (
                "Ce n’est plus là : son auteur l’a retiré, ou c’est masqué.",
                "That is gone: it was taken back or hidden.",
            ),
            Self::ChannelClosed => (
                "C’est fermé pour l’instant. La personne qui présente peut l’ouvrir à tout moment.",
                "This is closed for now. The presenter may open it at any time.",
            ),
            Self::TooManyQuestions => (
                "Vous avez posé toutes vos questions. Votez plutôt pour celles des autres, ou modifiez une des vôtres.",
                "You have asked all your questions. Vote for those of others instead, or change one of yours.",
            ),
            Self::QuestionAnswered => (
                "On a déjà répondu à cette question : elle ne change plus.",
                "That question has been answered: it no longer changes.",
            ),
            Self::QuestionText => (
                "Cette question est vide ou trop longue. Gardez-en l’essentiel, puis renvoyez-la.",
                "That question is empty or too long. Keep what matters and send it again.",
            ),
            Self::AskedJustNow => (
                "Vous venez de poser une question. Attendez dix secondes avant la suivante.",
                "You have just asked a question. Wait ten seconds before the next one.",
            ),
            Self::NotFound => (
                "Il n’y a rien à cette adresse. Ouvrez celle qui est affichée à l’écran.",
                "There is nothing here. Open the address shown on the screen.",
            ),
            Self::MethodNotAllowed => (
                "Cette adresse ne s’utilise pas ainsi. Voyez la description de l’API.",
                "This address is not used that way. See the description of the API.",
            ),
            Self::RequestTimeout => (
                "La demande a mis trop de temps à arriver. Rapprochez-vous du Wi-Fi et recommencez.",
                "The request took too long to arrive. Move closer to the Wi-Fi and try again.",
            ),
            Self::StaleBallot => (
                "Une réponse plus récente de ce téléphone est déjà comptée. C’est elle qui vaut.",
                "A newer answer from this phone is already counted. That one stands.",
            ),
            Self::PollNotOpen => (
                "Le vote n’est pas encore ouvert. Patientez, la question arrive.",
                "Voting has not opened yet. The question is on its way.",
            ),
            Self::ReopenUnconfirmed => (
                "Ce vote est clos. Confirmez pour le rouvrir ; les réponses déjà comptées restent.",
                "This poll is closed. Confirm to open it again; the answers already counted stay.",
            ),
            Self::RealSession => (
                "Un vrai téléphone a déjà rejoint cette séance : elle ne devient pas une répétition. Commencez une nouvelle séance, puis relancez la répétition.",
                "A real phone has already joined this session: it does not become a rehearsal. Start a new session, then rehearse again.",
            ),
            Self::OtherSession => (
                "Une autre séance a commencé. Rechargez la page pour la rejoindre.",
                "Another session has begun. Reload the page to join it.",
            ),
            Self::SessionRunning => (
                "La séance est encore en cours. Terminez-la d’abord.",
                "The session is still running. Finish it first.",
            ),
            Self::TooManyPolls => (
                "Cette séance a posé toutes les questions qu’elle peut contenir (500). Terminez-la et commencez-en une autre.",
                "This session has asked as many questions as it can hold (500). Finish it and start another one.",
            ),
            Self::TooFewChanged => (
                "Trop peu de réponses ont changé depuis : refaire la répartition maintenant montrerait celles de quelques personnes. Attendez qu’au moins cinq aient changé.",
                "Too few answers have changed since: drawing the breakdown anew would show those of a few people. Wait until at least five have changed.",
            ),
            Self::PollClosed => (
                "Le vote est clos. Votre dernière réponse enregistrée est celle qui compte.",
                "Voting is closed. Your last saved answer is the one that counts.",
            ),
            Self::SessionFinished => (
                "La séance est terminée. Merci d’y avoir participé !",
                "The session is over. Thank you for taking part!",
            ),
            Self::TooLarge => (
                "C’est trop long pour être envoyé. Raccourcissez et recommencez.",
                "That is too long to send. Shorten it and try again.",
            ),
            Self::UnsupportedMediaType => (
                "Le serveur n’attend que du JSON. Ajoutez l’en-tête Content-Type: application/json.",
                "The server takes JSON only. Add the header Content-Type: application/json.",
            ),
            Self::WrongHost => (
                "Cette adresse n’est pas celle de la séance. Ouvrez celle qui est affichée à l’écran.",
                "This is not the session’s address. Open the one shown on the screen.",
            ),
            Self::Malformed => (
                "La réponse n’a pas la forme attendue pour cette question. Rechargez la page et recommencez.",
                "The answer does not fit this question. Reload the page and try again.",
            ),
            Self::NoSuchPlace => (
                "L’exposé n’a pas cette diapositive. Choisissez-en une dans la liste.",
                "The talk has no such slide. Pick one from the list.",
            ),
            Self::NoRightAnswer => (
                "Cette question n’a pas de bonne réponse à montrer : ce n’est pas un quiz.",
                "This question has no right answer to show: it is not a quiz.",
            ),
            Self::UnknownAddress => (
                "Cet ordinateur n’a plus cette adresse. Choisissez-en une dans la liste.",
                "This computer no longer has that address. Pick one from the list.",
            ),
            Self::CompanyTooSmall => (
                "L’entreprise ne peut pas compter moins de personnes que la salle. Indiquez combien de personnes y travaillent en tout.",
                "The company cannot have fewer people than the room. Say how many people work there in all.",
            ),
            Self::TooManyRequests => (
                "Trop de demandes à la fois. Patientez quelques secondes.",
                "Too many requests at once. Wait a few seconds.",
            ),
            Self::DiskFull => (
                "L’ordinateur ne peut plus enregistrer. Votre réponse reste ici et repartira toute seule.",
                "The computer cannot save right now. Your answer stays here and will be sent again by itself.",
            ),
            Self::Unavailable => (
                "L’application démarre ou s’arrête. Nouvel essai dans un instant.",
                "The app is starting or stopping. Trying again in a moment.",
            ),
            Self::Internal => (
                "L’application a rencontré un défaut. Recommencez ; si cela persiste, redémarrez-la : rien n’est perdu.",
                "The app has hit a fault. Try again; if it persists, restart it: nothing is lost.",
            ),
        }
    }
}
