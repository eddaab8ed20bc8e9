// #region new-variant
enum Parcel {
    Stored { door: u8 },
    Ready { door: u8, code: String },
    Blocked { reason: String }, // new
    Gone,
}

fn reply(parcel: &Parcel, typed: &str) -> String {
    match parcel {
        Parcel::Ready { door, code } if code == typed => format!("open {door}"),
        Parcel::Ready { .. } => "wrong code".to_string(),
        Parcel::Stored { door } => format!("door {door} is waiting for the courier"),
        Parcel::Gone => "nothing here".to_string(),
    }
}
// #endregion new-variant

fn main() {
    println!("{}", reply(&Parcel::Gone, "8061"));
}
