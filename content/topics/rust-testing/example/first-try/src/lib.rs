pub fn price(minutes: u32) -> u32 {
    100 + minutes / 30 * 50
}
