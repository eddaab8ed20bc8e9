//! The members of a film library, and the discs they have at home.
//! What other crates can't use:
//!
//! ```compile_fail
//! use films::loans::Member; // the module is private
//! ```
//!
//! ```compile_fail
//! films::Disc { number: 101 }.shelf(); // only this crate
//! ```

// #region root
mod catalog;
mod loans;

pub use catalog::Disc;
pub use loans::{LendError, Member};
// #endregion root
