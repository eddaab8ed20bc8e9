use courses::{courses::list, db};
use sqlx::postgres::PgConnectOptions;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let url = std::env::var("DATABASE_URL").map_err(|_| "set DATABASE_URL")?;
    let server: PgConnectOptions = url.parse()?;
    if std::env::args().nth(1).as_deref() == Some("migrate") {
        return Ok(db::migrate(&server).await?);
    }
    let pool = db::open(server).await?;
    for course in list(&pool, 0).await? {
        println!("{} {} ({} booked)", course.id, course.title, course.booked);
    }
    pool.close().await;
    Ok(())
}
