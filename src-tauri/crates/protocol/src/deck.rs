//! The slides, as the stage draws them and as the console knows them.

use gazouillis_core::content::Block;
use gazouillis_core::deck::{Language, Layout, Picture};
use gazouillis_core::look::{Theme, Tones};
use gazouillis_core::survey::Stop;
use gazouillis_core::typology::BreakdownStep;
use gazouillis_core::{QuestionView, Solution};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// All that may be projected; it changes during a session only when a poll is begun anew.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct StageDeck {
    /// The session it belongs to.
    pub session: String,
    /// Grows when a slide has been given another poll: see `StageView`.
    pub edition: u32,
    /// The talk's title.
    pub title: String,
    /// The line under it.
    pub subtitle: Option<String>,
    /// Who gives it.
    pub author: Option<String>,
    /// The date as the author wrote it.
    pub date: Option<String>,
    /// Where it is given.
    pub organisation: Option<String>,
    /// How the slides look, where not as ours do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub look: Option<StageLook>,
    /// The language in which the app speaks beside the slides.
    pub language: Language,
    /// The language of the slides: a BCP 47 tag.
    pub lang: String,
    /// What the slide of the room's breakdown shows, step by step.
    pub breakdown: Vec<BreakdownStep>,
    /// The slides.
    pub slides: Vec<StageSlide>,
    /// The profiles, in display order.
    pub profiles: Vec<ProfileCard>,
}

/// How the slides of a talk look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct StageLook {
    /// Whether letters are dark on light paper, or light on dark.
    pub ground: Theme,
    /// Every tone that the talk's own colours decide, where it has any.
    pub tones: Option<Tones>,
    /// A small picture at the corner of every slide.
    pub logo: Option<Picture>,
}

/// One slide, without notes, points and right answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct StageSlide {
    /// Unique in the deck.
    pub id: String,
    /// The layout.
    pub layout: Layout,
    /// The title.
    pub title: Option<String>,
    /// How many steps it has.
    pub steps: u16,
    /// The content, left column.
    pub blocks: Vec<Block>,
    /// The right column of two.
    pub right: Vec<Block>,
    /// The poll asked here, where it is the only one.
    pub poll: Option<SlidePoll>,
    /// The survey made here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub survey: Option<SlideSurvey>,
    /// The earlier poll whose results are shown here.
    pub results_of: Option<SlidePoll>,
    /// How many favourites of an earlier poll are shown under the words; left out where none are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub favourites: Option<u8>,
    /// Id of the profile portrayed here.
    pub profile: Option<String>,
    /// A bird drawn as the slide's picture.
    pub bird: Option<String>,
    /// A picture; served at `/stage/pictures/{src}`.
    pub image: Option<Picture>,
}

/// Several polls on one slide, which everybody answers at their own pace.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct SlideSurvey {
    /// Its polls, in order.
    pub polls: Vec<SlidePoll>,
    /// What each step of the slide does; polls are named by their place in `polls`, from 0.
    pub stops: Vec<Stop>,
}

/// A poll as it is written on a slide.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct SlidePoll {
    /// The poll's id.
    pub id: String,
    /// The question.
    pub ask: String,
    /// A small line under it.
    pub hint: Option<String>,
    /// Whether right answers give points by their speed; left out where they do not.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub speed: bool,
    /// What is asked, by its kind.
    pub question: QuestionView,
}

/// A profile as the stage portrays it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct ProfileCard {
    /// The profile's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its bird.
    pub bird: String,
    /// Who this is.
    pub summary: String,
    /// The reference share, in percent, where the talk has one.
    pub reference: Option<f64>,
}

/// The slides with what only the presenter sees.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct ConsoleDeck {
    /// What the stage has, too.
    pub stage: StageDeck,
    /// What the presenter has besides, slide by slide.
    pub slides: Vec<ConsoleSlide>,
    /// The lengths in which the talk can be given, in minutes, the shortest first; none where it is given as it is.
    pub cuts: Vec<u16>,
    /// Which of them this is.
    pub cut: Option<u16>,
}

/// The presenter's side of one slide.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct ConsoleSlide {
    /// Notes, one text per step; the last one lasts.
    pub notes: Vec<String>,
    /// Minutes planned.
    pub minutes: Option<f32>,
    /// The right answer to this slide's poll.
    pub solution: Option<Solution>,
}
