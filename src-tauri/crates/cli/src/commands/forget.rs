//! `gazouillis forget SESSION`

use gazouillis_core::deck::Language;
use gazouillis_engine::store::DataFolder;

use super::{Exit, Failure};
use crate::arguments::Forget;
use crate::launch::data_folder;

pub(super) fn run(arguments: &Forget, language: Language) -> Result<Exit, Failure> {
    let store = |error| Failure::store(&error, language);
    let folder = DataFolder::open(&data_folder(arguments.data.as_deref())).map_err(store)?;
    let (mut writer, _) = folder.writer().map_err(store)?;
    if !writer.forget(&arguments.session).map_err(store)? {
        return Err(Failure::unknown_session(&arguments.session, language));
    }
    Ok(Exit::Done)
}
