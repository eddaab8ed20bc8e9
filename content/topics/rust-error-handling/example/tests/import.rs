use std::error::Error;
use std::io::ErrorKind;

use tides::line::LineError;
use tides::{ImportError, import};

#[test]
fn a_good_file_gives_its_levels() {
    assert_eq!(import("gauges/harbor.csv").unwrap(), [412, -300]);
}

// #region causes
#[test]
fn the_first_bad_line_is_named_with_its_cause() {
    let error = import("gauges/pier.csv").unwrap_err();
    assert_eq!(error.to_string(), r#"line 2, "4l2,cm""#);
    let cause = error.source().unwrap();
    assert_eq!(cause.to_string(), "bad number");
    let cause = cause.source().unwrap();
    assert_eq!(cause.to_string(), "invalid digit found in string");
}
// #endregion causes

#[test]
fn callers_can_tell_the_cases_apart() {
    let missing = import("gauges/nowhere.csv");
    assert!(
        matches!(missing, Err(ImportError::Read(error)) if error.kind() == ErrorKind::NotFound)
    );
    let unit = import("gauges/lock.csv");
    assert!(matches!(
        unit,
        Err(ImportError::Line { number: 1, source: LineError::UnknownUnit(unit), .. }) if unit == "cm,"
    ));
}
