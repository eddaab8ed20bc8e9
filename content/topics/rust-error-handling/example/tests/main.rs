use std::process::Command;

#[test]
fn a_bad_file_is_reported_once_and_the_others_are_imported() {
    let output = Command::new(env!("CARGO_BIN_EXE_tides"))
        .args(["gauges/pier.csv", "gauges/harbor.csv"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "import gauges/pier.csv: line 2, \"4l2,cm\": bad number: invalid digit found in string\n"
    );
    let stdout = String::from_utf8_lossy(&output.stdout);
    assert!(stdout.ends_with("gauges/harbor.csv: 412 cm\n"), "{stdout}");
}
