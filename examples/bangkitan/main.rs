//! Writes a content folder of any size with consistent figures.
//!
//! `cargo run --release --example bangkitan -- --daerah 514 --opd 1 --tahun 3 --keluar DIR --benih 1`

mod isi;

use clap::Parser;
use std::path::PathBuf;

#[derive(Parser)]
struct Args {
    /// Banyaknya kabupaten
    #[arg(long, default_value_t = 514)]
    daerah: usize,
    /// Banyaknya OPD tiap kabupaten
    #[arg(long, default_value_t = 1)]
    opd: usize,
    /// Banyaknya tahun tiap OPD, yang terakhir 2024
    #[arg(long, default_value_t = 3)]
    tahun: usize,
    /// Folder isi yang ditulis
    #[arg(long, value_name = "DIR")]
    keluar: PathBuf,
    /// Folder isi asal portal.yaml, skala dan padanan
    #[arg(long, value_name = "DIR", default_value = "content")]
    dari: PathBuf,
    /// Benih: benih yang sama memberi isi yang sama
    #[arg(long, default_value_t = 1)]
    benih: u64,
}

fn main() -> std::io::Result<()> {
    let Args { daerah, opd, tahun, keluar, dari, benih } = Args::parse();
    isi::tulis(&keluar, &dari, &isi::Ukuran { daerah, opd, tahun, benih })
}
