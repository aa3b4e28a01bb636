//! Joining: in which order a phone is asked for what, and what the presenter is shown and may say.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use gazouillis_core::TokenHash;
use gazouillis_engine::EngineHandle;
use gazouillis_protocol::{DoorView, ErrorCode, JoinRequest};
use tokio::sync::watch;

use super::admission::{Admission, Verdict};
use super::{CodeSheet, DeviceAddress};
use crate::answer::ApiError;
use crate::secret::Secret;

/// The door of the running program.
#[derive(Debug)]
pub(crate) struct Door {
    admission: Mutex<Admission>,
    codes: Option<CodeSheet>,
    rehearsal_key: Secret,
    begun: Instant,
    changed: watch::Sender<()>,
}

impl Door {
    /// An open door. With a sheet, each phone needs a code of it.
    pub(crate) fn new(codes: Option<CodeSheet>) -> Self {
        Self {
            admission: Mutex::default(),
            codes,
            rehearsal_key: Secret::random(),
            begun: Instant::now(),
            changed: watch::Sender::new(()),
        }
    }

    fn lock(&self) -> MutexGuard<'_, Admission> {
        self.admission.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What makes a join one of a rehearsal.
    pub(crate) fn rehearsal_key(&self) -> &Secret {
        &self.rehearsal_key
    }

    /// A phone joins. One that has joined before is told so, whatever the door says now.
    pub(crate) async fn join(
        &self,
        engine: &EngineHandle,
        address: DeviceAddress,
        token: TokenHash,
        request: &JoinRequest,
    ) -> Result<(), ApiError> {
        let session = engine.now().facts.id.clone();
        if request.session.as_ref().is_some_and(|joined| *joined != session) {
            return Err(ErrorCode::OtherSession.into());
        }
        if let Some(key) = &request.rehearsal {
            return self.join_rehearsal(engine, token, key).await;
        }
        if engine.participant(&token).is_some() {
            return Ok(());
        }
        if engine.now().asks_resume {
            // Whose session it is has not been said yet.
            return Err(ErrorCode::DoorClosed.into());
        }
        let code = match &self.codes {
            None => None,
            Some(sheet) => Some(Self::code(sheet, request)?),
        };
        // Codes bound the number of phones more strictly than any guess about addresses.
        if code.is_some() {
            if !self.lock().is_open() {
                return Err(ErrorCode::DoorClosed.into());
            }
            engine.join(token, code).await?;
            return Ok(());
        }
        self.knock(&session, address, token)?;
        let joined = engine.join(token, None).await;
        if joined.is_err() {
            self.lock().withdraw(address, &token);
        }
        Ok(joined.map(drop)?)
    }

    /// Simulated phones need the presenter's key, and nothing else of what the door asks for.
    async fn join_rehearsal(&self, engine: &EngineHandle, token: TokenHash, key: &str) -> Result<(), ApiError> {
        if !self.rehearsal_key.is(key) {
            return Err(ErrorCode::RehearsalKey.into());
        }
        engine.rehearse().await?;
        engine.join(token, None).await?;
        Ok(())
    }

    fn code(sheet: &CodeSheet, request: &JoinRequest) -> Result<u32, ErrorCode> {
        let typed = request.code.as_deref().ok_or(ErrorCode::CodeNeeded)?;
        sheet.place_of(typed).ok_or(ErrorCode::CodeUnknown)
    }

    fn knock(&self, session: &str, address: DeviceAddress, token: TokenHash) -> Result<(), ErrorCode> {
        let verdict = self.lock().knock(session, address, token, self.begun.elapsed());
        let refusal = match verdict {
            Verdict::LetIn => return Ok(()),
            Verdict::Wait => ErrorCode::WaitingAtTheDoor,
            Verdict::NotLetIn => ErrorCode::NotLetIn,
            Verdict::Closed => ErrorCode::DoorClosed,
        };
        if verdict == Verdict::Wait {
            self.changed.send_replace(());
        }
        Err(refusal)
    }

    /// The presenter closes the door, or opens it again.
    pub(crate) fn set_open(&self, open: bool) {
        self.lock().set_open(open);
        self.changed.send_replace(());
    }

    /// The presenter says *let them in* or *not these*. Says whether there is such a group.
    pub(crate) fn answer(&self, group: &str, let_in: bool) -> bool {
        let known = self.lock().answer(group, let_in);
        self.changed.send_replace(());
        known
    }

    /// What the console shows.
    pub(crate) fn view(&self) -> DoorView {
        let mut admission = self.lock();
        DoorView {
            open: admission.is_open(),
            codes: self.codes.is_some(),
            rehearsal_key: self.rehearsal_key.reveal().to_owned(),
            waiting: admission.waiting(self.begun.elapsed()),
        }
    }

    /// Told when what the console shows may have changed.
    pub(crate) fn changes(&self) -> watch::Receiver<()> {
        self.changed.subscribe()
    }
}
