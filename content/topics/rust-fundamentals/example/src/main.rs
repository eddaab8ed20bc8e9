use std::process::ExitCode;

// #region main
fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("usage: meters FILE");
        return ExitCode::from(2);
    };
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) => {
            eprintln!("{path}: {error}");
            return ExitCode::FAILURE;
        }
    };

    let mut code = ExitCode::SUCCESS;
    let mut readings = Vec::new();
    for (index, line) in text.lines().enumerate() {
        match meters::parse(line) {
            Some(reading) => readings.push(reading),
            None => {
                eprintln!("line {}: not a reading: {line:?}", index + 1);
                code = ExitCode::FAILURE;
            }
        }
    }

    for (meter, total) in meters::totals(&readings) {
        println!("{}", serde_json::json!({ "meter": meter, "total": total }));
    }
    code
}
// #endregion main
