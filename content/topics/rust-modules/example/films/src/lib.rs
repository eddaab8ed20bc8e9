//! The members of a film library, and the discs they have at home.

// #region root
mod catalog;
mod loans;

pub use catalog::Disc;
pub use loans::{LendError, Member};
// #endregion root
