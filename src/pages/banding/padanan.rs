//! `/banding/<padanan>/` and `/banding/<padanan>/<tahun>/`: the values of a year, the unlike ones, the missing ones.

use super::baris::{BarisBanding, baris, beri_id};
use super::terbaru::terbaru;
use super::tiada::{self, url_pemilik};
use super::view::{
    Grafik, HalamanPadanan, HurufView, Kolom, KuadranView, RumusView, SebaranView, SkalaView, TetanggaView,
};
use super::{TERBANYAK, Tautan, akar, alamat, alamat_tahun, berhalaman, grafik, lembar, nama_provinsi, provinsi};
use crate::comparisons::{Anggota, BandingPadanan, BandingTahun, CUKUP, CapaianSerapan, Pemilik};
use crate::number::Lang;
use crate::pages::Halaman;
use crate::pages::kalimat::nama::lengkap;
use crate::pages::kalimat::{alasan, banding as kalimat, kata, nilai};
use crate::pages::umum::{bahasa, dalam};
use crate::records::{IsiPadanan, Skala, Toleransi, slug};
use crate::teks;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

fn jadi(
    alamat: String,
    judul: String,
    view: HalamanPadanan,
    figure: Vec<crate::pages::figure::Figure>,
    remah: Vec<(String, String)>,
) -> Halaman {
    let kalimat = view.kalimat.clone();
    let isi = serde_json::to_value(&view).unwrap_or_default();
    let templat = "banding-padanan.html";
    Halaman { alamat, templat, judul, kalimat, remah, isi, figure, ..Halaman::default() }
}

fn dasar(lang: Lang, p: &BandingPadanan, kalimat: String) -> HalamanPadanan {
    let d = &p.padanan;
    HalamanPadanan {
        kode: d.kode.clone(),
        nama: kalimat::nama(lang, d).to_string(),
        pertanyaan: kalimat::pertanyaan(lang, d).map(str::to_string),
        definisi: dalam(lang, &d.definisi),
        bahasa: [Some(&d.nama), Some(&d.definisi), d.pertanyaan.as_ref(), d.catatan.as_ref()]
            .into_iter()
            .flatten()
            .find_map(|t| bahasa(lang, t)),
        satuan: d.satuan.clone(),
        arah: kata::arah(lang, d.arah),
        catatan: d.catatan.as_ref().map(|t| dalam(lang, t)),
        toleransi: d.toleransi.iter().map(|t| kata_toleransi(lang, *t)).collect(),
        kalimat,
        tahun: None,
        alamat_tahun: None,
        tahun_lain: Vec::new(),
        terbaru: Vec::new(),
        tunggal: Vec::new(),
        provinsi: None,
        halaman: Vec::new(),
        dibagi: false,
        grafik: Grafik::default(),
        baris: Vec::new(),
        kolom: Kolom::default(),
        n: 0,
        peringkat_tampil: false,
        ada_peringkat: false,
        catatan_peringkat: String::new(),
        sebaran: None,
        tidak_setara: Vec::new(),
        huruf: Vec::new(),
        bentuk_lain: Vec::new(),
        hilang: Vec::new(),
        tetangga: Vec::new(),
        skala: None,
        rumus: Vec::new(),
        kuadran: Vec::new(),
        csv: None,
    }
}

fn kata_toleransi(lang: Lang, t: Toleransi) -> &'static str {
    let (id, en) = match t {
        Toleransi::BatasData => ("batas data yang berbeda dalam tahun yang sama", "another cut-off in the same year"),
        Toleransi::Nama => ("nama lain untuk hitungan yang sama", "another name for the same count"),
        Toleransi::Tahun => ("tahun tetangga, hanya bila diminta", "a neighbouring year, only when asked for"),
        Toleransi::Tahap => ("tahap pagu yang berbeda", "another phase of the budget"),
    };
    lang.pilih(id, en)
}

/// What every page of a padanan draws on.
pub struct Sumber<'a> {
    /// The language.
    pub lang: Lang,
    /// The padanan with its values.
    pub p: &'a BandingPadanan,
    /// Scales of letters by code.
    pub skala: &'a BTreeMap<String, Skala>,
}

/// The scale whose letters the values of a padanan carry.
pub fn skala_padanan<'a>(p: &BandingPadanan, skala: &'a BTreeMap<String, Skala>) -> Option<&'a Skala> {
    match &p.padanan.isi {
        IsiPadanan::Indikator { skala: Some(kode), .. } => skala.get(kode),
        _ => None,
    }
}

