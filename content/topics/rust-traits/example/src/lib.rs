//! What drivers pay at a charging station.

pub mod billing;
pub mod cents;
pub mod tariff;
