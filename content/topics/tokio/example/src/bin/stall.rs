//! What 300 ms of computation do to a task that only wants to tick.

use std::thread;
use std::time::{Duration, Instant};

use tokio::task::{self, JoinSet};
use tokio::time;

// #region stall
/// Stands for compressing a report: 300 ms of work without an `.await`.
fn compress() {
    thread::sleep(Duration::from_millis(300));
}

async fn in_async_fn() {
    compress();
}

async fn in_blocking_pool() {
    task::spawn_blocking(compress)
        .await
        .expect("compress doesn't panic");
}

/// The longest time between two ticks, which should be 10 ms.
async fn longest_pause() -> Duration {
    let mut tick = time::interval(Duration::from_millis(10));
    let (mut last, mut longest) = (Instant::now(), Duration::ZERO);
    for _ in 0..100 {
        tick.tick().await;
        longest = longest.max(last.elapsed());
        last = Instant::now();
    }
    longest
}

#[tokio::main(worker_threads = 2)]
async fn main() {
    let ticker = tokio::spawn(longest_pause());
    let reports: JoinSet<()> = (0..4).map(|_| in_async_fn()).collect();
    reports.join_all().await;
    println!("in an async fn:      {:?}", ticker.await.unwrap());

    let ticker = tokio::spawn(longest_pause());
    let reports: JoinSet<()> = (0..4).map(|_| in_blocking_pool()).collect();
    reports.join_all().await;
    println!("with spawn_blocking: {:?}", ticker.await.unwrap());
}
// #endregion stall