/// One year of a padanan, whole or of one province.
pub fn halaman(sumber: &Sumber<'_>, t: &BandingTahun, url: String, prov: Option<&str>) -> Halaman {
    let Sumber { lang, p, skala } = *sumber;
    let skala = skala_padanan(p, skala);
    let provinces = provinsi(t, lang);
    let dibagi = !provinces.is_empty() && prov.is_none();
    let own = alamat_tahun(p, t);
    let depan = url == alamat(&p.padanan.kode);
    // The table lists every year while they are few; one set of axes holds one year, and only what is setara in it.
    let points: Vec<&CapaianSerapan> = p
        .serapan
        .iter()
        .filter(|c| c.tahun == t.tahun || (depan && p.serapan.len() <= TERBANYAK))
        .filter(|c| prov.is_none_or(|p| nama_provinsi(lang, c.pemilik.provinsi.as_deref()) == p))
        .collect();
    let same = |c: &&CapaianSerapan| {
        c.tahun == t.tahun && t.anggota.iter().any(|a| a.dihitung && a.nilai.pemilik.kunci() == c.pemilik.kunci())
    };
    // Where the rows stand on the pages of the provinces, so do the quadrants.
    let points = if dibagi { Vec::new() } else { points };
    let on_axes: Vec<&CapaianSerapan> = points.iter().copied().filter(same).collect();
    let strip = grafik::strip(lang, p, t, prov);
    // The years side by side stand on the first page only, not again on the page of each year; where it is divided, on
    // the pages of the provinces of that year.
    let utama = p.tahun_utama().is_some_and(|main| main.tahun == t.tahun);
    let kecil = if dibagi || !(depan || (prov.is_some() && utama)) { None } else { grafik::kecil(lang, p, prov) };
    let quadrant = grafik::kuadran(lang, p, &on_axes, t.tahun);
    let mut order: Vec<&Anggota> = t.sebanding().filter(|a| grafik::ikut(lang, a, prov)).collect();
    order.sort_by(|a, b| {
        b.nilai
            .besaran
            .utama
            .cmp(&a.nilai.besaran.utama)
            .then_with(|| a.nilai.pemilik.kunci().cmp(&b.nilai.pemilik.kunci()))
    });
    let unlike: Vec<&Anggota> = t.tidak_setara().filter(|a| grafik::ikut(lang, a, prov)).collect();
    let shown = |list: &[&Anggota]| -> Vec<BarisBanding> {
        if dibagi { Vec::new() } else { list.iter().map(|a| baris(lang, &p.padanan, skala, a)).collect() }
    };
    let mut rows = shown(&order);
    let mut beside = shown(&unlike);
    beri_id(&mut rows.iter_mut().chain(&mut beside).collect::<Vec<_>>());
    let unit = p.padanan.satuan.as_deref().unwrap_or("");
    let n = t.n();
    let missing = |form: bool| if dibagi { Vec::new() } else { tiada::hilang(lang, p, t, prov, form) };
    let beside_year = if provinces.is_empty() { tetangga(lang, p, t, skala) } else { Vec::new() };
    let view = HalamanPadanan {
        tahun: Some(t.tahun),
        csv: (!t.anggota.is_empty()).then(|| format!("{}{}", alamat(&p.padanan.kode), lembar::BERKAS)),
        alamat_tahun: Some(own.clone()),
        tahun_lain: p
            .tahun
            .values()
            .map(|y| Tautan { nama: y.tahun.to_string(), url: alamat_tahun(p, y), ini: y.tahun == t.tahun })
            .collect(),
        terbaru: if depan && !dibagi { terbaru(lang, p, t.tahun, skala) } else { Vec::new() },
        tunggal: if depan { tunggal(lang, p, t, skala) } else { Vec::new() },
        provinsi: prov.map(str::to_string),
        halaman: provinces
            .iter()
            .map(|p| Tautan { nama: p.clone(), url: format!("{own}{}/", slug(p)), ini: prov == Some(p) })
            .collect(),
        dibagi,
        grafik: Grafik {
            strip: strip.as_ref().map(|f| f.kode.clone()),
            kecil: kecil.as_ref().map(|f| f.kode.clone()),
            kuadran: quadrant.as_ref().map(|f| f.kode.clone()),
        },
        kolom: kolom(rows.iter().chain(&beside)),
        n,
        peringkat_tampil: t.peringkat_tampil() && p.padanan.arah.is_some(),
        ada_peringkat: rows.iter().any(|r| r.peringkat.is_some()),
        catatan_peringkat: catatan_peringkat(lang, p, t),
        sebaran: t.sebaran.map(|s| SebaranView {
            kuartil_1: nilai(lang, s.kuartil_1, 2, unit),
            median: nilai(lang, s.median, 2, unit),
            kuartil_3: nilai(lang, s.kuartil_3, 2, unit),
        }),
        huruf: huruf(t, skala, prov),
        bentuk_lain: missing(true),
        // Who is shown with a neighbouring year is not said to be missing below it.
        hilang: missing(false).into_iter().filter(|h| beside_year.iter().all(|t| t.baris.nama != h.nama)).collect(),
        tetangga: beside_year,
        rumus: if dibagi { Vec::new() } else { rumus(lang, order.iter().chain(&unlike).copied()) },
        skala: skala.map(|s| SkalaView {
            nama: s.nama.clone(),
            dasar: s.dasar.clone(),
            bernilai: s.kelas.iter().any(|k| !kata::kelas(lang, k).is_empty()),
            kelas: s
                .kelas
                .iter()
                .map(|k| (k.huruf.clone().unwrap_or_default(), k.nama.clone(), kata::kelas(lang, k)))
                .collect(),
        }),
        kuadran: points.iter().take(TERBANYAK).map(|c| kuadran_view(lang, c, unit)).collect(),
        baris: rows,
        tidak_setara: beside,
        ..dasar(lang, p, kalimat::tahun(lang, &p.padanan, t))
    };
    let place = prov.map(|p| format!(", {p}")).unwrap_or_default();
    let nama = kalimat::nama(lang, &p.padanan).to_string();
    let judul = if depan { nama.clone() } else { format!("{nama} {}{place}", t.tahun) };
    let mut remah = vec![akar(lang)];
    if !depan {
        remah.push((nama, alamat(&p.padanan.kode)));
    }
    let figures = [strip, kecil, quadrant].into_iter().flatten().collect();
    jadi(url, judul, view, figures, remah)
}

