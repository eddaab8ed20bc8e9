use films::Member;

fn main() {
    let member = Member {
        name: "Oona".to_string(),
        discs: Vec::new(),
    };
    println!("{member:?}");
}
