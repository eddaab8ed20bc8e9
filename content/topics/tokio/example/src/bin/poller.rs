//! A task that runs until it's told to stop.

use std::time::Duration;

use tokio::time;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

// #region poller
async fn poller(stop: CancellationToken) {
    let mut rounds = 0;
    let mut tick = time::interval(Duration::from_millis(100));
    loop {
        tokio::select! {
            _ = tick.tick() => rounds += 1,
            () = stop.cancelled() => break,
        }
    }
    time::sleep(Duration::from_millis(50)).await; // finish the round, close files
    println!("closed after {rounds} rounds");
}

#[tokio::main]
async fn main() {
    let stop = CancellationToken::new();
    let tasks = TaskTracker::new();
    tasks.spawn(poller(stop.clone()));

    time::sleep(Duration::from_millis(250)).await; // in a service: wait for a signal
    stop.cancel();
    tasks.close();
    match time::timeout(Duration::from_secs(5), tasks.wait()).await {
        Ok(()) => println!("clean stop"),
        Err(_) => println!("gave up waiting"),
    }
}
// #endregion poller
