//! Luar skala: a figure that lies outside the scale of its own indicator: an index of 3,45 on a scale from 25 to 100.

use super::bersama::Skala;
use super::content::OpdTahun;
use super::kolom::Ukuran;
use super::pernyataan::{Bagian, Kumpulan};
use super::tabel::Subjek;
use crate::diagnostic::{Diagnostic, Pesan, Spot};
use crate::number::Lang;
use crate::pesan;
use std::collections::BTreeMap;
use std::sync::Arc;

/// One warning for each figure.
pub fn check(source: &OpdTahun, skala: &BTreeMap<String, Skala>, folder: &str, found: &mut Vec<Diagnostic>) {
    if source.opd.indikator.values().all(|i| i.skala.is_none()) {
        return;
    }
    let kumpulan = Kumpulan::dari(source);
    for p in &kumpulan.semua {
        let Bagian::Kinerja { subjek: Subjek::Kode(kode), kolom } = p.bagian else { continue };
        if !matches!(kolom.ukuran, Ukuran::Realisasi | Ukuran::Target) || !p.masa.setahun() {
            continue;
        }
        let own = source.opd.indikator.get(kode).and_then(|i| skala.get(i.skala.as_ref()?));
        let (Some(scale), Some(value)) = (own, p.bukti()) else { continue };
        if !scale.luar(value) {
            continue;
        }
        let berkas: Arc<str> = match p.rekaman {
            Some(tahun) => Arc::from(format!("{folder}{tahun}.yaml")),
            None => Arc::from(format!("{folder}opd.yaml")),
        };
        let (tercetak, nama) = (&p.sel.tercetak, &scale.nama);
        let ends = Pesan::tiap(|lang: Lang| {
            let (low, high) = scale.ujung();
            let end = |v: Option<rust_decimal::Decimal>| v.map_or_else(|| "…".to_string(), |v| lang.grouped(v));
            format!("{} – {}", end(low), end(high))
        });
        found.push(
            Diagnostic::peringatan(
                "luar-skala",
                &berkas,
                Spot::Nilai(p.jalur()),
                pesan!(
                    "`{tercetak}` di luar skala {nama} ({ends}), jadi tidak berkelas dan tidak dibandingkan",
                    "`{tercetak}` lies outside the scale {nama} ({ends}), so it has no class and is not compared",
                    ends
                ),
            )
            .bantuan(pesan!(
                "periksa dokumennya; indeks pada skala lain (1 sampai 4) memakai `skala` lain atau indikator lain",
                "look at the document; an index on another scale (1 to 4) takes another `skala` or another indicator"
            )),
        );
    }
}
