pub mod courses;
pub mod db;
