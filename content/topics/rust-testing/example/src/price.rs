use std::fmt;

#[derive(Debug, PartialEq)]
pub struct TooLong {
    pub minutes: u32,
}

impl fmt::Display for TooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a ride of {} minutes is longer than a day", self.minutes)
    }
}

impl std::error::Error for TooLong {}

// #region price
/// The price of a ride in cents: 100, plus 50 for each half hour begun after the first.
///
/// ```
/// use rides::price::price;
///
/// assert_eq!(price(20), Ok(100));
/// assert_eq!(price(31), Ok(150));
/// ```
pub fn price(minutes: u32) -> Result<u32, TooLong> {
    if minutes > 24 * 60 {
        return Err(TooLong { minutes });
    }
    Ok(100 + half_hours_after_first(minutes) * 50)
}

fn half_hours_after_first(minutes: u32) -> u32 {
    minutes.saturating_sub(30).div_ceil(30)
}
// #endregion price

// #region tests
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_half_hour_counts_from_its_first_minute() {
        let cases = [(0, 0), (30, 0), (31, 1), (60, 1), (61, 2), (1440, 47)];
        for (minutes, half_hours) in cases {
            assert_eq!(
                half_hours_after_first(minutes),
                half_hours,
                "{minutes} minutes"
            );
        }
    }

    #[test]
    fn a_ride_longer_than_a_day_is_refused() {
        assert_eq!(price(1440), Ok(2450));
        assert_eq!(price(1441), Err(TooLong { minutes: 1441 }));
    }

    #[test]
    fn the_error_says_how_long_the_ride_was() -> Result<(), std::num::ParseIntError> {
        let minutes = "1500".parse()?;
        let error = price(minutes).unwrap_err();
        assert_eq!(
            error.to_string(),
            "a ride of 1500 minutes is longer than a day"
        );
        Ok(())
    }
}
// #endregion tests
