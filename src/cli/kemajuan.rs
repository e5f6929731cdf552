//! Kemajuan: a progress bar on a terminal, plain lines elsewhere.

use super::lapor;
use crate::diagnostic::Lang;
use crate::pesan;
use indicatif::{ProgressBar, ProgressStyle};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Shows how far a build is; may be told from any thread.
pub struct Kemajuan {
    bar: Option<ProgressBar>,
    /// Quarters already written, for plain lines.
    quarter: AtomicUsize,
    lang: Lang,
}

/// Below this many pages a build without a terminal says nothing in between.
const BANYAK: usize = 1000;

impl Kemajuan {
    /// Starts; `title` stands before the bar.
    pub fn new(lang: Lang) -> Self {
        let bar = lapor::terminal().then(|| {
            let style = ProgressStyle::with_template("{msg} {bar:32} {pos}/{len}")
                .unwrap_or_else(|_| ProgressStyle::default_bar());
            ProgressBar::no_length()
                .with_style(style)
                .with_message(pesan!("Menyusun halaman", "Building pages").in_lang(lang).to_string())
        });
        Self { bar, quarter: AtomicUsize::new(0), lang }
    }

    /// `done` of `total` pages.
    pub fn tell(&self, done: usize, total: usize) {
        if let Some(bar) = &self.bar {
            bar.set_length(total as u64);
            // Threads overtake each other: the bar never goes back.
            if done as u64 > bar.position() {
                bar.set_position(done as u64);
            }
            return;
        }
        if total >= BANYAK {
            let quarter = done * 4 / total;
            if quarter > self.quarter.fetch_max(quarter, Ordering::Relaxed) {
                lapor::say(&pesan!("{done} dari {total} halaman", "{done} of {total} pages"), self.lang);
            }
        }
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
