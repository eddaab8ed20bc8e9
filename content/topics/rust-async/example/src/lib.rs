//! A ferry booking service, reduced to what async Rust does with it.

pub mod booking;
pub mod prices;
pub mod records;
pub mod visits;
