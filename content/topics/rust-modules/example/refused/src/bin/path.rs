use films::loans::rules;

fn main() {
    println!("{}", rules::LIMIT);
}
