//! What a member may borrow.

// #region rules
use super::{LendError, Member};
use crate::catalog::Disc;

pub(super) const LIMIT: usize = 4;

pub(super) fn check(member: &Member, disc: &Disc) -> Result<(), LendError> {
    if member.discs.contains(disc) {
        return Err(LendError::AlreadyHas);
    }
    if member.discs.len() >= LIMIT {
        return Err(LendError::TooMany { limit: LIMIT });
    }
    Ok(())
}
// #endregion rules
