//! A time limit that strikes between the charge and the ticket.

use std::sync::Arc;
use std::time::Duration;

use ferry::booking::{Harbor, book};
use tokio::time::timeout;

// #region main
#[tokio::main]
async fn main() {
    let harbor = Arc::new(Harbor::default());
    match timeout(Duration::from_secs(1), book(harbor)).await {
        Ok(ticket) => println!("ticket {ticket}"),
        Err(error) => println!("{error}"),
    }
}
// #endregion main
