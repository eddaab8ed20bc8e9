use std::error::Error;
use std::fmt;
use std::num::ParseIntError;

// #region error
/// Why a line isn't a level.
#[derive(Debug, PartialEq)]
pub enum LineError {
    NoUnit,
    UnknownUnit(String),
    OutOfRange,
    BadNumber(ParseIntError),
}
// #endregion error

// #region by-hand
impl From<ParseIntError> for LineError {
    fn from(cause: ParseIntError) -> Self {
        LineError::BadNumber(cause)
    }
}

impl fmt::Display for LineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LineError::NoUnit => write!(f, "no unit"),
            LineError::UnknownUnit(unit) => write!(f, "unknown unit {unit:?}"),
            LineError::OutOfRange => write!(f, "level out of range"),
            LineError::BadNumber(_) => write!(f, "bad number"),
        }
    }
}

impl Error for LineError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            LineError::BadNumber(cause) => Some(cause),
            LineError::NoUnit | LineError::UnknownUnit(_) | LineError::OutOfRange => None,
        }
    }
}
// #endregion by-hand

// #region level
/// Reads a line such as `412,cm` or `-3,m`, and returns centimeters.
pub fn level(line: &str) -> Result<i32, LineError> {
    let (number, unit) = line.split_once(',').ok_or(LineError::NoUnit)?;
    let number: i32 = number.trim().parse()?;
    match unit.trim() {
        "cm" => Ok(number),
        "m" => number.checked_mul(100).ok_or(LineError::OutOfRange),
        other => Err(LineError::UnknownUnit(other.to_string())),
    }
}
// #endregion level

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_is_in_centimeters() {
        for (line, centimeters) in [("412,cm", 412), ("-3,m", -300), (" 7 , cm ", 7)] {
            assert_eq!(level(line), Ok(centimeters), "{line}");
        }
    }

    #[test]
    fn each_kind_of_bad_line_has_its_own_error() {
        let cases = [
            ("", LineError::NoUnit),
            ("412", LineError::NoUnit),
            ("412,cm,", LineError::UnknownUnit("cm,".to_string())),
            ("21474837,m", LineError::OutOfRange),
        ];
        for (line, error) in cases {
            assert_eq!(level(line), Err(error), "{line}");
        }
        for line in [",cm", "4l2,cm", "2147483648,cm"] {
            assert!(
                matches!(level(line), Err(LineError::BadNumber(_))),
                "{line}"
            );
        }
    }
}
