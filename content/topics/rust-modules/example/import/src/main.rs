//! Imports loans from lines such as `Oona;101`, and prints what each member has as JSON.

use std::collections::BTreeMap;
use std::io;

use films::{Disc, Member};

// #region main
fn main() -> io::Result<()> {
    let mut members: BTreeMap<String, Member> = BTreeMap::new();
    for line in io::stdin().lines() {
        let line = line?;
        let Some((name, number)) = parse(&line) else {
            eprintln!("skipped: {line}");
            continue;
        };
        let member = members
            .entry(name.to_string())
            .or_insert_with(|| Member::new(name));
        if let Err(error) = member.lend(Disc { number }) {
            eprintln!("{line}: {error:?}");
        }
    }
    for member in members.values() {
        let discs = serde_json::to_string(member.discs())?;
        println!("{}: {discs}", member.name);
    }
    Ok(())
}

fn parse(line: &str) -> Option<(&str, u32)> {
    let (name, number) = line.split_once(';')?;
    Some((name, number.trim().parse().ok()?))
}
// #endregion main

#[test]
fn lines_are_parsed_or_skipped() {
    assert_eq!(parse("Oona;101"), Some(("Oona", 101)));
    assert_eq!(parse("Oona; 101 "), Some(("Oona", 101)));
    assert_eq!(parse("Oona"), None);
    assert_eq!(parse("Oona;x"), None);
    assert_eq!(parse(""), None);
}
