// #region push
use films::{Disc, Member};

fn main() {
    let mut member = Member::new("Oona");
    for number in 101..=107 {
        member.discs.push(Disc { number });
    }
}
// #endregion push
