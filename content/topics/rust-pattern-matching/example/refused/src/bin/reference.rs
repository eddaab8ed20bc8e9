fn main() {
    let name = Some(String::from("Kim"));
    if let Some(ref n) = &name {
        println!("{n}");
    }
}
