//! A talk ready to be presented: slides, steps, polls and the typology.

use serde::{Deserialize, Serialize};

use crate::content::Block;
use crate::favourites::Favourites;
use crate::poll::{Pair, Poll};
use crate::session::Cursor;
use crate::survey::{self, Stop};
use crate::typology::{MINIMUM_GROUP, Typology};

/// A whole talk. Indices into `polls` and into `typology.profiles` are stable for the life of the value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Deck {
    /// The talk's title.
    pub title: String,
    /// A line under the title.
    pub subtitle: Option<String>,
    /// Who gives it.
    pub author: Option<String>,
    /// The date as the author wrote it.
    pub date: Option<String>,
    /// Where it is given.
    pub organisation: Option<String>,
    /// The language in which the app speaks beside the slides: the talk's, or English.
    pub language: Language,
    /// The language of the slides, where the app does not speak it: a BCP 47 tag such as `de` or `pt-BR`.
    #[serde(default)]
    pub spoken: Option<String>,
    /// The attitudes the polls add up to; without profiles the talk has no breakdown.
    pub typology: Typology,
    /// The fewest people for whom a breakdown, a comparison or a cross-table is shown; at least [`MINIMUM_GROUP`].
    #[serde(default = "default_minimum_group")]
    pub minimum_group: u32,
    /// What stands open beside the slides.
    #[serde(default)]
    pub channels: crate::channel::Settings,
    /// Whether phones have nicknames, and the room sees who leads in the quizzes that give points by speed.
    #[serde(default)]
    pub leaderboard: bool,
    /// The lengths in which the talk can be given, in minutes, the shortest first; none where it is given as it is.
    #[serde(default)]
    pub cuts: Vec<u16>,
    /// Which of them this is: slides that it leaves out are not here.
    #[serde(default)]
    pub cut: Option<u16>,
    /// How it looks on the projector.
    #[serde(default)]
    pub look: crate::look::Look,
    /// The polls, in the order of their slides.
    pub polls: Vec<Poll>,
    /// The slides, at least one.
    pub slides: Vec<Slide>,
}

/// What a talk means that does not say, and what one stored before it could say so meant.
fn default_minimum_group() -> u32 {
    MINIMUM_GROUP
}

/// A language the app speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// French.
    #[default]
    Fr,
    /// English.
    En,
}

/// How a slide is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Layout {
    /// Title and content.
    #[default]
    Default,
    /// The first page of a talk.
    Cover,
    /// The start of a part.
    Section,
    /// One sentence.
    Statement,
    /// A quotation.
    Quote,
    /// Two columns, parted by `::right::`.
    TwoCols,
    /// A picture on the right.
    ImageRight,
    /// Everything in the middle.
    Center,
    /// The last page.
    End,
    /// The QR code and address by which phones join.
    Join,
    /// A poll.
    Poll,
    /// The results of an earlier poll; the change, for the second of a pair.
    Results,
    /// The room's breakdown, or the portrait of one profile.
    Profiles,
    /// The questions to the speaker.
    Qa,
    /// Who leads in the quizzes that give points by speed.
    Leaderboard,
}

/// One slide, which is a list of steps.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Slide {
    /// A name unique in the deck.
    pub id: String,
    /// The layout.
    pub layout: Layout,
    /// The first heading.
    pub title: Option<String>,
    /// How many steps the slide has, at least 1.
    pub steps: u16,
    /// The content, left column.
    pub blocks: Vec<Block>,
    /// The right column of [`Layout::TwoCols`].
    pub right: Vec<Block>,
    /// The polls asked here: indices into [`Deck::polls`]. Several are a survey, which everybody goes through at their own pace.
    #[serde(default, alias = "poll", deserialize_with = "survey::one_or_several")]
    pub polls: Vec<usize>,
    /// The earlier poll whose results are shown here.
    pub results_of: Option<usize>,
    /// The earlier poll whose favourites are shown under the words of the slide.
    #[serde(default)]
    pub favourites: Option<Favourites>,
    /// The profile portrayed here: an index into the typology's profiles.
    pub profile: Option<usize>,
    /// A bird drawn as the slide's picture.
    pub bird: Option<String>,
    /// A picture of the talk's folder.
    pub image: Option<Picture>,
    /// The speaker's notes, one text per step; the last one lasts.
    pub notes: Vec<String>,
    /// Minutes the speaker plans to spend.
    pub minutes: Option<f32>,
}

/// A picture of the talk's folder, with what it shows in words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct Picture {
    /// Path relative to the talk's folder.
    pub src: String,
    /// What a person who does not see it is told.
    pub alt: String,
}

