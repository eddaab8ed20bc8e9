fn cents(tariff: &str, watt_hours: u64, minutes: u64) -> u64 {
    match tariff {
        "per-kwh" => (watt_hours * 42 + 500) / 1000,
        "hourly" => 100 * minutes.div_ceil(60),
        _ => 0,
    }
}

fn main() {
    println!("{} cents", cents("fleet", 20_000, 90));
}
