//! `/banding/<padanan>/` and `/banding/<padanan>/<tahun>/`: the values of a year, the unlike ones, the missing ones.

use super::baris::{BarisBanding, baris};
use super::view::{
    Grafik, HalamanPadanan, HilangView, Kolom, KuadranView, RumusView, SebaranView, SkalaView, TetanggaView,
};
use super::{TERBANYAK, Tautan, akar, alamat, grafik, lembar, nama_provinsi, provinsi};
use crate::comparisons::{Anggota, BandingPadanan, BandingTahun, CUKUP, CapaianSerapan};
use crate::number::{percent, rupiah};
use crate::pages::Halaman;
use crate::pages::kalimat::{banding as kalimat, nilai, tanggal};
use crate::pages::lembar::Lembar;
use crate::records::{Arah, Content, IsiPadanan, Skala, Toleransi, slug};
use rust_decimal::Decimal;

/// The page of a padanan nobody reports.
pub fn kosong(content: &Content, p: &BandingPadanan, url: String) -> Halaman {
    let mut view = dasar(
        p,
        format!(
            "Belum ada daerah yang melaporkan {} dalam portal ini.",
            crate::pages::kalimat::di_dalam(&p.padanan.nama.id)
        ),
    );
    view.hilang = content
        .daerah
        .iter()
        .map(|d| HilangView { nama: d.nama.clone(), url: format!("{}/", d.kode), sebab: "belum dilaporkan".into() })
        .take(TERBANYAK)
        .collect();
    jadi(url, p.padanan.nama.id.clone(), view, Vec::new(), None, vec![akar()])
}

fn jadi(
    alamat: String,
    judul: String,
    view: HalamanPadanan,
    figure: Vec<crate::pages::figure::Figure>,
    lembar: Option<Lembar>,
    remah: Vec<(String, String)>,
) -> Halaman {
    let kalimat = view.kalimat.clone();
    let isi = serde_json::to_value(&view).unwrap_or_default();
    let lembar = lembar.into_iter().collect();
    Halaman { alamat, templat: "banding-padanan.html", judul, kalimat, remah, isi, figure, lembar }
}

fn dasar(p: &BandingPadanan, kalimat: String) -> HalamanPadanan {
    let d = &p.padanan;
    HalamanPadanan {
        kode: d.kode.clone(),
        nama: d.nama.id.clone(),
        pertanyaan: d.pertanyaan.as_ref().map(|t| t.id.clone()),
        definisi: d.definisi.id.clone(),
        satuan: d.satuan.clone(),
        arah: match d.arah {
            Some(Arah::Naik) => "makin tinggi makin baik",
            Some(Arah::Turun) => "makin rendah makin baik",
            None => "tidak ada arah yang lebih baik",
        },
        catatan: d.catatan.as_ref().map(|t| t.id.clone()),
        toleransi: d.toleransi.iter().map(|t| kata_toleransi(*t)).collect(),
        kalimat,
        tahun: None,
        alamat_tahun: None,
        tahun_lain: Vec::new(),
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
        hilang: Vec::new(),
        tetangga: Vec::new(),
        skala: None,
        rumus: Vec::new(),
        kuadran: Vec::new(),
        csv: None,
    }
}

fn kata_toleransi(t: Toleransi) -> &'static str {
    match t {
        Toleransi::BatasData => "batas data yang berbeda dalam tahun yang sama",
        Toleransi::Nama => "nama lain untuk hitungan yang sama",
        Toleransi::Tahun => "tahun tetangga, hanya bila diminta",
        Toleransi::Tahap => "tahap pagu yang berbeda",
    }
}