/// The most bytes of a picture that phones are shown: a room of a hundred fetches it at the same moment, over one Wi-Fi.
pub const LARGEST_ON_PHONES: u64 = 2 * 1024 * 1024;

impl Slide {
    /// Whether the slide shows the room's breakdown (and not one profile's portrait).
    #[must_use]
    pub fn is_breakdown(&self) -> bool {
        self.layout == Layout::Profiles && self.profile.is_none()
    }

    /// The poll asked here, where it is the only one.
    #[must_use]
    pub fn poll(&self) -> Option<usize> {
        match self.polls[..] {
            [poll] => Some(poll),
            _ => None,
        }
    }

    /// Every poll that is named here: asked, or shown again.
    pub fn named(&self) -> impl Iterator<Item = &usize> {
        let again = self.favourites.iter().map(|favourites| &favourites.poll);
        self.polls.iter().chain(&self.results_of).chain(again)
    }

    /// The same, for an index that has changed.
    pub fn named_mut(&mut self) -> impl Iterator<Item = &mut usize> {
        let again = self.favourites.iter_mut().map(|favourites| &mut favourites.poll);
        self.polls.iter_mut().chain(&mut self.results_of).chain(again)
    }

    /// The polls of the survey that is made here; none where one poll is asked, or nothing.
    #[must_use]
    pub fn survey(&self) -> &[usize] {
        if self.polls.len() > 1 { &self.polls } else { &[] }
    }
}

impl Deck {
    /// The language of the slides, as a BCP 47 tag.
    #[must_use]
    pub fn tag(&self) -> &str {
        match (&self.spoken, self.language) {
            (Some(spoken), _) => spoken,
            (None, Language::Fr) => "fr",
            (None, Language::En) => "en",
        }
    }

    /// The index of the poll with this id.
    #[must_use]
    pub fn poll_index(&self, id: &str) -> Option<usize> {
        self.polls.iter().position(|poll| poll.id == id)
    }

    /// The slide that asks a poll.
    #[must_use]
    pub fn slide_of_poll(&self, poll: usize) -> Option<usize> {
        self.slides.iter().position(|slide| slide.polls.contains(&poll))
    }

    /// The polls that open and close with a poll: those of its survey, or it alone.
    #[must_use]
    pub fn company(&self, poll: usize) -> Vec<usize> {
        self.slide_of_poll(poll)
            .map_or_else(|| vec![poll], |slide| self.slides[slide].polls.clone())
    }

    /// Whether the room sees what a poll has while it is open: what has its results after the close is not told before, nor is
    /// a poll of a survey before its own step.
    #[must_use]
    pub fn shows_while_open(&self, poll: usize) -> bool {
        self.polls[poll].results == crate::poll::ResultsVisibility::Live && self.company(poll).len() == 1
    }

    /// What the steps of a slide do to the polls that it asks; none where it asks nothing.
    #[must_use]
    pub fn stops(&self, slide: &Slide) -> Vec<Stop> {
        survey::stops(&slide.polls, |poll| self.polls[poll].steps())
    }

    /// What a step does to the polls of its slide.
    #[must_use]
    pub fn stop(&self, place: Cursor) -> Option<Stop> {
        let stops = self.stops(self.slides.get(place.slide)?);
        stops.get(usize::from(place.step)).copied()
    }

    /// The other half of a before/after pair: for the `after` poll its `before`, and the other way round; for a `then` poll, which
    /// is compared with it as well, the `after`. A question that was asked once more is the half after its round before, which
    /// for itself names that pair only where the talk has none for it.
    #[must_use]
    pub fn counterpart(&self, poll: usize) -> Option<usize> {
        let this = self.polls.get(poll)?;
        if let Some(before) = &this.again {
            return self.poll_index(before);
        }
        let in_talk = this.pair.and_then(|pair| {
            let wanted = match pair {
                Pair::Before | Pair::Then => Pair::After,
                Pair::After => Pair::Before,
            };
            self.wave(poll, wanted)
        });
        let once_more = |other: &Poll| other.again.as_deref() == Some(&this.id);
        in_talk.or_else(|| self.polls.iter().position(once_more))
    }

    /// The poll that asks a paired poll's question at another time.
    #[must_use]
    pub fn wave(&self, poll: usize, wanted: Pair) -> Option<usize> {
        let this = self.polls.get(poll)?;
        this.pair?;
        self.polls
            .iter()
            .position(|other| other.pair == Some(wanted) && other.stem() == this.stem())
    }

    /// The slide where the room's breakdown is shown.
    #[must_use]
    pub fn breakdown_slide(&self) -> Option<usize> {
        self.slides.iter().position(Slide::is_breakdown)
    }
}
