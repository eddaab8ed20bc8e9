use locker::{Command, Parcel, command, fee, free_doors, label, reminder, reply};

fn ready(days: u32) -> Parcel {
    Parcel::Ready {
        door: 4,
        code: "8061".to_string(),
        days,
    }
}

fn blocked() -> Parcel {
    Parcel::Blocked {
        reason: "customs".to_string(),
    }
}

// #region order
#[test]
fn the_right_code_opens_the_door_for_seven_days() {
    assert_eq!(reply(&ready(0), "8061"), "open 4");
    assert_eq!(reply(&ready(7), "8061"), "open 4");
    assert_eq!(reply(&ready(7), "1234"), "wrong code");
    assert_eq!(reply(&ready(8), "8061"), "expired, days late: 1");
    assert_eq!(reply(&blocked(), "8061"), "ask the desk: customs");
}
// #endregion order

#[test]
fn the_other_states_open_nothing() {
    assert_eq!(
        reply(&Parcel::Stored { door: 1 }, "8061"),
        "door 1 is waiting for the courier"
    );
    assert_eq!(reply(&Parcel::Gone, "8061"), "nothing here");
}

#[test]
fn commands() {
    let open = Command::Open {
        door: 4,
        code: "8061",
    };
    assert_eq!(command("open 4 8061").as_ref(), Ok(&open));
    assert_eq!(command(" unlock  4 8061").as_ref(), Ok(&open));
    assert_eq!(
        command("say out of order"),
        Ok(Command::Say(vec!["out", "of", "order"]))
    );
    assert_eq!(command("say"), Ok(Command::Say(vec![])));
    assert_eq!(command(""), Ok(Command::Help));
    assert_eq!(command("help me"), Ok(Command::Help));
    assert_eq!(command("open 0 8061").unwrap_err(), "there is no door 0");
    assert_eq!(command("open 41 8061").unwrap_err(), "there is no door 41");
    assert_eq!(
        command("open four 8061").unwrap_err(),
        "four isn't the number of a door"
    );
    assert_eq!(
        command("open 300 8061").unwrap_err(),
        "300 isn't the number of a door"
    );
    assert_eq!(
        command("open 4").unwrap_err(),
        "unknown: open with 1 arguments"
    );
}

#[test]
fn fees() {
    let fees: Vec<u32> = [0, 7, 8, 13, 14, 256].into_iter().map(fee).collect();
    assert_eq!(fees, [0, 0, 150, 150, 400, 400]);
}

#[test]
fn labels_and_reminders_are_for_parcels_that_are_ready() {
    assert_eq!(label(&ready(3)).unwrap(), "door 4, day 3");
    assert_eq!(label(&blocked()), None);

    let email = Some("kim@example.com");
    let days = (0..10).filter(|days| reminder(&ready(*days), email).is_some());
    assert_eq!(Vec::from_iter(days), [5, 6, 7]);
    assert_eq!(reminder(&ready(5), email), Some(("kim@example.com", 4)));
    assert_eq!(reminder(&ready(5), None), None);
    assert_eq!(reminder(&blocked(), email), None);
    assert_eq!(
        free_doors(&[ready(1), Parcel::Gone, blocked(), Parcel::Gone]),
        2
    );
}

#[test]
fn collecting_leaves_the_door_empty_or_the_parcel_where_it_was() {
    assert_eq!(ready(7).collect("8061"), Ok(Parcel::Gone));
    assert_eq!(ready(7).collect("1234"), Err(ready(7)));
    assert_eq!(ready(8).collect("8061"), Err(ready(8)));
    assert_eq!(blocked().collect("8061"), Err(blocked()));
}

// #region json
#[test]
fn illegal_states_do_not_get_in() {
    let parse = |json| serde_json::from_str::<Parcel>(json);
    let json = r#"{ "status": "ready", "door": 4, "code": "8061", "days": 2 }"#;
    assert_eq!(parse(json).unwrap(), ready(2));

    let no_code = r#"{ "status": "ready", "door": 4, "days": 2 }"#;
    assert_eq!(
        parse(no_code).unwrap_err().to_string(),
        "missing field `code`"
    );

    let blocked_with_code = r#"{ "status": "blocked", "reason": "customs", "code": "8061" }"#;
    assert_eq!(
        parse(blocked_with_code).unwrap_err().to_string(),
        "unknown field `code`, expected `reason`"
    );
}
// #endregion json

#[test]
fn a_variant_without_data_ignores_other_fields() {
    let json = r#"{ "status": "gone", "code": "8061" }"#;
    assert_eq!(serde_json::from_str::<Parcel>(json).unwrap(), Parcel::Gone);
    let unknown = r#"{ "status": "lost" }"#;
    assert!(serde_json::from_str::<Parcel>(unknown).is_err());
}
