use std::process::ExitCode;

use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;
use upcheck::{Status, check, check_all};

// #region main
#[tokio::main]
async fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("usage: upcheck FILE");
        return ExitCode::from(2);
    };
    let addresses: Vec<String> = match tokio::fs::read_to_string(&path).await {
        Ok(text) => text.lines().map(str::to_string).collect(),
        Err(error) => {
            eprintln!("{path}: {error}");
            return ExitCode::FAILURE;
        }
    };

    let stop = CancellationToken::new();
    tokio::spawn(cancel_on_signal(stop.clone()));

    let total = addresses.len();
    let (mut checked, mut open) = (0, 0);
    check_all(addresses, 20, &stop, check, |address, status| {
        println!("{address}: {status}");
        checked += 1;
        open += usize::from(matches!(status, Status::Open(_)));
    })
    .await;
    println!("{checked} of {total} checked, {open} open");
    if open == total {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

async fn cancel_on_signal(stop: CancellationToken) {
    let mut terminate = signal(SignalKind::terminate()).expect("SIGTERM can be caught");
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
    stop.cancel();
}
// #endregion main
