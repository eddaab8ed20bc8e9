//! Sensors that never wait, and a writer that sometimes has to.

use std::time::Duration;

use tokio::sync::mpsc::error::TrySendError;
use tokio::sync::mpsc::{Receiver, Sender};
use tokio::time::interval;

#[derive(Debug)]
pub struct Sample {
    pub station: u32,
    pub number: u64,
}

// #region sensor
/// Sends a hundred samples a second until no one receives them.
/// Returns how many it had to drop because the channel was full.
pub async fn sensor(station: u32, samples: Sender<Sample>) -> u64 {
    let mut tick = interval(Duration::from_millis(10));
    let mut dropped = 0;
    for number in 0.. {
        tick.tick().await;
        match samples.try_send(Sample { station, number }) {
            Ok(()) => {}
            Err(TrySendError::Full(_)) => dropped += 1,
            Err(TrySendError::Closed(_)) => break,
        }
    }
    dropped
}
// #endregion sensor

// #region writer
/// Writes samples until all senders are gone, and returns how many.
pub async fn writer(mut samples: Receiver<Sample>, mut write: impl AsyncFnMut(Sample)) -> u64 {
    let mut written = 0;
    while let Some(sample) = samples.recv().await {
        write(sample).await;
        written += 1;
    }
    written
}
// #endregion writer
