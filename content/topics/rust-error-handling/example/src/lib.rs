//! Imports the files of tide gauges.

pub mod line;

use std::path::Path;
use std::{fs, io};

use line::{LineError, level};

// #region error
/// Why a file couldn't be imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    #[error("can't read the file")]
    Read(#[from] io::Error),
    #[error("line {number}, {text:?}")]
    Line {
        number: usize,
        text: String,
        source: LineError,
    },
}
// #endregion error

// #region import
/// Reads all levels of a file, or the first error.
pub fn import(path: impl AsRef<Path>) -> Result<Vec<i32>, ImportError> {
    let text = fs::read_to_string(path)?;
    let mut levels = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let level = level(line).map_err(|source| ImportError::Line {
            number: index + 1,
            text: line.to_string(),
            source,
        })?;
        levels.push(level);
    }
    Ok(levels)
}
// #endregion import
