fn main() {
    let mut seats = vec![String::from("A1"), String::from("A2")];
    let ticket = &seats[1];
    seats.push(String::from("F1"));
    println!("ticket for {ticket}");
}
