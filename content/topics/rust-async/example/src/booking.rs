//! Three steps that belong together, and a caller with a time limit.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::task::JoinError;
use tokio::time::{sleep, timeout};

/// Stands for the database and the payment provider. It keeps a log of what really happened.
#[derive(Default)]
pub struct Harbor {
    log: Mutex<Vec<&'static str>>,
}

impl Harbor {
    pub fn note(&self, event: &'static str) {
        println!("{event}");
        self.log.lock().unwrap().push(event);
    }

    pub fn log(&self) -> Vec<&'static str> {
        self.log.lock().unwrap().clone()
    }

    async fn charge_card(&self) {
        sleep(Duration::from_millis(600)).await;
        self.note("card charged");
    }

    async fn write_ticket(&self) -> u32 {
        sleep(Duration::from_millis(600)).await;
        self.note("ticket written");
        204
    }
}

// #region book
pub async fn book(harbor: Arc<Harbor>) -> u32 {
    let space = Space::reserve(&harbor);
    harbor.charge_card().await;
    let ticket = harbor.write_ticket().await;
    space.keep();
    ticket
}
// #endregion book

// #region space
/// A place on the deck, which is free again if the booking doesn't end well.
struct Space<'h> {
    harbor: &'h Harbor,
    kept: bool,
}

impl<'h> Space<'h> {
    fn reserve(harbor: &'h Harbor) -> Self {
        harbor.note("space reserved");
        Self {
            harbor,
            kept: false,
        }
    }

    fn keep(mut self) {
        self.kept = true;
    }
}

impl Drop for Space<'_> {
    fn drop(&mut self) {
        if !self.kept {
            self.harbor.note("space released");
        }
    }
}
// #endregion space

// #region within
pub enum Booking {
    Done(u32),
    StillRunning,
    Failed(JoinError),
}

pub async fn book_within(limit: Duration, harbor: Arc<Harbor>) -> Booking {
    let task = tokio::spawn(book(harbor));
    match timeout(limit, task).await {
        Ok(Ok(ticket)) => Booking::Done(ticket),
        Ok(Err(error)) => Booking::Failed(error),
        Err(_) => Booking::StillRunning,
    }
}
// #endregion within
