//! Pantau: watching folders and building again, on a thread of its own, one build at a time.

use super::Bangunan;
use notify_debouncer_full::notify::{self, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

/// How long a folder must be quiet: an editor saves in several steps.
const TENANG: Duration = Duration::from_millis(120);

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
    let mut watcher = new_debouncer(TENANG, None, on_events).map_err(io::Error::other)?;
    let mut watched = BTreeSet::new();
    watch(&mut watcher, &mut watched, folders).map_err(io::Error::other)?;
    let thread = std::thread::spawn(move || {
        let mut count = 0;
        while next(&receiver) {
            count += 1;
            let bangunan = build();
            // A theme folder may have been named since; one that vanished shows as an error of the build.
            let _ = watch(&mut watcher, &mut watched, bangunan.pantau.clone());
            show(count, bangunan);
        }
    });
    Ok(Pantauan { sender, thread: Some(thread) })
}

/// Waits for a change; several that came meanwhile are one. False when it is time to end.
fn next(receiver: &Receiver<Kabar>) -> bool {
    let Ok(Kabar::Berubah) = receiver.recv() else { return false };
    receiver.try_iter().all(|kabar| matches!(kabar, Kabar::Berubah))
}

/// Reading a file is an event too, and so is what editors do to their hidden files: neither changes the site.
fn matters(event: &notify::Event) -> bool {
    let hidden = |path: &Path| path.file_name().is_some_and(|n| n.to_string_lossy().starts_with('.'));
    !event.kind.is_access() && !event.paths.iter().all(|p| hidden(p))
}

fn watch(
    watcher: &mut Debouncer<RecommendedWatcher, RecommendedCache>,
    watched: &mut BTreeSet<PathBuf>,
    folders: Vec<PathBuf>,
) -> notify::Result<()> {
    for folder in folders {
        if !watched.contains(&folder) {
            watcher.watch(&folder, RecursiveMode::Recursive)?;
            watched.insert(folder);
        }
    }
    Ok(())
}
