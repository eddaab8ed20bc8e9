//! The yearly change in length of glaciers.

pub mod db;
pub mod readings;
pub mod schema;
