fn main() {
    for path in std::env::args().skip(1) {
        println!("{path}: {} cm", highest(&path));
    }
}

fn highest(path: &str) -> i32 {
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().map(level).max().unwrap()
}

fn level(line: &str) -> i32 {
    let (number, _unit) = line.split_once(',').unwrap();
    number.parse().unwrap()
}
