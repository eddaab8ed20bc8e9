//! The discs that the library owns.

// #region disc
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Disc {
    pub number: u32,
}

impl Disc {
    pub(crate) fn shelf(&self) -> u32 {
        self.number / 100
    }
}
// #endregion disc
