//! `terang gabung`: the parts that several machines built become the site that one would have built.

use super::bangun::{self, Umum};
use super::cara::Cara;
use super::{Akhir, Henti};
use crate::diagnostic::Lang;
use std::path::PathBuf;

#[derive(clap::Args)]
pub struct Args {
    /// Folder setiap bagian yang ditulis `terang build --bagian`
    #[arg(value_name = "BAGIAN", required = true)]
    bagian: Vec<PathBuf>,
    #[command(flatten)]
    umum: Umum,
}

pub fn run(args: &Args, lang: Lang) -> Result<Akhir, Henti> {
    bangun::jalankan(&args.umum, &Cara::Gabung(args.bagian.clone()), lang)
}
