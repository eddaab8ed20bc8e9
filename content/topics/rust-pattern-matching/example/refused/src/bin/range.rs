fn fee(days: u32) -> u32 {
    match days {
        0..=7 => 0,
        8..=13 => 150,
        15.. => 400,
    }
}

fn main() {
    println!("{}", fee(14));
}
