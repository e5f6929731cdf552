//! The style page `/gaya/`: every component of the theme in every state, for whoever makes a theme. Built on demand; its
//! figures are samples and say so.

use super::Halaman;
use super::angka::{Angka, Kelas};
use super::figure::{Bentuk, Deret, Figure, Jenis, Peran, Titik};
use super::pohon::{Cabang, Fisik};
use super::temuan::KalimatVerifikasi;
use crate::findings::Cacah;
use crate::number::Lang;
use rust_decimal::Decimal;
use serde_json::json;

/// Its address.
pub const ALAMAT: &str = "gaya/";

/// Builds the page.
pub fn halaman(lang: Lang) -> Halaman {
    let mut figure = grafik(lang);
    figure.extend(super::contoh_grafik::semua(lang));
    // The kinds that have a row stand in a table too.
    let sel = figure.clone();
    let keadaan: Vec<_> =
        keadaan(lang).into_iter().map(|(nama, angka)| json!({ "nama": nama, "angka": angka })).collect();
    let contoh = Cacah { diperiksa: 12, cocok: 9, beda: 2, dipersoalkan: 1, lain: 0 };
    let isi = json!({
        "keadaan": keadaan,
        "pohon": pohon(lang),
        "grafik": figure.iter().map(|f| &f.kode).collect::<Vec<_>>(),
        "sel": figure.iter().map(|f| json!([f.kode, f.judul])).collect::<Vec<_>>(),
        "verifikasi": {
            "kalimat": KalimatVerifikasi::dari(lang, contoh, 1), "url": "temuan/", "periksa": ALAMAT, "pertentangan": 2, "tinggi": 1, "pengamatan": 1,
            "contoh": [{ "dua_sisi": { "tertulis": lang.percent(Decimal::new(6720, 2), 2), "lain": lang.percent(Decimal::new(310, 2), 2), "terhitung": true }, "url": ALAMAT, "perihal": lang.pilih("serapan · contoh", "absorption · sample"), "pesan": lang.pilih(
                "Tertulis 67,20% (Tabel 1); terhitung 3,10% = 155.000 ÷ 5.000.000.",
                "Printed 67.20% (Tabel 1); computed 3.10% = 155,000 ÷ 5,000,000.",
            ) }],
        },
    });
    Halaman {
        alamat: ALAMAT.into(),
        templat: "gaya.html",
        judul: lang.pilih("Gaya", "Style").into(),
        kalimat: lang
            .pilih(
                "Setiap komponen tema ini dalam setiap keadaannya. Semua angka di sini contoh.",
                "Every component of this theme in every state. All figures here are samples.",
            )
            .into(),
        isi,
        figure,
        sel,
        ..Halaman::default()
    }
}

/// A figure of a page in one class.
fn angka(teks: &str, kelas: Kelas) -> Angka {
    Angka {
        teks: teks.into(),
        mentah: None,
        url: Some(ALAMAT.into()),
        asal: "Tabel 1".into(),
        kelas,
        rentang: None,
        batas: None,
        catatan: None,
        temuan: None,
        amatan: false,
        masa: None,
        hitungan: None,
        dasar: None,
    }
}

/// What a figure can be, each with its name.
fn keadaan(lang: Lang) -> Vec<(&'static str, Angka)> {
    let uang = lang.rupiah(Decimal::from(17_223_131_900_i64));
    let persen = lang.percent(Decimal::new(9539, 2), 2);
    let kurang = lang.points(Decimal::new(-310, 2), 2);
    let rentang = format!("67% {} 76%", lang.pilih("sampai", "to"));
    vec![
        (lang.pilih("tercetak", "printed"), angka(&uang, Kelas::Tertulis)),
        (lang.pilih("dihitung", "computed"), angka(&persen, Kelas::Terhitung)),
        (lang.pilih("di bawah nol", "below zero"), angka(&kurang, Kelas::Terhitung)),
        (
            lang.pilih("bertentangan", "contradictory"),
            Angka { temuan: Some("≠".into()), rentang: Some(rentang), ..angka(&persen, Kelas::Tertulis) },
        ),
        (
            lang.pilih("diragukan", "doubted"),
            Angka {
                catatan: Some(lang.pilih("angka terakhir buram", "last digit blurred").into()),
                ..angka("14.97?", Kelas::Ragu)
            },
        ),
        (lang.pilih("tidak ada", "missing"), Angka::kosong(lang.pilih("tidak tercetak", "not printed"))),
        (lang.pilih("tidak terhitung", "undefined"), Angka::kosong(lang.pilih("pembagi nol", "division by zero"))),
        (lang.pilih("huruf", "letter"), angka("BB", Kelas::Tertulis)),
        (lang.pilih("teks", "text"), Angka { url: None, ..angka("tdk ada", Kelas::Teks) }),
    ]
}

