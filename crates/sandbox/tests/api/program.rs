//! The program itself: what it prints and how it ends.

use std::{
    io::{BufRead, BufReader},
    net::TcpListener,
    process::{Child, Command, Stdio},
};

fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nexudus-sandbox"));
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Reads the printed lines up to the last sign-in.
fn announcement(child: &mut Child) -> Vec<String> {
    let mut lines = Vec::new();
    for line in BufReader::new(child.stdout.take().unwrap()).lines() {
        lines.push(line.unwrap());
        if lines.last().unwrap().contains("newcomer@example.com") {
            break;
        }
    }
    lines
}

#[test]
fn a_port_in_use_is_one_sentence_and_exit_code_1() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let output = program().args(["--listen", &address]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stderr).unwrap();
    assert!(text.contains(&address) && text.trim_end().lines().count() == 1, "{text}");
}

#[cfg(unix)]
#[test]
fn it_names_its_address_and_ends_cleanly_on_ctrl_c() {
    let mut child = program()
        .args(["--listen", "127.0.0.1:0", "--control", "0", "--limits", "--sort-dir", "zero-one"])
        .args(["--throttle-status", "429", "--cors", "https://portal.example.com", "--match", "exact"])
        .spawn()
        .unwrap();
    let lines = announcement(&mut child);
    assert!(lines[0].starts_with("The sandbox listens on http://127.0.0.1:"), "{lines:?}");
    assert!(lines[1].starts_with("Control door: http://127.0.0.1:"), "{lines:?}");
    assert!(lines.iter().any(|line| line.contains("member@example.com / member")));
    let interrupt = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(interrupt.success());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}
