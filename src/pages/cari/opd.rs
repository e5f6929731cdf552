//! What can be found of one OPD: itself, its years, every row of its budget, its indicators and its tables.

use super::markdown::polos;
use super::{Entri, Jenis, uang};
use crate::measures;
use crate::pages::data::DataOpd;
use crate::pages::rekaman::{ButirView, DaftarView, Tema};
use crate::pages::{indikator, opd, rekaman, tampilan};
use crate::records::{Indikator, Rekaman, Simpul};

/// The agency and its lasting tables.
pub fn dinas(d: &DataOpd<'_>, view: &opd::Halaman) -> Vec<Entri> {
    let o = &d.sumber.opd;
    let years = d.sumber.rekaman.iter().map(|r| r.tahun);
    let own = Entri::baru(d.alamat(), &d.nama(), Jenis::Dinas, d.lang)
        .di(&d.daerah.nama)
        .disebut([o.nama.clone(), d.daerah.provinsi.clone()])
        .berisi([view.kalimat.as_str()])
        .berisi(o.alamat.iter().map(|a| format!("{} {a}", d.lang.pilih("Alamat:", "Address:"))))
        .berisi(o.situs.iter().chain(&o.surel))
        .berisi(o.pimpinan.iter().map(|p| format!("{}: {}", p.jabatan, p.nama)))
        .berisi(o.tujuan.iter().flat_map(|t| std::iter::once(&t.nama).chain(t.sasaran.iter().map(|s| &s.nama))))
        .berisi(o.dokumen.values().map(|dok| &dok.judul))
        .berisi(view.daftar.iter().flat_map(daftar))
        .pada(years);
    let mut out = vec![own];
    out.extend(bebas(d, &view.tema, &d.alamat(), None));
    out
}

/// The record of a year and every row of its budget.
pub fn laporan(d: &DataOpd<'_>, r: &Rekaman, view: &rekaman::Halaman) -> Vec<Entri> {
    let url = format!("{}{}/", d.alamat(), r.tahun);
    let own = Entri::baru(url.clone(), &format!("{} {}", d.nama_pada(r.tahun), r.tahun), Jenis::Laporan, d.lang)
        .di(&d.daerah.nama)
        .pada([r.tahun])
        .disebut([d.sumber.opd.nama.clone()])
        .berisi([view.kalimat.as_str(), view.dokumen.as_str()])
        .berisi(view.narasi.as_deref().map(polos))
        .berisi(view.daftar.iter().flat_map(daftar));
    let mut out = vec![own];
    for program in &r.anggaran.pohon {
        simpul(&mut out, d, r, program, &mut Vec::new());
    }
    out
}

fn simpul<'a>(out: &mut Vec<Entri>, d: &DataOpd<'_>, r: &'a Rekaman, node: &'a Simpul, above: &mut Vec<&'a str>) {
    let jenis = match above.len() {
        0 => Jenis::Program,
        1 => Jenis::Kegiatan,
        _ => Jenis::SubKegiatan,
    };
    let amount = |real| measures::uang(&d.turunan, &d.kumpulan, r.tahun, &node.kode, real).map(|m| m.uang());
    let rate = d.serapan(r.tahun, &node.kode).and_then(|s| s.nilai());
    // The nearest level first: it says most about what the row is for.
    let path: Vec<&str> = above.iter().rev().copied().collect();
    out.push(
        Entri::baru(format!("{}#{}", tampilan::alamat_uang(d, r), node.kode), &node.nama, jenis, d.lang)
            .di(&d.daerah.nama)
            .pada([r.tahun])
            .disebut(node.alias.iter().cloned().chain(d.nama_en(&node.nama)))
            .bagian_dari(path)
            .berisi([uang(d.lang, amount(false), amount(true), rate)])
            .berisi(&node.indikator)
            .berisi(&node.catatan),
    );
    above.push(&node.nama);
    for child in &node.anak {
        simpul(out, d, r, child, above);
    }
    above.pop();
}

/// An indicator through the years.
pub fn indikator(d: &DataOpd<'_>, def: &Indikator, view: &indikator::Halaman) -> Entri {
    let formula = view.rumus.iter().flat_map(|r| [&r.pembilang, &r.penyebut, &r.teks]).flatten();
    let before = def.riwayat.iter().filter_map(|h| h.nama.clone());
    Entri::baru(format!("{}indikator/{}/", d.alamat(), def.kode), &def.nama, Jenis::Indikator, d.lang)
        .di(&d.daerah.nama)
        .pada(view.tahun.iter().map(|t| t.tahun))
        .disebut(def.alias.iter().cloned().chain(before))
        .disebut(def.iku.then_some("IKU"))
        .disebut(def.nama_en(d.lang))
        .berisi([view.kalimat.as_str()])
        .berisi(&view.definisi)
        .berisi(formula)
        .bagian_dari(&view.induk)
        .berisi(&def.sumber_data)
}

/// The free tables of a year's record.
pub fn tabel(d: &DataOpd<'_>, tahun: i32, themes: &[Tema]) -> Vec<Entri> {
    bebas(d, themes, &format!("{}{tahun}/tabel/", d.alamat()), Some(tahun))
}

fn bebas(d: &DataOpd<'_>, themes: &[Tema], page: &str, tahun: Option<i32>) -> Vec<Entri> {
    let tables = themes.iter().flat_map(|t| t.tabel.iter().map(move |table| (t, table)));
    tables
        .map(|(tema, t)| {
            Entri::baru(format!("{page}#tabel-{}", t.kode), &t.judul, Jenis::Tabel, d.lang)
                .di(&d.daerah.nama)
                .pada(tahun)
                .bagian_dari([&tema.judul])
                .berisi([baris(t.baris.iter().map(|b| b.nama.as_str()))])
                .berisi([baris(t.kolom.iter().map(|k| k.nama.as_str()))])
                .berisi([&t.sumber])
                .berisi(&t.catatan)
        })
        .collect()
}

/// Names in one sentence, each once.
fn baris<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let mut list: Vec<&str> = Vec::new();
    for name in names {
        if !list.contains(&name) {
            list.push(name);
        }
    }
    list.join("; ")
}

/// The words of a list.
fn daftar(list: &DaftarView) -> Vec<&str> {
    fn butir<'a>(out: &mut Vec<&'a str>, items: &'a [ButirView]) {
        for b in items {
            out.push(&b.teks);
            out.extend(b.tindak_lanjut.as_deref());
            butir(out, &b.butir);
        }
    }
    let mut out = vec![list.judul.as_str()];
    butir(&mut out, &list.butir);
    out
}
