//! Compiled as a crate of its own, so it sees what other crates see.

use films::{Disc, LendError, Member};

// #region interface
#[test]
fn four_discs_at_a_time() {
    let mut member = Member::new("Oona");
    for number in [101, 102, 103, 104] {
        member.lend(Disc { number }).unwrap();
    }
    let fifth = member.lend(Disc { number: 105 });
    assert_eq!(fifth, Err(LendError::TooMany { limit: 4 }));
    assert_eq!(member.discs().len(), 4);

    let again = member.lend(Disc { number: 101 });
    assert_eq!(again, Err(LendError::AlreadyHas));

    assert_eq!(member.take_back(103), Some(1));
    assert_eq!(member.lend(Disc { number: 105 }), Ok(()));
}
// #endregion interface

#[test]
fn no_disc_twice() {
    let mut member = Member::new("Oona");
    member.lend(Disc { number: 101 }).unwrap();
    let again = member.lend(Disc { number: 101 });
    assert_eq!(again, Err(LendError::AlreadyHas));
    assert_eq!(member.take_back(7), None);
    assert_eq!(member.discs(), [Disc { number: 101 }]);
}
