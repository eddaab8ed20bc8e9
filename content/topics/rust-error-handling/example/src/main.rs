use std::process::ExitCode;

use anyhow::Context;

// #region main
fn main() -> ExitCode {
    let mut code = ExitCode::SUCCESS;
    for path in std::env::args().skip(1) {
        match highest(&path) {
            Ok(level) => println!("{path}: {level} cm"),
            Err(error) => {
                eprintln!("{error:#}");
                code = ExitCode::FAILURE;
            }
        }
    }
    code
}

fn highest(path: &str) -> anyhow::Result<i32> {
    let levels = tides::import(path).with_context(|| format!("import {path}"))?;
    let highest = levels.into_iter().max();
    highest.with_context(|| format!("import {path}: no levels"))
}
// #endregion main
