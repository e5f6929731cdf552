//! Pantau: watching folders and building again, on a thread of its own, one build at a time.

use super::Bangunan;
use notify_debouncer_full::notify::{self, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};
use std::collections::BTreeMap;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, SystemTime};

/// How long a folder must be quiet: an editor saves in several steps.
const TENANG: Duration = Duration::from_millis(120);

/// How often is looked whether a watched folder is still the same one: a watch ends with its folder, and tells nobody.
const PERIKSA: Duration = Duration::from_millis(500);

enum Kabar {
    Berubah,
    Berhenti,
}

/// The watching thread; ends when dropped.
pub struct Pantauan {
    sender: Sender<Kabar>,
    thread: Option<JoinHandle<()>>,
}

impl Drop for Pantauan {
    fn drop(&mut self) {
        // A thread that is gone needs no telling; one that panicked has said so on stderr.
        let _ = self.sender.send(Kabar::Berhenti);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Watches `folders`, calls `build` after each change and hands the result to `show` with its number.
pub fn start(
    folders: Vec<PathBuf>,
    mut build: impl FnMut() -> Bangunan + Send + 'static,
    show: impl Fn(usize, Bangunan) + Send + 'static,
) -> io::Result<Pantauan> {
    let (sender, receiver) = channel();
    let tell = sender.clone();
    let on_events = move |events: DebounceEventResult| {
        let matters = events.map_or(true, |list| list.iter().any(|e| matters(e)));
        if matters {
            let _ = tell.send(Kabar::Berubah);
        }
    };
    let watcher = new_debouncer(TENANG, None, on_events).map_err(io::Error::other)?;
    let mut pengawas = Pengawas { watcher, folders: BTreeMap::new() };
    pengawas.juga(folders).map_err(io::Error::other)?;
    let thread = std::thread::spawn(move || {
        let mut count = 0;
        while next(&receiver, &mut pengawas) {
            count += 1;
            let bangunan = coba(&mut build);
            // A theme folder may have been named since; one that vanished shows as an error of the build.
            let _ = pengawas.juga(bangunan.pantau.clone());
            show(count, bangunan);
        }
    });
    Ok(Pantauan { sender, thread: Some(thread) })
}

/// Builds; a panic is a fault of terang that the page shows, and the next change tries again.
fn coba(build: &mut impl FnMut() -> Bangunan) -> Bangunan {
    catch_unwind(AssertUnwindSafe(build)).unwrap_or_else(|panic| {
        let text = panic.downcast_ref::<String>().map(String::as_str);
        let text = text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("?");
        let pesan = format!(
            "terang berhenti mendadak ketika menyusun situs; mohon laporkan: {text}\nSimpan sekali lagi untuk mencoba lagi.\n\n\
             terang failed while building the site; please report: {text}\nSave again to try again.\n"
        );
        Bangunan { situs: None, pesan, pantau: Vec::new() }
    })
}

/// Waits for a change; several that came meanwhile are one. False when it is time to end.
fn next(receiver: &Receiver<Kabar>, pengawas: &mut Pengawas) -> bool {
    loop {
        match receiver.recv_timeout(PERIKSA) {
            Ok(Kabar::Berubah) => {
                pengawas.perbarui();
                return receiver.try_iter().all(|kabar| matches!(kabar, Kabar::Berubah));
            }
            Err(RecvTimeoutError::Timeout) if pengawas.perbarui() => return true,
            Err(RecvTimeoutError::Timeout) => {}
            Ok(Kabar::Berhenti) | Err(RecvTimeoutError::Disconnected) => return false,
        }
    }
}

/// Reading a file is an event too, and so is what editors do to their hidden files: neither changes the site.
fn matters(event: &notify::Event) -> bool {
    let hidden = |path: &Path| path.file_name().is_some_and(|n| n.to_string_lossy().starts_with('.'));
    !event.kind.is_access() && !event.paths.iter().all(|p| hidden(p))
}

/// The watched folders, each with what it was when its watch began.
struct Pengawas {
    watcher: Debouncer<RecommendedWatcher, RecommendedCache>,
    folders: BTreeMap<PathBuf, Option<Rupa>>,
}

/// What tells a folder from another one of the same name.
type Rupa = (u64, Option<SystemTime>);

impl Pengawas {
    /// Watches these folders too.
    fn juga(&mut self, folders: Vec<PathBuf>) -> notify::Result<()> {
        for folder in folders {
            if !self.folders.contains_key(&folder) {
                self.watcher.watch(&folder, RecursiveMode::Recursive)?;
                let rupa = rupa(&folder);
                self.folders.insert(folder, rupa);
            }
        }
        Ok(())
    }

    /// Watches anew what is another folder by now, was taken away or came back; whether there was any.
    fn perbarui(&mut self) -> bool {
        let mut ada = false;
        for (folder, last) in &mut self.folders {
            let now = rupa(folder);
            if now == *last {
                continue;
            }
            ada = true;
            let _ = self.watcher.unwatch(folder);
            // Gone again at this moment: the next look sees it.
            *last =
                if now.is_some() && self.watcher.watch(folder, RecursiveMode::Recursive).is_err() { None } else { now };
        }
        ada
    }
}

fn rupa(folder: &Path) -> Option<Rupa> {
    let meta = std::fs::metadata(folder).ok().filter(std::fs::Metadata::is_dir)?;
    #[cfg(unix)]
    let number = std::os::unix::fs::MetadataExt::ino(&meta);
    #[cfg(not(unix))]
    let number = 0;
    // A number is soon given to another folder, its time of birth is not.
    Some((number, meta.created().ok()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;
    use std::sync::Mutex;

    #[test]
    fn a_panic_of_a_build_is_shown_and_the_next_change_builds_again() {
        let dir = tempfile::tempdir().expect("tempdir");
        let mut count = 0;
        let build = move || {
            count += 1;
            assert!(count > 1, "angka terlalu besar");
            Bangunan { situs: None, pesan: String::new(), pantau: Vec::new() }
        };
        let shown = Arc::new(Mutex::new(Vec::new()));
        let told = Arc::clone(&shown);
        let folders = vec![dir.path().to_path_buf()];
        let pantauan = start(folders, build, move |_, b| told.lock().expect("lock").push(b.pesan)).expect("start");
        let until = |n: usize| {
            for _ in 0..400 {
                if shown.lock().expect("lock").len() >= n {
                    return;
                }
                std::thread::sleep(Duration::from_millis(25));
            }
            panic!("no build number {n}");
        };
        crate::output::create(&dir.path().join("a.yaml"), b"1").expect("save");
        until(1);
        crate::output::create(&dir.path().join("b.yaml"), b"2").expect("save again");
        until(2);
        drop(pantauan);
        let shown = shown.lock().expect("lock");
        assert!(shown[0].contains("angka terlalu besar") && shown[0].contains("laporkan"), "{}", shown[0]);
        assert_eq!(shown[1], "");
    }
}
