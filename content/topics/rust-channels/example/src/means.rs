//! A task that owns its data, and the handle through which others use it.

use std::collections::HashMap;

use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;

// #region ask
enum Ask {
    Add {
        station: String,
        value: f64,
    },
    Mean {
        station: String,
        reply: oneshot::Sender<Option<f64>>,
    },
}
// #endregion ask

// #region owner
/// Owns the sums. Ends when all handles have been dropped, and returns the number of stations.
async fn owner(mut asks: mpsc::Receiver<Ask>) -> usize {
    let mut sums: HashMap<String, (f64, u32)> = HashMap::new();
    while let Some(ask) = asks.recv().await {
        match ask {
            Ask::Add { station, value } => {
                let (sum, count) = sums.entry(station).or_default();
                *sum += value;
                *count += 1;
            }
            Ask::Mean { station, reply } => {
                let mean = sums
                    .get(&station)
                    .map(|(sum, count)| sum / f64::from(*count));
                let _ = reply.send(mean); // the caller may have given up
            }
        }
    }
    sums.len()
}
// #endregion owner

// #region handle
#[derive(Clone)]
pub struct Means {
    asks: mpsc::Sender<Ask>,
}

/// The owner has ended, because it panicked or the runtime shuts down.
#[derive(Debug, PartialEq)]
pub struct Gone;

impl Means {
    pub fn start() -> (Self, JoinHandle<usize>) {
        let (asks, inbox) = mpsc::channel(16);
        (Self { asks }, tokio::spawn(owner(inbox)))
    }

    pub async fn add(&self, station: &str, value: f64) -> Result<(), Gone> {
        let station = station.to_string();
        let ask = Ask::Add { station, value };
        self.asks.send(ask).await.map_err(|_| Gone)
    }

    pub async fn mean(&self, station: &str) -> Result<Option<f64>, Gone> {
        let (reply, answer) = oneshot::channel();
        let station = station.to_string();
        let ask = Ask::Mean { station, reply };
        self.asks.send(ask).await.map_err(|_| Gone)?;
        answer.await.map_err(|_| Gone)
    }
}
// #endregion handle
