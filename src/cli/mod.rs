//! The command line.

use crate::diagnostic::{self, Format, Lang};
use crate::records;

/// Runs the program.
pub fn run() -> std::process::ExitCode {
    let args: Vec<String> = std::env::args().collect();
    let dir = args.iter().position(|a| a == "--content").and_then(|i| args.get(i + 1)).map_or("content", |s| s);
    let loaded = records::load(std::path::Path::new(dir));
    let format = if args.iter().any(|a| a == "short") { Format::Short } else { Format::Human };
    anstream::eprint!("{}", diagnostic::render(&loaded.diagnostics, &loaded.sources, format, Lang::Id, true));
    let n = loaded.diagnostics.iter().filter(|d| d.is_galat()).count();
    eprintln!("{n} galat");
    if n > 0 { std::process::ExitCode::from(1) } else { std::process::ExitCode::SUCCESS }
}