/// The values of the years that compare nothing, the newest first; the year shown is not among them.
fn tunggal(lang: Lang, p: &BandingPadanan, shown: &BandingTahun, skala: Option<&Skala>) -> Vec<BarisBanding> {
    let years = p.tahun.values().rev().filter(|t| t.tahun != shown.tahun && !berhalaman(p, t));
    years.flat_map(|t| &t.anggota).map(|a| baris(lang, &p.padanan, skala, a)).collect()
}

/// The columns with any content.
fn kolom<'a>(rows: impl Iterator<Item = &'a BarisBanding> + Clone) -> Kolom {
    let any = |test: fn(&BarisBanding) -> bool| rows.clone().any(test);
    let (target, huruf) = (any(|r| r.target.is_some()), any(|r| r.huruf.is_some()));
    let (hitungan, tahap) = (any(|r| r.pembilang.is_some()), any(|r| r.tahap.is_some()));
    // Daerah, value, cut-off and source always; the counts are three columns.
    let lebar = 4 + usize::from(target) + usize::from(huruf) + usize::from(tahap) + 3 * usize::from(hitungan);
    Kolom { target, hitungan, huruf, tahap, lebar }
}

fn catatan_peringkat(lang: Lang, p: &BandingPadanan, t: &BandingTahun) -> String {
    let n = t.n();
    if p.padanan.arah.is_none() {
        return teks!(
            lang,
            "Tidak diperingkat: tidak ada arah yang lebih baik.",
            "Not ranked: neither direction is better."
        );
    }
    if t.anggota.len() < 2 {
        return teks!(
            lang,
            "Tidak diperingkat: untuk tahun ini baru ada satu nilai di portal ini.",
            "Not ranked: this portal holds one value only for the year."
        );
    }
    if n < 2 {
        return teks!(
            lang,
            "Tidak diperingkat: tidak ada dua nilai yang setara tanpa catatan.",
            "Not ranked: no two values are comparable without a remark."
        );
    }
    if n < CUKUP {
        return teks!(
            lang,
            "Hanya {n} nilai yang setara; peringkat dari sedikit nilai mudah menyesatkan, jadi tidak langsung ditampilkan.",
            "Only {n} comparable values; ranks of few values easily mislead, so they are not shown at once."
        );
    }
    teks!(
        lang,
        "Peringkat di antara {n} nilai yang setara; nilai sama berbagi peringkat.",
        "Rank among {n} comparable values; equal values share a rank."
    )
}

