use std::net::TcpListener;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tokio::net::{TcpSocket, TcpStream};
use tokio::time::timeout;

fn upcheck(addresses: &str) -> Command {
    let name = format!(
        "upcheck-{}-{:?}",
        std::process::id(),
        thread::current().id()
    );
    let path = std::env::temp_dir().join(name);
    std::fs::write(&path, addresses).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_upcheck"));
    command.arg(path).stdout(Stdio::piped());
    command
}

#[test]
fn the_exit_code_tells_whether_all_are_open() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let open = listener.local_addr().unwrap().to_string();
    assert_eq!(upcheck(&open).status().unwrap().code(), Some(0));
    let one_closed = format!("{open}\n127.0.0.1:1\n");
    assert_eq!(upcheck(&one_closed).status().unwrap().code(), Some(1));
}

#[tokio::test]
async fn after_sigterm_the_running_checks_end_and_are_counted() {
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let listener = socket.listen(1).unwrap();
    let address = listener.local_addr().unwrap();
    let mut queue = Vec::new(); // fills up, and then the system takes no more
    while let Ok(connection) =
        timeout(Duration::from_millis(300), TcpStream::connect(address)).await
    {
        queue.push(connection.unwrap());
    }

    let start = Instant::now();
    let child = upcheck(&format!("{address}\n").repeat(1000))
        .spawn()
        .unwrap();
    thread::sleep(Duration::from_secs(1));
    Command::new("kill")
        .args(["-TERM", &child.id().to_string()])
        .status()
        .unwrap();
    let output = child.wait_with_output().unwrap();

    assert_eq!(output.status.code(), Some(1)); // and not ended by the signal
    assert!(start.elapsed() < Duration::from_secs(10));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.ends_with("20 of 1000 checked, 0 open\n"), "{text}");
}
