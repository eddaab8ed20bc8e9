//! Who has which discs.

// #region loans
mod rules;

use crate::catalog::Disc;

/// A member, who has no more discs than the rules allow:
///
/// ```compile_fail
/// films::Member::new("Oona").discs.push(films::Disc { number: 101 });
/// ```
#[derive(Debug)]
pub struct Member {
    pub name: String,
    discs: Vec<Disc>, // private: only this module and its children get at it
}

#[derive(Debug, PartialEq)]
pub enum LendError {
    TooMany { limit: usize },
    AlreadyHas,
}

impl Member {
    pub fn new(name: &str) -> Self {
        Self {
            name: name.to_string(),
            discs: Vec::new(),
        }
    }

    pub fn lend(&mut self, disc: Disc) -> Result<(), LendError> {
        rules::check(self, &disc)?;
        self.discs.push(disc);
        Ok(())
    }

    /// Takes a disc back, and returns the shelf it belongs to.
    pub fn take_back(&mut self, number: u32) -> Option<u32> {
        let place = self.discs.iter().position(|disc| disc.number == number)?;
        Some(self.discs.remove(place).shelf())
    }

    pub fn discs(&self) -> &[Disc] {
        &self.discs
    }
}
// #endregion loans

// #region tests
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_is_the_one_of_the_rules() {
        let mut member = Member::new("Oona");
        for number in 1..=rules::LIMIT as u32 {
            member.discs.push(Disc { number }); // a child may do that
        }
        let limit = rules::LIMIT;
        let result = member.lend(Disc { number: 200 });
        assert_eq!(result, Err(LendError::TooMany { limit }));
    }
}
// #endregion tests
