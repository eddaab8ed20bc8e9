//! Records of four bytes each from a connection, with a report every second.

use std::io;
use std::pin::pin;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt};
use tokio::time::interval;

// #region records
pub async fn read_records(
    mut input: impl AsyncRead + Unpin,
    mut receive: impl FnMut([u8; 4]),
) -> io::Result<()> {
    let mut report = interval(Duration::from_secs(1));
    loop {
        let mut record = [0; 4];
        let mut reading = pin!(input.read_exact(&mut record));
        loop {
            tokio::select! {
                result = &mut reading => {
                    result?;
                    break;
                }
                _ = report.tick() => println!("still connected"),
            }
        }
        receive(record);
    }
}
// #endregion records
