//! What home is asked for.

use std::path::Path;
use std::sync::Arc;

use gazouillis_core::Summary;
use gazouillis_core::deck::Language;
use gazouillis_engine::store::DataFolder;
use gazouillis_engine::{Beginning, Library};
use gazouillis_protocol::{
    HomeView, InterruptedSession, NewTalkRequest, OpenedTalk, PresentTalkRequest, RunningTalk, SettingsRequest,
};
use gazouillis_server::{Host, Paper, Refusal, ShelvedTalk, session_entry};

use super::cards::id_of;
use super::hall::{Hall, OnStage, lock};
use super::refusals::{bad_title, no_editor, nothing_to_resume, refusal, running_or_gone, unknown_talk, unwritten};
use crate::launch::Talk;
use crate::{BuiltIn, starter};

/// More characters of a title than this are not taken.
const LONGEST_TITLE: usize = 120;

impl Host for Hall {
    fn view(&self) -> HomeView {
        let running = lock(&self.on_stage).as_ref().map(OnStage::card);
        let sessions = self.library(Library::sessions).unwrap_or_default().unwrap_or_default();
        let interrupted = running.is_none().then(|| self.interrupted()).flatten();
        let (language, tour_done) = {
            let shelf = lock(&self.shelf);
            (shelf.language, shelf.tour_done)
        };
        HomeView {
            talks: self.cards(),
            sessions: sessions.into_iter().map(session_entry).collect(),
            running,
            interrupted: interrupted.map(|left| InterruptedSession {
                session: left.facts.id,
                title: left.talk.title.clone(),
                slide: left.slide as u32 + 1,
                slides: left.talk.slides.len() as u32,
                joined: left.joined,
                touched_at: left.touched_at,
            }),
            opened: lock(&self.opened).clone(),
            language,
            offers_tour: !tour_done,
            can_edit: self.stagehand.can_edit(),
            folder: self.folder.display().to_string(),
        }
    }

    fn reference(&self, language: Language) -> String {
        crate::reference(language)
    }

    fn talk(&self, id: &str) -> Option<ShelvedTalk> {
        if let Some(talk) = BuiltIn::with_id(id) {
            return Some(ShelvedTalk {
                deck: Arc::new(talk.deck()),
                folder: None,
            });
        }
        let loaded = gazouillis_deck::load(&self.path_of(id)?).ok()?;
        Some(ShelvedTalk {
            deck: Arc::new(loaded.deck),
            folder: Some(loaded.folder),
        })
    }

    fn open(&self, path: &Path) -> Result<OpenedTalk, Refusal> {
        let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        if let Err(error @ gazouillis_deck::LoadError::Unreadable { .. }) = gazouillis_deck::load(&whole) {
            return Err(refusal(|language| error.message(language)));
        }
        Ok(self.add(whole))
    }

    fn create(&self, request: &NewTalkRequest) -> Result<OpenedTalk, Refusal> {
        let title = request.title.trim();
        if title.is_empty() || title.chars().count() > LONGEST_TITLE || title.chars().any(char::is_control) {
            return Err(bad_title(LONGEST_TITLE));
        }
        let text = starter::titled(request.language, title);
        let path = starter::write_new(&self.folder, title, &text).map_err(|error| unwritten(&self.folder, &error))?;
        Ok(self.add(path))
    }

    fn copy(&self, id: &str) -> Result<OpenedTalk, Refusal> {
        if let Some(talk) = BuiltIn::with_id(id) {
            let name = talk.name.trim_end_matches(".md");
            let path = starter::write_new(&self.folder, name, talk.text);
            return Ok(self.add(path.map_err(|error| unwritten(&self.folder, &error))?));
        }
        let path = self.path_of(id).ok_or_else(unknown_talk)?;
        // Its pictures are beside it.
        let folder = path.parent().unwrap_or(&self.folder).to_owned();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let copied = std::fs::read_to_string(&path).and_then(|text| starter::write_new(&folder, &name, &text));
        Ok(self.add(copied.map_err(|error| unwritten(&folder, &error))?))
    }

    fn edit(&self, id: &str) -> Result<(), Refusal> {
        let path = self.path_of(id).ok_or_else(unknown_talk)?;
        self.stagehand.edit(&path).map_err(|error| no_editor(&path, &error))
    }

    fn remove(&self, id: &str) {
        let mut shelf = lock(&self.shelf);
        shelf.talks.retain(|known| id_of(&known.path) != id);
        shelf.keep();
    }

    fn settle(&self, request: &SettingsRequest) {
        let mut shelf = lock(&self.shelf);
        shelf.language = request.language.or(shelf.language);
        shelf.tour_done |= request.tour_done;
        shelf.keep();
    }

    fn present(&self, id: &str, request: &PresentTalkRequest) -> Result<RunningTalk, Refusal> {
        let talk = self.take(id, request.minutes)?;
        if request.rehearsal {
            return self.put_on(talk, Beginning::New, true, (false, None));
        }
        // After a crash its session goes on, also when the file was edited meanwhile.
        let presented = lock(&self.shelf).presented.clone();
        let goes_on = self.interrupted().filter(|left| {
            let same = presented.filter(|presented| presented.session == left.facts.id && presented.talk.is_some());
            same.is_some_and(|presented| presented.talk == talk.file)
        });
        match goes_on {
            Some(left) => {
                let deck = (*left.talk).clone();
                self.put_on(Talk { deck, ..talk }, Beginning::Ask, false, (true, request.minutes))
            }
            None => self.put_on(talk, Beginning::Ask, false, (false, None)),
        }
    }

    fn resume(&self) -> Result<RunningTalk, Refusal> {
        let left = self.interrupted().ok_or_else(nothing_to_resume)?;
        let presented = lock(&self.shelf).presented.clone();
        let same = presented.filter(|presented| presented.session == left.facts.id);
        let file = same.and_then(|presented| presented.talk).filter(|file| file.exists());
        let talk = Talk {
            deck: (*left.talk).clone(),
            file,
        };
        self.put_on(talk, Beginning::Resume, false, (true, None))
    }

    fn leave(&self) {
        let left = lock(&self.on_stage).take();
        if let Some(left) = left {
            self.stagehand.lower();
            // Waits until what has been received is written.
            let rehearsed = left.rehearsal;
            drop(left);
            if rehearsed {
                self.clear_rehearsals();
            }
            *lock(&self.library) = None;
        }
        self.refresh();
    }

    fn summary(&self, session: &str) -> Result<Option<Summary>, Refusal> {
        Ok(self.library(|library| library.summary(session))?.flatten())
    }

    fn paper(&self, session: &str) -> Result<Option<Paper>, Refusal> {
        let found = self.library(|library| library.talk_and_summary(session))?.flatten();
        Ok(found.map(|(deck, summary)| Paper {
            folder: lock(&self.shelf).pictures_of(session, &deck),
            deck,
            summary: Some(summary),
        }))
    }

    fn forget(&self, session: &str) -> Result<(), Refusal> {
        let words = |error: gazouillis_engine::store::StoreError| refusal(|language| error.message(language));
        let on_stage = lock(&self.on_stage);
        if let Some(on_stage) = &*on_stage {
            let engine = on_stage.running.session();
            let forgotten = tokio::runtime::Handle::current().block_on(engine.forget(session.to_owned()));
            return forgotten.map(|_| ()).map_err(|_| running_or_gone());
        }
        *lock(&self.library) = None;
        let folder = DataFolder::open(&self.data).map_err(words)?;
        let (mut writer, _) = folder.writer().map_err(words)?;
        writer.forget(session).map_err(words)?;
        Ok(())
    }
}
