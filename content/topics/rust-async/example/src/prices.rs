//! Prices of several companies, asked at the same time.

use std::time::Duration;

use futures::StreamExt;
use futures::stream;
use tokio::time::{sleep, timeout};

/// Stands for a client of a company's API.
pub struct Company {
    pub euros: u32,
    pub delay: Duration,
}

impl Company {
    pub async fn price(&self) -> u32 {
        sleep(self.delay).await;
        self.euros
    }
}

// #region limited
/// The price, or `None` if the company needs longer than a second.
async fn price_or_none(company: &Company) -> Option<u32> {
    timeout(Duration::from_secs(1), company.price()).await.ok()
}
// #endregion limited

pub async fn one_by_one(north: &Company, east: &Company, coast: &Company) -> [Option<u32>; 3] {
    // #region one-by-one
    let north = price_or_none(north).await;
    let east = price_or_none(east).await;
    let coast = price_or_none(coast).await;
    // #endregion one-by-one
    [north, east, coast]
}

pub async fn together(north: &Company, east: &Company, coast: &Company) -> [Option<u32>; 3] {
    // #region together
    let (north, east, coast) = tokio::join!(
        price_or_none(north),
        price_or_none(east),
        price_or_none(coast),
    );
    // #endregion together
    [north, east, coast]
}

// #region all
/// Asks all companies, ten at a time, and returns the prices as they come.
pub async fn all(companies: &[Company]) -> Vec<u32> {
    stream::iter(companies)
        .map(price_or_none)
        .buffer_unordered(10)
        .filter_map(async |price| price)
        .collect()
        .await
}
// #endregion all

// #region fastest
/// The price from whichever of two servers responds first.
pub async fn fastest(primary: &Company, replica: &Company) -> u32 {
    tokio::select! {
        price = primary.price() => price,
        price = replica.price() => price,
    }
}
// #endregion fastest
