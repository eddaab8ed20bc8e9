fn main() {
    let night = ["120", "n/a", "35"];
    let mut liters: u32 = 0;
    for value in night {
        liters += value.parse();
    }
    println!("{liters} liters");
}
