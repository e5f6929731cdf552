//! `terang serve`: the site in memory, on this computer, always as fresh as the content.

use super::{Akhir, Henti, Masukan};
use crate::diagnostic::Lang;

#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    masukan: Masukan,
    /// Porta [bawaan: 1111, atau yang bebas berikutnya]
    #[arg(long, value_name = "N")]
    port: Option<u16>,
    /// Membuka peramban
    #[arg(long)]
    open: bool,
}

pub fn run(_args: &Args, _lang: Lang) -> Result<Akhir, Henti> {
    todo!()
}
