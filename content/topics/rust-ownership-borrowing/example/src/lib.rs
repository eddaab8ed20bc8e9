//! The seats of a theater, and who has them.

// #region types
#[derive(Debug, PartialEq)]
pub struct Seat {
    pub label: String,
    pub guest: Option<String>,
}

#[derive(Debug, Default)]
pub struct Plan {
    seats: Vec<Seat>,
}
// #endregion types

// #region methods
impl Plan {
    /// Adds a free seat. It keeps the label, so it takes ownership.
    pub fn add(&mut self, label: String) {
        self.seats.push(Seat { label, guest: None });
    }

    /// Looks at a seat.
    pub fn find(&self, label: &str) -> Option<&Seat> {
        self.seats.iter().find(|seat| seat.label == label)
    }

    /// Gives a free seat to a guest. If that fails, the name comes back.
    pub fn sell(&mut self, label: &str, guest: String) -> Result<(), String> {
        let seat = self.seats.iter_mut().find(|seat| seat.label == label);
        match seat {
            Some(seat) if seat.guest.is_none() => {
                seat.guest = Some(guest);
                Ok(())
            }
            _ => Err(guest),
        }
    }

    /// Ends the evening and returns the guests.
    pub fn close(self) -> Vec<String> {
        self.seats
            .into_iter()
            .filter_map(|seat| seat.guest)
            .collect()
    }
}
// #endregion methods

// #region rejected
/// A closed plan can't be used.
///
/// ```compile_fail,E0382
/// let mut plan = theater::Plan::default();
/// plan.close();
/// plan.add("A1".to_string());
/// ```
///
/// A seat can't be looked at while the plan changes.
///
/// ```compile_fail,E0502
/// let mut plan = theater::Plan::default();
/// let seat = plan.find("A1");
/// plan.add("F1".to_string());
/// println!("{seat:?}");
/// ```
///
/// A seat can't outlive its plan.
///
/// ```compile_fail,E0597
/// let seat = {
///     let plan = theater::Plan::default();
///     plan.find("A1")
/// };
/// println!("{seat:?}");
/// ```
pub mod rejected {}
// #endregion rejected

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};
    use std::thread;

    use super::*;

    fn plan() -> Plan {
        let mut plan = Plan::default();
        plan.add("A1".to_string());
        plan.add("A2".to_string());
        plan
    }

    #[test]
    fn a_seat_is_sold_once() {
        let mut plan = plan();
        assert_eq!(plan.sell("A1", "Imre".to_string()), Ok(()));
        assert_eq!(plan.sell("A1", "Zoya".to_string()), Err("Zoya".to_string()));
        assert_eq!(plan.sell("Z9", "Zoya".to_string()), Err("Zoya".to_string()));
        assert_eq!(plan.find("A1").unwrap().guest.as_deref(), Some("Imre"));
        assert_eq!(plan.find("A2").unwrap().guest, None);
        assert_eq!(plan.close(), ["Imre"]);
    }

    // #region label
    #[test]
    fn the_label_may_go_before_the_seat() {
        let plan = plan();
        let seat = {
            let label = "A2".to_string();
            plan.find(&label)
        };
        assert_eq!(seat.unwrap().label, "A2");
    }
    // #endregion label

    // #region threads
    #[test]
    fn of_eight_box_offices_one_sells_the_seat() {
        let plan = Arc::new(Mutex::new(plan()));
        let offices: Vec<_> = (0..8)
            .map(|office| {
                let plan = Arc::clone(&plan);
                thread::spawn(move || {
                    let guest = format!("guest {office}");
                    plan.lock().unwrap().sell("A1", guest).is_ok()
                })
            })
            .collect();

        let sold = offices.into_iter().map(|office| office.join().unwrap());
        assert_eq!(sold.filter(|sold| *sold).count(), 1);
    }
    // #endregion threads
}
