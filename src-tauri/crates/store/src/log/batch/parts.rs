//! What several events are made of, as CBOR.

use gazouillis_core::Marks;
use gazouillis_core::kind::{ChoiceMarks, Record};
use gazouillis_core::session::{Seen, Sighting, Tap};
use minicbor::{Decoder, Encoder};
use serde::Serialize;
use serde::de::DeserializeOwned;

pub(super) type Written = Result<(), minicbor::encode::Error<std::convert::Infallible>>;
pub(super) type Read<T> = Result<T, minicbor::decode::Error>;

/// The set, where a ballot is nothing but a set of options: most are, and then a number says it all.
pub(super) fn plain_set(marks: &Marks) -> Option<u32> {
    match marks {
        Marks::Choice(ChoiceMarks {
            chosen,
            other: None,
            sure: None,
        }) => Some(chosen.bits()),
        _ => None,
    }
}

/// A poll that is not in the talk, or a talk that was edited, is kept as JSON, as the talk is that the session began with: it is
/// read by the same rules, however old.
pub(super) fn encode_json(to: &mut Encoder<Vec<u8>>, part: &impl Serialize) -> Written {
    let json = serde_json::to_string(part).expect("BUG: a part of a talk is JSON");
    to.str(&json)?;
    Ok(())
}

pub(super) fn decode_json<T: DeserializeOwned>(from: &mut Decoder<'_>, what: &str) -> Read<Box<T>> {
    serde_json::from_str(from.str()?).map_err(|_| unknown(what))
}

pub(super) fn encode_record(to: &mut Encoder<Vec<u8>>, record: &Record) -> Written {
    to.array(record.numbers.len() as u64)?;
    for number in &record.numbers {
        to.i64(*number)?;
    }
    to.array(record.texts.len() as u64)?;
    for text in &record.texts {
        to.str(text)?;
    }
    Ok(())
}

pub(super) fn decode_record(from: &mut Decoder<'_>) -> Read<Record> {
    let mut record = Record::default();
    for _ in 0..list(from)? {
        record.numbers.push(from.i64()?);
    }
    for _ in 0..list(from)? {
        record.texts.push(from.str()?.into());
    }
    Ok(record)
}

/// What was seen in the room: 0 with the profile, whether it is one more, and the tap; or 1 with whether it is shown.
pub(super) fn encode_sighting(to: &mut Encoder<Vec<u8>>, tag: u8, sighting: Sighting) -> Written {
    match sighting {
        Sighting::Counted { profile, seen, tap } => {
            to.array(6)?.u8(tag)?.u8(0)?.u64(profile as u64)?;
            to.bool(seen == Seen::More)?.u32(tap.desk)?.u32(tap.number)?;
        }
        Sighting::Shown(shown) => {
            to.array(3)?.u8(tag)?.u8(1)?.bool(shown)?;
        }
    }
    Ok(())
}

pub(super) fn decode_sighting(from: &mut Decoder<'_>) -> Read<Sighting> {
    match from.u8()? {
        0 => Ok(Sighting::Counted {
            profile: from.u64()? as usize,
            seen: if from.bool()? { Seen::More } else { Seen::Less },
            tap: Tap {
                desk: from.u32()?,
                number: from.u32()?,
            },
        }),
        1 => Ok(Sighting::Shown(from.bool()?)),
        _ => Err(unknown("a sighting")),
    }
}

pub(super) fn unknown(what: &str) -> minicbor::decode::Error {
    minicbor::decode::Error::message(format!("{what} not known"))
}

pub(super) fn list(from: &mut Decoder<'_>) -> Read<u64> {
    from.array()?
        .ok_or_else(|| minicbor::decode::Error::message("a list without its length"))
}
