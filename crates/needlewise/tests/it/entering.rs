//! The first browser: led in by a file that only its owner reads, never by an argument that everybody can see.
#![cfg(unix)]

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::desk::Desk;

/// The running program, with a stand-in for what opens a browser, which writes down its arguments.
struct Running {
    desk: Desk,
    child: Child,
    /// The address that was printed.
    address: String,
}

impl Running {
    fn start() -> Self {
        Self::start_as(&["--listen", "127.0.0.1:0"], Desk::empty())
    }
    fn start_as(how: &[&str], desk: Desk) -> Self {
        Self::start_with(how, desk, |_| {})
    }
    fn start_with(how: &[&str], desk: Desk, change: impl FnOnce(&mut Command)) -> Self {
        let opener = desk.folder.join("xdg-open");
        desk.writes("xdg-open", "#!/bin/sh\necho \"$@\" >> \"$OPENED\"\n");
        fs::set_permissions(&opener, fs::Permissions::from_mode(0o755)).unwrap();
        let path = format!("{}:{}", desk.folder.display(), std::env::var("PATH").unwrap());
        let mut serve = desk.command(&[&["serve", "--data", "data"], how].concat());
        serve.env("PATH", path).env("OPENED", desk.folder.join("opened"));
        change(&mut serve);
        let mut child = serve.stdout(Stdio::piped()).spawn().unwrap();
        let mut address = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut address).unwrap();
        Self { desk, child, address: address.trim().to_owned() }
    }
    fn lead(&self) -> PathBuf {
        self.desk.folder.join("data/enter.html")
    }
    /// What the browser was opened with.
    fn opened(&self) -> String {
        let opened = self.desk.folder.join("opened");
        until(|| fs::read_to_string(&opened).is_ok_and(|text| text.ends_with('\n')));
        fs::read_to_string(opened).unwrap()
    }
    /// The status line of the printed address.
    fn enters(&self) -> String {
        Self::enters_by(&self.address)
    }
    fn enters_by(address: &str) -> String {
        let (host, path) = address.strip_prefix("http://").unwrap().split_once('/').unwrap();
        let mut to = TcpStream::connect(host).unwrap();
        write!(to, "GET /{path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        to.read_to_string(&mut answer).unwrap();
        answer.lines().next().unwrap().to_owned()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn until(there: impl Fn() -> bool) {
    for _ in 0..600 {
        if there() {
            return;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("it did not happen within 30 s");
}

#[test]
fn the_key_is_in_no_argument_and_its_file_is_gone_after_use() {
    let house = Running::start();
    let opened = house.opened();
    let (_, key) = house.address.split_once("key=").unwrap();
    assert!(opened.ends_with("/data/enter.html\n") && !opened.contains(key), "{opened}");
    let page = fs::read_to_string(house.lead()).unwrap();
    assert!(page.contains(&house.address), "{page}");
    let mode = fs::metadata(house.lead()).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    assert_eq!(house.enters(), "HTTP/1.1 303 See Other");
    until(|| !house.lead().exists());
    assert_eq!(house.enters(), "HTTP/1.1 401 Unauthorized");
}

#[test]
fn the_file_with_the_key_is_gone_when_the_program_ends() {
    let mut house = Running::start();
    house.opened();
    assert!(house.lead().exists());
    let told = Command::new("kill").arg(house.child.id().to_string()).status().unwrap();
    assert!(told.success() && house.child.wait().unwrap().success());
    assert!(!house.lead().exists());
}

/// As a service runs, whose log everybody who looks after the machine can read.
#[test]
fn a_program_that_prints_no_key_is_entered_by_one_that_another_command_gives_out() {
    let how = ["--listen", "127.0.0.1:0", "--no-key"];
    let house = Running::start_as(&how, Desk::empty());
    assert!(!house.address.contains("key="), "{}", house.address);
    let host = house.address.trim_start_matches("http://").trim_end_matches('/');
    let enter = house.desk.command(&["enter", "--data", "data", "--listen", host]).output();
    let enter = String::from_utf8(enter.unwrap().stdout).unwrap();
    assert_eq!(Running::enters_by(enter.trim()), "HTTP/1.1 303 See Other", "{enter}");
    assert_eq!(Running::enters_by(enter.trim()), "HTTP/1.1 401 Unauthorized");
}

#[cfg(target_os = "linux")]
#[test]
fn whose_log_cannot_be_written_is_answered_all_the_same() {
    let house =
        Running::start_with(&["--no-open", "--listen", "127.0.0.1:0"], Desk::empty(), |serve| {
            serve.stderr(fs::OpenOptions::new().write(true).open("/dev/full").unwrap());
        });
    house.enters();
    assert_eq!(
        house.enters(),
        "HTTP/1.1 401 Unauthorized",
        "a key that was used is refused, which is logged"
    );
}

/// Everybody in a network can read what is sent there without HTTPS.
#[test]
fn beyond_this_machine_it_wants_a_passphrase_and_https_or_to_be_told_that_it_does_without() {
    const WIDE: [&str; 4] = ["--listen", "0.0.0.0:0", "--name", "skin.example.org"];
    let (desk, _) = Desk::with_record();
    let serve = ["serve", "--no-open", WIDE[0], WIDE[1]];
    desk.on("data", &serve, "").refuses(&["needs a passphrase first"]);
    desk.on("data", &["passphrase", "set"], "a long enough one\n").says(&["is set"]);
    desk.on("data", &serve, "").refuses(&[
        "everybody in the network",
        "--https",
        "--without-https",
    ]);
    let https = Running::start_as(&[&WIDE[..], &["--no-open", "--https"]].concat(), desk);
    assert!(https.address.starts_with("https://skin.example.org/enter?key="), "{}", https.address);
    let (desk, _) = Desk::with_record();
    desk.on("data", &["passphrase", "set"], "a long enough one\n").says(&["is set"]);
    let clear = Running::start_as(&[&WIDE[..], &["--no-open", "--without-https"]].concat(), desk);
    // No proxy stands before it, so it is reached at its own port.
    let at = clear.address.strip_prefix("http://skin.example.org:").unwrap_or_default();
    let (port, rest) = at.split_once('/').unwrap_or_default();
    assert!(port.parse::<u16>().is_ok() && rest.starts_with("enter?key="), "{}", clear.address);
}
