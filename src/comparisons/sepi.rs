//! Sepi: a padanan that nobody follows: it has no page, and its author is told.

use super::banding::Banding;
use crate::diagnostic::{Diagnostic, Spot};
use crate::pesan;
use crate::records::{IsiPadanan, Padanan};

/// One warning for every padanan without a value.
pub fn sepi(banding: &Banding) -> Vec<Diagnostic> {
    banding.padanan.values().filter(|p| p.tahun.is_empty()).map(|p| sepi_satu(&p.padanan)).collect()
}

/// The warning for a padanan without a value.
pub fn sepi_satu(padanan: &Padanan) -> Diagnostic {
    let kode = &padanan.kode;
    let help = match &padanan.isi {
        IsiPadanan::Indikator { .. } => pesan!(
            "tulis `padanan: {kode}` pada indikator yang mengikutinya dalam opd.yaml, atau hapus berkas ini",
            "write `padanan: {kode}` on the indicators that follow it in opd.yaml, or remove this file"
        ),
        IsiPadanan::Anggaran { .. } => pesan!(
            "periksa kode `program`, `opd` dan `urusan`-nya, atau hapus berkas ini",
            "check its codes of `program`, `opd` and `urusan`, or remove this file"
        ),
        IsiPadanan::Tabel(_) => pesan!(
            "periksa `tema`, `kolom`, `baris`, `opd` dan `urusan`-nya, atau hapus berkas ini",
            "check its `tema`, `kolom`, `baris`, `opd` and `urusan`, or remove this file"
        ),
    };
    Diagnostic::peringatan(
        "padanan-sepi",
        &format!("padanan/{kode}.yaml").into(),
        Spot::Berkas,
        pesan!(
            "tidak ada nilai yang mengikuti padanan `{kode}`; halamannya tidak dibuat",
            "no value follows the padanan `{kode}`; it gets no page"
        ),
    )
    .bantuan(help)
}
