use crate::price::{TooLong, price};

// #region payment
#[derive(Debug, PartialEq)]
pub struct Declined;

/// What a ride needs from a payment provider.
pub trait Payments {
    fn charge(&mut self, card: &str, cents: u32) -> Result<(), Declined>;
}

#[derive(Debug, PartialEq)]
pub enum Finished {
    Paid(u32),
    Owed(u32),
}

/// Ends a ride. If the card is declined, the rider owes the price.
pub fn finish(payments: &mut impl Payments, card: &str, minutes: u32) -> Result<Finished, TooLong> {
    let cents = price(minutes)?;
    Ok(match payments.charge(card, cents) {
        Ok(()) => Finished::Paid(cents),
        Err(Declined) => Finished::Owed(cents),
    })
}
// #endregion payment

// #region fake
#[cfg(test)]
mod tests {
    use super::*;

    /// Accepts the card "good" only, and remembers every charge.
    #[derive(Default)]
    struct FakePayments {
        charges: Vec<(String, u32)>,
    }

    impl Payments for FakePayments {
        fn charge(&mut self, card: &str, cents: u32) -> Result<(), Declined> {
            self.charges.push((card.to_owned(), cents));
            if card == "good" {
                Ok(())
            } else {
                Err(Declined)
            }
        }
    }

    #[test]
    fn a_ride_is_charged_once() {
        let mut payments = FakePayments::default();
        assert_eq!(finish(&mut payments, "good", 31), Ok(Finished::Paid(150)));
        assert_eq!(payments.charges, [("good".to_owned(), 150)]);
    }

    #[test]
    fn a_declined_ride_is_owed() {
        let mut payments = FakePayments::default();
        assert_eq!(finish(&mut payments, "empty", 31), Ok(Finished::Owed(150)));
        assert_eq!(payments.charges.len(), 1); // and not tried again
    }

    #[test]
    fn a_refused_ride_is_not_charged() {
        let mut payments = FakePayments::default();
        assert!(finish(&mut payments, "good", 1441).is_err());
        assert!(payments.charges.is_empty());
    }
}
// #endregion fake
