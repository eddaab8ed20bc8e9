use crate::price;

#[test]
fn the_first_half_hour_is_included() {
    assert_eq!(price(30), 100);
}