/// A tree of three levels with a branch that has no money.
fn pohon(lang: Lang) -> Vec<Cabang> {
    let node = |kode: &str, nama: &str, tingkat, lebar: Option<u8>, anak| Cabang {
        kode: kode.into(),
        nama: nama.into(),
        nama_en: (lang == Lang::En).then(|| "what it means in English".into()),
        isi: Some(lang.pilih("bagiannya", "its parts").into()),
        tingkat,
        pagu: angka(&lang.rupiah(Decimal::from(5_000_000)), Kelas::Tertulis),
        tahap: None,
        murni: None,
        realisasi: lebar.map_or_else(
            || Angka::kosong(lang.pilih("tidak tercetak", "not printed")),
            |_| angka(&lang.rupiah(Decimal::from(4_650_000)), Kelas::Tertulis),
        ),
        serapan: lebar.map_or_else(|| Angka::kosong("—"), |n| angka(&lang.percent(n.into(), 2), Kelas::Terhitung)),
        sisa: Angka::kosong("—"),
        fisik: Vec::new(),
        lebar,
        bagian: None,
        catatan: None,
        anak,
    };
    let leaf =
        node("contoh.k1.s1", "Sub kegiatan contoh", lang.pilih("sub kegiatan", "sub-activity"), Some(93), Vec::new());
    let bare = node(
        "contoh.k1.s2",
        "Sub kegiatan tanpa realisasi",
        lang.pilih("sub kegiatan", "sub-activity"),
        None,
        Vec::new(),
    );
    let fisik = Fisik {
        indikator: Some("Jumlah orang".into()),
        target: Some(angka("200", Kelas::Tertulis)),
        realisasi: None,
        capaian: None,
    };
    let leaf = Cabang { fisik: vec![fisik], ..leaf };
    let kegiatan = node("contoh.k1", "Kegiatan contoh", lang.pilih("kegiatan", "activity"), Some(93), vec![leaf, bare]);
    vec![node("contoh", "Program contoh", "program", Some(93), vec![kegiatan])]
}

/// One chart of every kind, gaps and remarks included.
fn grafik(lang: Lang) -> Vec<Figure> {
    let titik = |jenis: Jenis, list: &[Option<i64>]| -> Vec<Titik> {
        let one = |v: &Option<i64>| match v {
            Some(v) => {
                let nilai = Decimal::from(*v);
                let (teks, lengkap) = match jenis {
                    Jenis::Rupiah => (lang.rupiah_short(nilai), lang.rupiah(nilai)),
                    Jenis::Persen => (lang.percent(nilai, 0), lang.percent(nilai, 0)),
                    Jenis::Angka => (lang.grouped(nilai), lang.grouped(nilai)),
                };
                Titik { nilai: Some(nilai), teks, lengkap, rentang: None, catatan: None, jenjang: None }
            }
            None => Titik {
                nilai: None,
                teks: "—".into(),
                lengkap: "—".into(),
                rentang: None,
                catatan: Some(lang.pilih("tidak tercetak", "not printed").into()),
                jenjang: None,
            },
        };
        list.iter().map(one).collect()
    };
    // A year without a target is no gap: only what should have been reported says why it is missing.
    let deret = |nama: &str, peran, jenis, list: &[Option<i64>]| {
        let mut titik = titik(jenis, list);
        titik.iter_mut().filter(|_| peran == Peran::Rencana).for_each(|t| t.catatan = None);
        Deret { nama: nama.into(), peran, titik }
    };
    let satu = |kode: &str, bentuk, jenis, kategori: &[&str], deret: Vec<Deret>| {
        let judul = format!("{}: {kode}", lang.pilih("Contoh", "Sample"));
        Figure { deret, ..super::contoh_grafik::kosong(lang, bentuk, jenis, kode, judul, kategori) }
    };
    let tahun = ["2022", "2023", "2024", "2025"];
    let tiga = ["Program A", "Program B", "Program C"];
    let (p, r, uang) = (Jenis::Persen, Peran::Realisasi, Jenis::Rupiah);
    let (nyata, target) = (lang.pilih("Realisasi", "Actual"), "Target");
    let pagu = deret(
        lang.pilih("Pagu", "Budget"),
        Peran::Keseluruhan,
        uang,
        &[Some(9_000_000_000), Some(5_000_000_000), Some(1_000_000_000)],
    );
    let pakai = deret(nyata, r, uang, &[Some(8_500_000_000), Some(4_000_000_000), None]);
    vec![
        Figure {
            putus: vec![(1, lang.pilih("rumus berubah", "formula changed").into())],
            ..satu(
                "garis",
                Bentuk::Garis,
                p,
                &tahun,
                vec![
                    deret(nyata, r, p, &[Some(71), Some(75), Some(90), None]),
                    deret(target, Peran::Rencana, p, &[None, None, Some(88), Some(92)]),
                ],
            )
        },
        Figure {
            acuan: Some((Decimal::ONE_HUNDRED, "target 100%".into())),
            sebaran: None,
            ..satu("batang", Bentuk::Batang, p, &tiga, vec![deret(nyata, r, p, &[Some(95), Some(104), None])])
        },
        satu("ganda", Bentuk::BatangGanda, uang, &tiga, vec![pagu.clone(), pakai.clone()]),
        satu(
            "ganda-sebagian",
            Bentuk::BatangGanda,
            uang,
            &tiga,
            vec![pagu.clone(), Deret { peran: Peran::Sebagian, ..pakai.clone() }],
        ),
        satu("kolom", Bentuk::Kolom, uang, &["2022", "2023", "2024"], vec![pagu, pakai]),
        satu(
            "strip",
            Bentuk::Strip,
            p,
            &["Blitar", "Jember", "Mojokerto"],
            vec![deret(nyata, r, p, &[Some(95), Some(88), Some(82)])],
        ),
        satu(
            "kecil",
            Bentuk::Kecil,
            p,
            &tahun,
            vec![
                deret("A", r, p, &[Some(60), Some(70), Some(80), Some(85)]),
                deret("B", r, p, &[Some(90), None, Some(70), Some(65)]),
            ],
        ),
        Figure {
            acuan: Some((Decimal::ONE_HUNDRED, "100%".into())),
            sebaran: None,
            ..satu(
                "kuadran",
                Bentuk::Kuadran,
                p,
                &tiga,
                vec![
                    deret(lang.pilih("Serapan", "Absorption"), r, p, &[Some(95), Some(60), Some(99)]),
                    deret(lang.pilih("Capaian", "Achievement"), Peran::Lain, p, &[Some(104), Some(70), Some(88)]),
                ],
            )
        },
    ]
}
