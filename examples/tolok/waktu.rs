//! Waktu: processor time of the current thread, in nanoseconds.

use std::time::Instant;

/// A measured stage.
pub struct Tahap {
    /// What it does.
    pub nama: &'static str,
    waktu: u64,
    rekaman: usize,
}

impl Tahap {
    pub fn new(nama: &'static str, waktu: u64, rekaman: usize) -> Self {
        Self { nama, waktu, rekaman: rekaman.max(1) }
    }

    /// Nanoseconds for one record.
    pub fn per_rekaman(&self) -> u64 {
        self.waktu / self.rekaman as u64
    }
}

/// Runs `f` and says how long its thread worked.
pub fn ukur<T>(f: impl FnOnce() -> T) -> (u64, T) {
    let wall = Instant::now();
    let before = prosesor();
    let value = f();
    let spent = match (before, prosesor()) {
        (Some(a), Some(b)) => b.saturating_sub(a),
        _ => u64::try_from(wall.elapsed().as_nanos()).unwrap_or(u64::MAX),
    };
    (spent, value)
}

/// Time on a processor, which Linux tells of each thread; elsewhere the wall clock has to do.
fn prosesor() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split_whitespace().next()?.parse().ok()
}