/// The letters of a year by class, with the names of the classes.
fn huruf(t: &BandingTahun, skala: Option<&Skala>, prov: Option<&str>) -> Vec<HurufView> {
    let own = |p: &&Pemilik| prov.is_none_or(|prov| p.provinsi.as_deref() == Some(prov));
    let view = |(huruf, siapa): (&str, Vec<&Pemilik>)| {
        let class = skala.and_then(|s| s.kelas.get(s.peringkat(huruf)?));
        let siapa = siapa.into_iter().filter(own);
        let siapa = siapa.map(|p| Tautan { nama: lengkap(p), url: url_pemilik(p), ini: false }).collect::<Vec<_>>();
        let nama = class.map(|k| k.nama.clone()).filter(|nama| nama != huruf);
        (!siapa.is_empty()).then(|| HurufView { huruf: huruf.to_string(), nama, siapa })
    };
    t.huruf().into_iter().filter_map(view).collect()
}

fn tetangga(lang: Lang, p: &BandingPadanan, t: &BandingTahun, skala: Option<&Skala>) -> Vec<TetanggaView> {
    let found = p.tetangga(t.tahun).into_iter();
    found
        .map(|(a, r)| TetanggaView {
            baris: baris(lang, &p.padanan, skala, a),
            sebanding: r.sebanding(),
            alasan: alasan::semua(lang, r.alasan()),
        })
        .collect()
}

/// Every formula once, with who uses it.
fn rumus<'a>(lang: Lang, list: impl Iterator<Item = &'a Anggota>) -> Vec<RumusView> {
    let mut out: Vec<RumusView> = Vec::new();
    for a in list.filter(|a| a.nilai.indikator.is_some()) {
        let r = &a.nilai.rumus;
        out.push(RumusView {
            nama: lengkap(&a.nilai.pemilik),
            pembilang: r.pembilang.as_ref().map(|h| h.nama(lang).to_string()),
            penyebut: r.penyebut.as_ref().map(|h| h.nama(lang).to_string()),
            pengali: r.pengali,
            teks: r.teks.clone(),
            tiada: kata::tiada(lang, r.tiada),
            sebanding: a.kedudukan.sebanding(),
        });
    }
    // A scale has no formula: a column of gaps says nothing.
    if out.iter().all(|r| r.pembilang.is_none() && r.teks.is_none()) {
        out.clear();
    }
    out
}

fn kuadran_view(lang: Lang, c: &CapaianSerapan, unit: &str) -> KuadranView {
    let between = |ends: Option<(Decimal, Decimal)>, one: Decimal, write: &dyn Fn(Decimal) -> String| match ends {
        Some((low, high)) => {
            let (low, high) = (write(low), write(high));
            teks!(lang, "{low} sampai {high}", "{low} to {high}")
        }
        None => write(one),
    };
    KuadranView {
        nama: lengkap(&c.pemilik),
        tahun: c.tahun,
        keadaan: c.batas_data.kata(lang),
        nilai: between(c.tercetak, c.nilai, &|v| nilai(lang, v, v.normalize().scale(), unit)),
        target: nilai(lang, c.target, c.target.normalize().scale(), unit),
        capaian: between(c.antara, c.capaian, &|v| lang.percent(v, 2)),
        program: c.program.clone(),
        pagu: lang.rupiah(c.pagu),
        realisasi: lang.rupiah(c.realisasi),
        serapan: lang.percent(c.serapan, 2),
        kuadran: kuadran_kata(lang, c),
    }
}

/// Which of the four quarters; a year that is not over has none yet.
fn kuadran_kata(lang: Lang, c: &CapaianSerapan) -> String {
    if !c.batas_data.setahun(c.tahun) {
        let baru = c.batas_data.baru(lang);
        return teks!(lang, "{baru}, belum dapat dinilai", "{baru}, not to be judged yet");
    }
    let full = Decimal::ONE_HUNDRED;
    if c.antara.is_some_and(|(low, high)| (low >= full) != (high >= full)) {
        return lang
            .pilih("angka yang tercetak berbeda, belum dapat dinilai", "the printed values differ, not to be judged")
            .into();
    }
    let word = match (c.capaian >= full, c.serapan >= full) {
        (true, true) => lang.pilih("target tercapai, pagu habis dibelanjakan", "target reached, budget spent"),
        (true, false) => lang.pilih("target tercapai, pagu bersisa", "target reached, budget left over"),
        (false, true) => {
            lang.pilih("target belum tercapai, pagu habis dibelanjakan", "target not reached, budget spent")
        }
        (false, false) => lang.pilih("target belum tercapai, pagu bersisa", "target not reached, budget left over"),
    };
    word.to_string()
}
