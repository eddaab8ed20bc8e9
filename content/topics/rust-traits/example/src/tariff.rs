use crate::cents::Cents;

pub struct Session {
    pub watt_hours: u64,
    pub minutes: u64,
}

// #region trait
/// A way to price a session at the charging station.
pub trait Tariff {
    fn price(&self, session: &Session) -> Cents;

    fn label(&self) -> String {
        "standard".to_string()
    }
}
// #endregion trait

// #region implementations
/// A price for each kilowatt-hour, rounded to the nearest cent.
pub struct PerKwh(pub Cents);

impl Tariff for PerKwh {
    fn price(&self, session: &Session) -> Cents {
        Cents((session.watt_hours * self.0.0 + 500) / 1000)
    }
}

/// A price for each hour that has begun.
pub struct Hourly(pub Cents);

impl Tariff for Hourly {
    fn price(&self, session: &Session) -> Cents {
        Cents(self.0.0 * session.minutes.div_ceil(60))
    }

    fn label(&self) -> String {
        "hourly".to_string()
    }
}
// #endregion implementations

// #region capped
/// Another tariff, and at most so much per session.
pub struct Capped<T> {
    pub base: T,
    pub most: Cents,
}

impl<T: Tariff> Tariff for Capped<T> {
    fn price(&self, session: &Session) -> Cents {
        self.base.price(session).min(self.most)
    }

    fn label(&self) -> String {
        format!("{}, at most {}", self.base.label(), self.most)
    }
}
// #endregion capped

// #region box
impl<T: Tariff + ?Sized> Tariff for Box<T> {
    fn price(&self, session: &Session) -> Cents {
        (**self).price(session)
    }

    fn label(&self) -> String {
        (**self).label()
    }
}
// #endregion box

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices() {
        let cases = [(0, 0, 0, 0), (20_000, 60, 840, 100), (12_346, 61, 519, 200)];
        for (watt_hours, minutes, per_kwh, hourly) in cases {
            let session = Session {
                watt_hours,
                minutes,
            };
            assert_eq!(PerKwh(Cents(42)).price(&session), Cents(per_kwh));
            assert_eq!(Hourly(Cents(100)).price(&session), Cents(hourly));
        }
    }

    #[test]
    fn a_cap_works_on_any_tariff_also_on_a_boxed_one() {
        let session = Session {
            watt_hours: 20_000,
            minutes: 90,
        };
        let most = Cents(500);
        let direct = Capped {
            base: PerKwh(Cents(42)),
            most,
        };
        assert_eq!(direct.price(&session), Cents(500));
        assert_eq!(direct.label(), "standard, at most 5.00");

        let base: Box<dyn Tariff> = Box::new(Hourly(Cents(100)));
        let boxed = Capped { base, most };
        assert_eq!(boxed.price(&session), Cents(200));
        assert_eq!(boxed.label(), "hourly, at most 5.00");
    }
}
