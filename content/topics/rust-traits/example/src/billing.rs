use crate::cents::Cents;
use crate::tariff::{Capped, Hourly, PerKwh, Session, Tariff};

// #region total
/// What a driver pays for several sessions.
pub fn total(tariff: &impl Tariff, sessions: &[Session]) -> Cents {
    sessions.iter().map(|session| tariff.price(session)).sum()
}
// #endregion total

// #region dyn
/// The tariff with this name in the configuration, or none.
pub fn tariff(name: &str) -> Option<Box<dyn Tariff>> {
    match name {
        "per-kwh" => Some(Box::new(PerKwh(Cents(42)))),
        "hourly" => Some(Box::new(Hourly(Cents(100)))),
        "fleet" => Some(Box::new(Capped {
            base: PerKwh(Cents(38)),
            most: Cents(1500),
        })),
        _ => None,
    }
}

/// The tariff that is cheapest for a session.
pub fn cheapest<'t>(tariffs: &'t [Box<dyn Tariff>], session: &Session) -> Option<&'t dyn Tariff> {
    tariffs
        .iter()
        .map(Box::as_ref)
        .min_by_key(|tariff| tariff.price(session))
}
// #endregion dyn

#[cfg(test)]
mod tests {
    use super::*;

    // #region flat
    /// Every session costs the same.
    struct Flat(u64);

    impl Tariff for Flat {
        fn price(&self, _session: &Session) -> Cents {
            Cents(self.0)
        }
    }

    #[test]
    fn a_total_counts_every_session() {
        let sessions = [session(1, 1), session(2, 2), session(3, 3)];
        assert_eq!(total(&Flat(7), &sessions), Cents(21));
        assert_eq!(total(&Flat(7), &[]), Cents(0));
    }
    // #endregion flat

    fn session(watt_hours: u64, minutes: u64) -> Session {
        Session {
            watt_hours,
            minutes,
        }
    }

    #[test]
    fn an_unknown_name_is_no_tariff() {
        assert!(tariff("fleet2").is_none());
        let fleet = tariff("fleet").unwrap();
        assert_eq!(total(&fleet, &[session(20_000, 90)]), Cents(760));
        assert_eq!(total(&fleet, &[session(50_000, 90)]), Cents(1500));
    }

    #[test]
    fn the_cheapest_depends_on_the_session() {
        let all: Vec<_> = ["per-kwh", "hourly"]
            .into_iter()
            .filter_map(tariff)
            .collect();
        let label = |session| cheapest(&all, &session).map(Tariff::label);
        assert_eq!(label(session(20_000, 90)).as_deref(), Some("hourly"));
        assert_eq!(label(session(1_000, 90)).as_deref(), Some("standard"));
        assert!(cheapest(&[], &session(1, 1)).is_none());
    }
}
