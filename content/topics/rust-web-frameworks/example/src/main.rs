use std::env;
use std::time::Duration;

use anyhow::Context;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tracing_subscriber::EnvFilter;

// #region main
#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let filter =
        EnvFilter::try_from_default_env().unwrap_or_else(|_| "info,tower_http=debug".into());
    tracing_subscriber::fmt().with_env_filter(filter).init();

    let token = env::var("HIVES_TOKEN").context("HIVES_TOKEN")?;
    anyhow::ensure!(token.len() >= 16, "HIVES_TOKEN: too short");
    let database = SqliteConnectOptions::new()
        .filename("hives.db")
        .create_if_missing(true);
    let pool = SqlitePoolOptions::new()
        .acquire_timeout(Duration::from_secs(2))
        .connect_with(database)
        .await
        .context("open hives.db")?;
    sqlx::migrate!().run(&pool).await.context("migrate")?;

    let app = hives::router(hives::App {
        pool: pool.clone(),
        token: token.into(),
    });
    let listener = TcpListener::bind("127.0.0.1:3000").await?;
    tracing::info!("listening on {}", listener.local_addr()?);
    let server = axum::serve(listener, app).with_graceful_shutdown(stop()?);
    let too_long = after(stop()?, Duration::from_secs(10));
    tokio::select! {
        result = async { server.await } => result?,
        () = too_long => tracing::warn!("closed connections that were still open"),
    }
    pool.close().await;
    Ok(())
}

/// Ends with Ctrl+C or when the platform stops the process.
fn stop() -> std::io::Result<impl Future<Output = ()>> {
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = tokio::signal::ctrl_c() => {}
        }
    })
}

async fn after(event: impl Future<Output = ()>, pause: Duration) {
    event.await;
    tokio::time::sleep(pause).await;
}
// #endregion main
