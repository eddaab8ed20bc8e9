//! Bike rides: their price, their payment, their lock and their HTTP API.

pub mod api;
pub mod lock;
pub mod payment;
pub mod price;
