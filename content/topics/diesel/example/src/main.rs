use glaciers::db;
use glaciers::readings::{NewReading, add_glacier, add_survey, report, worst_years};

type Failure = Box<dyn std::error::Error + Send + Sync>;

// #region main
#[tokio::main]
async fn main() -> Result<(), Failure> {
    let path = std::env::var("DATABASE_URL").unwrap_or_else(|_| "glaciers.db".to_string());
    let pool = tokio::task::spawn_blocking(move || db::open(&path)).await??;

    let worst = db::run(&pool, |db| {
        let aletsch = add_glacier(db, "Aletsch")?;
        add_glacier(db, "Rhone")?;
        let survey = [(2023, Some(-37.5)), (2024, Some(-52.0)), (2025, None)];
        let survey = survey.map(|(year, meters)| NewReading {
            glacier_id: aletsch.id,
            year,
            meters,
        });
        add_survey(db, survey.into())?;
        worst_years(db, "Aletsch", 40.0)
    })
    .await?;
    println!("{worst:?}");

    for (glacier, readings) in db::run(&pool, |db| report(db, 2024)).await? {
        let years: Vec<i32> = readings.iter().map(|reading| reading.year).collect();
        println!("{}: {years:?}", glacier.name);
    }
    Ok(())
}
// #endregion main
