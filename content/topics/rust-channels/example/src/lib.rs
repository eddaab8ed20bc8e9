//! Seismometers that send samples, and the tasks that receive them.

pub mod display;
pub mod means;
pub mod recorder;
