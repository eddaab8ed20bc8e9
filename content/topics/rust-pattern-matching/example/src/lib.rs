//! A parcel locker: its states, and what the display tells a customer.

use serde::Deserialize;

// #region parcel
#[derive(Debug, PartialEq, Deserialize)]
#[serde(tag = "status", rename_all = "snake_case", deny_unknown_fields)]
pub enum Parcel {
    Stored { door: u8 },
    Ready { door: u8, code: String, days: u32 },
    Blocked { reason: String },
    Gone,
}
// #endregion parcel

// #region reply
/// What the display shows when a customer types a code.
pub fn reply(parcel: &Parcel, typed: &str) -> String {
    match parcel {
        Parcel::Ready {
            days: late @ 8.., ..
        } => format!("expired, days late: {}", late - 7),
        Parcel::Ready { door, code, .. } if code == typed => format!("open {door}"),
        Parcel::Ready { .. } => "wrong code".to_string(),
        Parcel::Stored { door } => format!("door {door} is waiting for the courier"),
        Parcel::Blocked { reason } => format!("ask the desk: {reason}"),
        Parcel::Gone => "nothing here".to_string(),
    }
}
// #endregion reply

// #region command
#[derive(Debug, PartialEq)]
pub enum Command<'a> {
    Open { door: u8, code: &'a str },
    Say(Vec<&'a str>),
    Help,
}

/// A line that a technician types.
pub fn command(line: &str) -> Result<Command<'_>, String> {
    let words: Vec<&str> = line.split_whitespace().collect();
    match words.as_slice() {
        ["open" | "unlock", door, code] => match door.parse() {
            Ok(door @ 1..=40) => Ok(Command::Open { door, code }),
            Ok(door) => Err(format!("there is no door {door}")),
            Err(_) => Err(format!("{door} isn't the number of a door")),
        },
        ["say", words @ ..] => Ok(Command::Say(words.to_vec())),
        [] | ["help", ..] => Ok(Command::Help),
        [other, rest @ ..] => Err(format!("unknown: {other} with {} arguments", rest.len())),
    }
}
// #endregion command

// #region fee
/// The fee in cents after this many days.
pub fn fee(days: u32) -> u32 {
    match days {
        0..=7 => 0,
        8..=13 => 150,
        14.. => 400,
    }
}
// #endregion fee

// #region label
/// The label on the door, while the parcel waits for its owner.
pub fn label(parcel: &Parcel) -> Option<String> {
    let Parcel::Ready { door, days, .. } = parcel else {
        return None;
    };
    Some(format!("door {door}, day {days}"))
}
// #endregion label

// #region reminder
/// Whom to remind, and of which door.
pub fn reminder<'a>(parcel: &Parcel, email: Option<&'a str>) -> Option<(&'a str, u8)> {
    if let Parcel::Ready {
        door, days: 5..=7, ..
    } = parcel
        && let Some(email) = email
    {
        return Some((email, *door));
    }
    None
}
// #endregion reminder

// #region free
pub fn free_doors(doors: &[Parcel]) -> usize {
    doors
        .iter()
        .filter(|parcel| matches!(parcel, Parcel::Gone))
        .count()
}
// #endregion free

// #region collect
impl Parcel {
    /// The state after the parcel was collected, or the parcel itself if it may not be.
    pub fn collect(self, typed: &str) -> Result<Parcel, Parcel> {
        match self {
            Parcel::Ready {
                code, days: ..=7, ..
            } if code == typed => Ok(Parcel::Gone),
            other => Err(other),
        }
    }
}
// #endregion collect
