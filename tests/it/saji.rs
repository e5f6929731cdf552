//! `terang serve` as a browser meets it: pages, types, reloads, errors over the last good site, a clean end.

#![cfg(unix)]
#![allow(clippy::disallowed_methods, reason = "tests write the files they are about, and wait")]

use crate::situs_bantu;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

struct Server {
    child: Child,
    address: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Server {
    fn start(dir: &Path) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_terang"))
            .current_dir(dir)
            .args(["serve", "--port", "0"])
            .env("NO_COLOR", "1")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("start");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("stdout")).read_line(&mut line).expect("a line");
        let address = line.split("http://").nth(1).and_then(|r| r.split('/').next()).expect("an address").to_string();
        assert!(address.starts_with("127.0.0.1:"), "only this computer: {address}");
        Self { child, address }
    }

    fn open(&self, path: &str) -> TcpStream {
        let mut stream = TcpStream::connect(&self.address).expect("connect");
        stream.set_read_timeout(Some(Duration::from_secs(20))).expect("timeout");
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address).expect("send");
        stream
    }

    /// Head and body.
    fn get(&self, path: &str) -> (String, String) {
        let mut bytes = Vec::new();
        self.open(path).read_to_end(&mut bytes).expect("read");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").expect("head and body");
        (head.to_lowercase(), body.to_string())
    }

    /// Waits until the page at `path` satisfies `done`.
    fn until(&self, path: &str, done: impl Fn(&str) -> bool) -> String {
        let start = Instant::now();
        loop {
            let (_, body) = self.get(path);
            if done(&body) {
                return body;
            }
            assert!(start.elapsed() < Duration::from_secs(20), "waited too long; the page is\n{body}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

fn portal() -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("tempdir");
    situs_bantu::salin(&situs_bantu::dasar(), &dir.path().join("content"));
    dir
}

fn write(dir: &Path, title: &str) {
    std::fs::write(dir.join("content/portal.yaml"), format!("judul: {title}\nketerangan: Uji.\n")).expect("write");
}

#[test]
fn pages_folders_and_404_answer_with_the_right_type_and_only_pages_get_the_script() {
    let dir = portal();
    let server = Server::start(dir.path());
    let (head, body) = server.get("/");
    assert!(head.starts_with("http/1.1 200") && head.contains("content-type: text/html; charset=utf-8"), "{head}");
    assert!(head.contains("cache-control: no-store"), "{head}");
    assert!(body.contains("Portal Uji") && body.contains("/.terang/muat.js"), "{body}");
    let (head, _) = server.get("/lumajang/dinas-sosial/2024");
    assert!(head.starts_with("http/1.1 307") && head.contains("location: /lumajang/dinas-sosial/2024/"), "{head}");
    assert!(server.get("/lumajang/dinas-sosial/2024/").0.starts_with("http/1.1 200"));
    assert!(server.get("/tidak/ada").0.starts_with("http/1.1 404"));
    let (head, script) = server.get("/.terang/muat.js");
    assert!(head.contains("content-type: text/javascript") && script.contains("EventSource"), "{head}");
    assert!(!dir.path().join("public").exists(), "serving writes nothing");
}

#[test]
fn a_change_is_rebuilt_and_told_to_the_browser() {
    let dir = portal();
    let server = Server::start(dir.path());
    let mut events = BufReader::new(server.open("/.terang/acara"));
    let mut next = || loop {
        let mut line = String::new();
        assert!(events.read_line(&mut line).expect("an event") > 0, "the stream ended");
        if let Some(version) = line.strip_prefix("data:") {
            return version.trim().to_string();
        }
    };
    let first = next();
    write(dir.path(), "Judul Baru");
    assert_ne!(next(), first);
    server.until("/", |body| body.contains("Judul Baru"));
}

#[test]
fn an_error_lies_over_the_last_good_site_until_it_is_mended() {
    let dir = portal();
    let server = Server::start(dir.path());
    write(dir.path(), "Ada: <b>galat");
    let body = server.until("/", |body| body.contains("terang-galat"));
    assert!(body.contains("Portal Uji"), "the last good site stays: {body}");
    assert!(
        body.contains("content/portal.yaml:1") && body.contains("&lt;b&gt;galat") && !body.contains("<b>galat"),
        "{body}"
    );
    write(dir.path(), "Sudah Baik");
    server.until("/", |body| body.contains("Sudah Baik") && !body.contains("terang-galat"));
}

#[test]
fn content_that_is_wrong_from_the_start_shows_its_errors_and_recovers() {
    let dir = portal();
    write(dir.path(), "");
    let server = Server::start(dir.path());
    let (head, body) = server.get("/lumajang/");
    assert!(head.starts_with("http/1.1 500") && body.contains("galat["), "{body}");
    write(dir.path(), "Sudah Baik");
    server.until("/", |body| body.contains("Sudah Baik"));
}

#[test]
fn an_interrupt_ends_it_with_exit_code_0_while_browsers_are_listening() {
    let dir = portal();
    let mut server = Server::start(dir.path());
    let _listening = server.open("/.terang/acara");
    server.get("/");
    let id = server.child.id().to_string();
    assert!(Command::new("kill").args(["-INT", &id]).status().expect("kill").success());
    let start = Instant::now();
    loop {
        if let Some(status) = server.child.try_wait().expect("wait") {
            assert_eq!(status.code(), Some(0));
            return;
        }
        assert!(start.elapsed() < Duration::from_secs(10), "still running");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_port_that_is_taken_is_an_error_only_when_it_was_asked_for() {
    let dir = portal();
    let server = Server::start(dir.path());
    let port = server.address.rsplit(':').next().expect("port").to_string();
    let output =
        Command::new(env!("CARGO_BIN_EXE_terang")).current_dir(dir.path()).args(["serve", "--port", &port]).output();
    let output = output.expect("run");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains(&port));
    let taken = terang::serve::listen(None).expect("some port");
    let other = terang::serve::listen(None).expect("another port");
    assert_ne!(taken.local_addr().expect("address"), other.local_addr().expect("address"));
}

#[test]
fn a_content_folder_replaced_as_a_whole_is_watched_on() {
    let dir = portal();
    let server = Server::start(dir.path());
    let content = dir.path().join("content");
    let copy = |to: &Path, title: &str| {
        situs_bantu::salin(&dir.path().join("asli"), to);
        std::fs::write(to.join("portal.yaml"), format!("judul: {title}\nketerangan: Uji.\n")).expect("write");
    };
    situs_bantu::salin(&content, &dir.path().join("asli"));
    // As a checkout or an unpacked archive does it: another folder takes the name.
    copy(&dir.path().join("baru"), "Ditukar");
    std::fs::rename(&content, dir.path().join("lama")).expect("rename");
    std::fs::rename(dir.path().join("baru"), &content).expect("rename");
    server.until("/", |body| body.contains("Ditukar"));
    write(dir.path(), "Setelah Ditukar");
    server.until("/", |body| body.contains("Setelah Ditukar"));
    // Taken away, copied back.
    std::fs::remove_dir_all(&content).expect("remove");
    copy(&content, "Disalin");
    server.until("/", |body| body.contains("Disalin"));
    std::fs::remove_dir_all(&content).expect("remove");
    server.until("/", |body| body.contains("terang-galat") && body.contains("Disalin"));
    copy(&content, "Kembali");
    server.until("/", |body| body.contains("Kembali") && !body.contains("terang-galat"));
    write(dir.path(), "Setelah Kembali");
    server.until("/", |body| body.contains("Setelah Kembali"));
}

#[test]
fn a_foreign_name_for_this_computer_is_refused() {
    let dir = portal();
    let server = Server::start(dir.path());
    let head = |extra: &str, path: &str| {
        let mut stream = TcpStream::connect(&server.address).expect("connect");
        stream.set_read_timeout(Some(Duration::from_secs(20))).expect("timeout");
        write!(stream, "GET {path} HTTP/1.1\r\n{extra}Connection: close\r\n\r\n").expect("send");
        let mut line = String::new();
        BufReader::new(stream).read_line(&mut line).expect("an answer");
        line
    };
    for path in ["/", "/.terang/acara", "/tidak/ada"] {
        assert!(head("Host: evil.test\r\n", path).contains(" 403"), "{path}");
        let origin = format!("Host: {}\r\nOrigin: http://evil.test\r\n", server.address);
        assert!(head(&origin, path).contains(" 403"), "{path}");
    }
    assert!(head(&format!("Host: {}\r\n", server.address.replace("127.0.0.1", "localhost")), "/").contains(" 200"));
}

#[test]
fn five_hundred_idle_connections_do_not_keep_a_reader_out() {
    let dir = portal();
    let server = Server::start(dir.path());
    let idle: Vec<TcpStream> = (0..500)
        .map(|_| {
            let mut stream = TcpStream::connect(&server.address).expect("connect");
            stream.write_all(b"GET / HT").expect("half a request");
            stream
        })
        .collect();
    assert!(server.get("/").0.starts_with("http/1.1 200"));
    drop(idle);
}