/// One year of a padanan, whole or of one province.
pub fn halaman(
    content: &Content,
    p: &BandingPadanan,
    t: &BandingTahun,
    kuadran: &[CapaianSerapan],
    url: String,
    prov: Option<&str>,
) -> Halaman {
    let skala = match &p.padanan.isi {
        IsiPadanan::Indikator { skala: Some(kode), .. } => content.skala.get(kode),
        _ => None,
    };
    let provinces = provinsi(t);
    let dibagi = !provinces.is_empty() && prov.is_none();
    let own = format!("{}{}/", alamat(&p.padanan.kode), t.tahun);
    let depan = url == alamat(&p.padanan.kode);
    // The table lists every year while they are few; one set of axes holds one year, and only what is setara in it.
    let points: Vec<&CapaianSerapan> = kuadran
        .iter()
        .filter(|c| c.tahun == t.tahun || (depan && kuadran.len() <= TERBANYAK))
        .filter(|c| prov.is_none_or(|p| nama_provinsi(c.pemilik.provinsi.as_deref()) == p))
        .collect();
    let same = |c: &&CapaianSerapan| {
        c.tahun == t.tahun && t.anggota.iter().any(|a| a.dihitung && a.nilai.pemilik == c.pemilik)
    };
    // Where the rows stand on the pages of the provinces, so do the quadrants.
    let points = if dibagi { Vec::new() } else { points };
    let on_axes: Vec<&CapaianSerapan> = points.iter().copied().filter(same).collect();
    let strip = grafik::strip(p, t, prov);
    let kecil = if dibagi { None } else { grafik::kecil(p, prov) };
    let quadrant = grafik::kuadran(p, &on_axes, t.tahun);
    let mut order: Vec<&Anggota> = t.sebanding().filter(|a| grafik::ikut(a, prov)).collect();
    order.sort_by(|a, b| {
        b.nilai
            .besaran
            .utama
            .cmp(&a.nilai.besaran.utama)
            .then_with(|| a.nilai.pemilik.kunci().cmp(&b.nilai.pemilik.kunci()))
    });
    let unlike: Vec<&Anggota> = t.tidak_setara().filter(|a| grafik::ikut(a, prov)).collect();
    let shown = |list: &[&Anggota]| -> Vec<BarisBanding> {
        if dibagi { Vec::new() } else { list.iter().map(|a| baris(&p.padanan, skala, a)).collect() }
    };
    let rows = shown(&order);
    let beside = shown(&unlike);
    let unit = p.padanan.satuan.as_deref().unwrap_or("");
    let n = t.n();
    // The whole year is one file, also where its rows stand on the pages of the provinces.
    let sheet = lembar::lembar(p, skala, order.iter().chain(&unlike).copied());
    let file = lembar::BERKAS;
    let view = HalamanPadanan {
        tahun: Some(t.tahun),
        csv: sheet.as_ref().map(|_| if depan { format!("{}/{file}", t.tahun) } else { file.to_string() }),
        alamat_tahun: Some(own.clone()),
        tahun_lain: p
            .tahun
            .keys()
            .map(|y| Tautan {
                nama: y.to_string(),
                url: format!("{}{y}/", alamat(&p.padanan.kode)),
                ini: *y == t.tahun,
            })
            .collect(),
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
        catatan_peringkat: catatan_peringkat(p, t),
        sebaran: t.sebaran.map(|s| SebaranView {
            kuartil_1: nilai(s.kuartil_1, 2, unit),
            median: nilai(s.median, 2, unit),
            kuartil_3: nilai(s.kuartil_3, 2, unit),
        }),
        hilang: if dibagi { Vec::new() } else { hilang(t, prov) },
        tetangga: if provinces.is_empty() { tetangga(p, t, skala) } else { Vec::new() },
        rumus: if dibagi { Vec::new() } else { rumus(order.iter().chain(&unlike).copied()) },
        skala: skala.map(|s| SkalaView {
            nama: s.nama.clone(),
            dasar: s.dasar.clone(),
            kelas: s
                .kelas
                .iter()
                .map(|k| (k.huruf.clone().unwrap_or_default(), k.nama.clone(), k.tertulis.clone().unwrap_or_default()))
                .collect(),
        }),
        kuadran: points.iter().take(TERBANYAK).map(|c| kuadran_view(c, unit)).collect(),
        baris: rows,
        tidak_setara: beside,
        ..dasar(p, kalimat::tahun(&p.padanan, t))
    };
    let place = prov.map(|p| format!(", {p}")).unwrap_or_default();
    let judul = if depan { p.padanan.nama.id.clone() } else { format!("{} {}{place}", p.padanan.nama.id, t.tahun) };
    let mut remah = vec![akar()];
    if !depan {
        remah.push((p.padanan.nama.id.clone(), alamat(&p.padanan.kode)));
    }
    let figures = [strip, kecil, quadrant].into_iter().flatten().collect();
    jadi(url, judul, view, figures, sheet.filter(|_| !depan), remah)
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

fn catatan_peringkat(p: &BandingPadanan, t: &BandingTahun) -> String {
    let n = t.n();
    if p.padanan.arah.is_none() {
        return "Tidak diperingkat: tidak ada arah yang lebih baik.".to_string();
    }
    if n < 2 {
        return "Tidak diperingkat: tidak ada dua nilai yang setara sepenuhnya dalam hal batas data dan sumber."
            .to_string();
    }
    if n < CUKUP {
        return format!(
            "Hanya {n} nilai yang setara; peringkat dari sedikit nilai mudah menyesatkan, jadi tidak langsung ditampilkan."
        );
    }
    format!("Peringkat di antara {n} nilai yang setara; nilai sama berbagi peringkat.")
}

fn hilang(t: &BandingTahun, prov: Option<&str>) -> Vec<HilangView> {
    let own = t.hilang.iter().filter(|h| prov.is_none_or(|p| h.provinsi == p));
    own.map(|h| HilangView {
        nama: h.nama.clone(),
        url: format!("{}/", h.daerah),
        sebab: if h.ada_rekaman {
            format!("laporan {} ada, angka ini tidak tercetak di dalamnya", t.tahun)
        } else {
            format!("belum ada laporan {} dalam portal ini", t.tahun)
        },
    })
    .collect()
}

fn tetangga(p: &BandingPadanan, t: &BandingTahun, skala: Option<&Skala>) -> Vec<TetanggaView> {
    let found = p.tetangga(t.tahun).into_iter();
    found
        .map(|(a, r)| TetanggaView {
            baris: baris(&p.padanan, skala, a),
            sebanding: r.sebanding(),
            alasan: crate::pages::kalimat::alasan::semua(r.alasan()),
        })
        .collect()
}

/// Every formula once, with who uses it.
fn rumus<'a>(list: impl Iterator<Item = &'a Anggota>) -> Vec<RumusView> {
    let mut out: Vec<RumusView> = Vec::new();
    for a in list.filter(|a| a.nilai.indikator.is_some()) {
        let r = &a.nilai.rumus;
        out.push(RumusView {
            nama: a.nilai.pemilik.nama.clone(),
            pembilang: r.pembilang.as_ref().map(|h| h.nama.clone()),
            penyebut: r.penyebut.as_ref().map(|h| h.nama.clone()),
            pengali: r.pengali,
            teks: r.teks.clone(),
            sebanding: a.kedudukan.sebanding(),
        });
    }
    out
}

fn kuadran_view(c: &CapaianSerapan, unit: &str) -> KuadranView {
    let full = Decimal::ONE_HUNDRED;
    KuadranView {
        nama: c.pemilik.nama.clone(),
        tahun: c.tahun,
        keadaan: tanggal(&c.batas_data),
        nilai: nilai(c.nilai, c.nilai.normalize().scale(), unit),
        target: nilai(c.target, c.target.normalize().scale(), unit),
        capaian: percent(c.capaian, 2),
        program: c.program.clone(),
        pagu: rupiah(c.pagu),
        realisasi: rupiah(c.realisasi),
        serapan: percent(c.serapan, 2),
        kuadran: match (c.capaian >= full, c.serapan >= full) {
            (true, true) => "target tercapai, pagu habis dibelanjakan",
            (true, false) => "target tercapai, pagu bersisa",
            (false, true) => "target belum tercapai, pagu habis dibelanjakan",
            (false, false) => "target belum tercapai, pagu bersisa",
        },
    }
}
