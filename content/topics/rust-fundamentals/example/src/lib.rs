//! Adds up what water meters report by radio.

use std::collections::BTreeMap;

use serde::Serialize;

// #region types
/// What a meter sent. The liters are missing if it had no reception.
#[derive(Debug, PartialEq)]
pub struct Reading {
    pub meter: String,
    pub liters: Option<u32>,
}

/// What a meter's readings add up to, and how many of them are missing.
#[derive(Debug, Default, PartialEq, Serialize)]
pub struct Total {
    pub liters: u64,
    pub missing: u32,
}

impl Total {
    pub fn is_complete(&self) -> bool {
        self.missing == 0
    }
}
// #endregion types

// #region parse
/// Reads a line such as `M-7; 120`, or `M-7; n/a` if there was no reception.
pub fn parse(line: &str) -> Option<Reading> {
    let (meter, value) = line.split_once(';')?;
    let meter = meter.trim();
    if !meter.starts_with("M-") {
        return None;
    }
    let liters = match value.trim() {
        "n/a" => None,
        number => Some(number.parse().ok()?),
    };
    Some(Reading {
        meter: meter.to_string(),
        liters,
    })
}
// #endregion parse

// #region totals
/// Adds up the readings of each meter.
pub fn totals(readings: &[Reading]) -> BTreeMap<&str, Total> {
    let mut totals = BTreeMap::<&str, Total>::new();
    for reading in readings {
        let total = totals.entry(&reading.meter).or_default();
        match reading.liters {
            Some(liters) => total.liters += u64::from(liters),
            None => total.missing += 1,
        }
    }
    totals
}
// #endregion totals

// #region tests
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_reading_only_if_it_has_a_meter_and_a_number() {
        let cases = [
            ("M-7; 120", Some(Some(120))),
            ("M-7;0", Some(Some(0))),
            (" M-7 ; 120 ", Some(Some(120))),
            ("M-7; n/a", Some(None)),
            ("M-7; -4", None),
            ("M-7; 1.5", None),
            ("M-7; 4294967296", None),
            ("M-7;", None),
            ("; 120", None),
            ("\u{feff}M-7; 120", None),
            ("broken line", None),
            ("", None),
        ];
        for (line, liters) in cases {
            let parsed = parse(line).map(|reading| reading.liters);
            assert_eq!(parsed, liters, "{line:?}");
        }
    }

    #[test]
    fn a_sum_may_be_larger_than_a_reading() {
        let readings: Vec<_> = ["M-7; 4294967295", "M-7; 1"]
            .iter()
            .filter_map(|line| parse(line))
            .collect();

        assert_eq!(totals(&readings)["M-7"].liters, 4_294_967_296);
    }

    #[test]
    fn a_missing_reading_is_not_zero() {
        let readings: Vec<_> = ["M-9; n/a", "M-7; 120", "M-9; 48", "M-7; 35"]
            .iter()
            .filter_map(|line| parse(line))
            .collect();

        let totals = totals(&readings);

        assert_eq!(totals["M-7"].liters, 155);
        assert_eq!(totals["M-9"].liters, 48);
        assert!(totals["M-7"].is_complete());
        assert!(!totals["M-9"].is_complete());
    }
}
// #endregion tests
