//! Sample figures: realistic ones for every kind, and the odd ones.

use rust_decimal::Decimal;
use terang::comparisons::{Besaran, sebaran};
use terang::number::Lang;
use terang::pages::figure::{Bentuk, Deret, Figure, Jenis, Peran, SebaranFigure, Titik};

pub fn angka(text: &str) -> Decimal {
    text.parse().expect("a number of the samples")
}

pub fn titik(lang: Lang, jenis: Jenis, satuan: &str, text: &str) -> Titik {
    if let Some(catatan) = text.strip_prefix('?') {
        let catatan = (!catatan.is_empty()).then(|| catatan.to_string());
        return Titik { nilai: None, teks: "—".into(), lengkap: "—".into(), rentang: None, catatan, jenjang: None };
    }
    let nilai = angka(text);
    let (teks, lengkap) = match jenis {
        Jenis::Persen => (lang.percent(nilai, nilai.scale()), lang.percent(nilai, nilai.scale())),
        Jenis::Rupiah => (lang.rupiah_short(nilai), lang.rupiah(nilai)),
        Jenis::Angka => {
            let teks = format!("{} {satuan}", lang.grouped(nilai)).trim().to_string();
            (teks.clone(), teks)
        }
    };
    Titik { nilai: Some(nilai), teks, lengkap, rentang: None, catatan: None, jenjang: None }
}

pub struct Baru(pub Figure);

impl Baru {
    pub fn new(kode: &str, bentuk: Bentuk, jenis: Jenis, judul: &str, kategori: &[&str]) -> Self {
        Self(Figure {
            lang: Lang::Id,
            kode: kode.into(),
            judul: judul.into(),
            subjudul: "Persen, Kabupaten Blitar, 2022 sampai 2029".into(),
            kalimat: format!("{judul}, kalimat yang menjelaskan isinya."),
            bentuk,
            jenis,
            satuan: String::new(),
            kepala: "Tahun".into(),
            kategori: kategori.iter().map(|text| text.to_string()).collect(),
            deret: Vec::new(),
            acuan: None,
            sebaran: None,
            putus: Vec::new(),
            sumber: "LKjIP 2024, tabel 3.2".into(),
            keadaan: "Keadaan 31 Desember 2024".into(),
        })
    }

    /// In English; before its series, whose texts follow it.
    pub fn inggris(mut self) -> Self {
        self.0.lang = Lang::En;
        self.0.kalimat = format!("{}, a sentence that says what it holds.", self.0.judul);
        self
    }

    pub fn satuan(mut self, satuan: &str) -> Self {
        self.0.satuan = satuan.into();
        self
    }

    pub fn kepala(mut self, kepala: &str) -> Self {
        self.0.kepala = kepala.into();
        self
    }

    pub fn deret(mut self, nama: &str, peran: Peran, nilai: &[&str]) -> Self {
        let (lang, jenis, satuan) = (self.0.lang, self.0.jenis, self.0.satuan.clone());
        let titik = nilai.iter().map(|text| titik(lang, jenis, &satuan, text)).collect();
        self.0.deret.push(Deret { nama: nama.into(), peran, titik });
        self
    }

    pub fn acuan(mut self, nilai: &str, label: &str) -> Self {
        self.0.acuan = Some((angka(nilai), label.into()));
        self
    }

    /// The distribution as a page would hand it over.
    pub fn sebaran(mut self) -> Self {
        let values: Vec<Besaran> = self.0.deret[0].titik.iter().filter_map(|t| Some(Besaran::satu(t.nilai?))).collect();
        let s = sebaran(&values).expect("values");
        let [low, middle, high] = [s.kuartil_1, s.median, s.kuartil_3].map(|v| self.0.lang.percent(v, 2));
        let n = s.n;
        self.0.sebaran = Some(SebaranFigure {
            kuartil_1: s.kuartil_1,
            median: s.median,
            kuartil_3: s.kuartil_3,
            arti: format!(
                "Garis tebal: nilai tengah {middle} dari {n} kabupaten. Pita: separuhnya, antara {low} dan {high}."
            ),
        });
        self
    }

    pub fn putus(mut self, setelah: usize, alasan: &str) -> Self {
        self.0.putus.push((setelah, alasan.into()));
        self
    }

    pub fn rentang(mut self, deret: usize, titik: usize, rendah: &str, tinggi: &str) -> Self {
        self.0.deret[deret].titik[titik].rentang = Some((angka(rendah), angka(tinggi)));
        self
    }
}

const PROGRAM: [&str; 6] = [
    "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota",
    "Program Pemberdayaan Sosial",
    "Program Rehabilitasi Sosial",
    "Program Perlindungan dan Jaminan Sosial",
    "Program Penanganan Bencana",
    "Program Penanganan Warga Negara Migran Korban Tindak Kekerasan",
];

const KABUPATEN: [&str; 12] = [
    "Blitar",
    "Jember",
    "Mojokerto",
    "Seruyan",
    "Lombok Tengah",
    "Banyuwangi",
    "Bondowoso",
    "Lumajang",
    "Kotawaringin Timur",
    "Sidoarjo",
    "Gunungkidul",
    "Penajam Paser Utara",
];

/// Every kind as a page would ask for it.
pub fn wajar() -> Vec<Figure> {
    use Bentuk::*;
    use Jenis::*;
    let years = ["2022", "2023", "2024", "2025", "2026", "2027", "2028", "2029"];
    let mut out = terang::pages::contoh_grafik::semua(Lang::Id);
    out.extend(vec![
        Baru::new("garis-ppks", Garis, Persen, "PPKS tertangani turun dari 2022, di bawah target", &years)
            .deret("Realisasi", Peran::Realisasi, &["96.70", "95.37", "95.39", "?", "?", "?", "?", "?"])
            .deret("Target", Peran::Target, &["100", "100", "100", "?", "?", "?", "?", "?"])
            .deret("Renstra", Peran::Rencana, &["?", "?", "?", "95.6", "96.2", "97", "98", "99"])
            .0,
        Baru::new("garis-tiga", Garis, Persen, "Realisasi mendekati target", &years[..3])
            .deret("Realisasi", Peran::Realisasi, &["67.20", "71.05", "76.83"])
            .deret("Target", Peran::Target, &["70", "75", "80"])
            .rentang(0, 1, "67", "76.83")
            .0,
        Baru::new(
            "garis-putus",
            Garis,
            Angka,
            "Penerima bantuan, definisi berubah",
            &["2019", "2020", "2021", "2022", "2023", "2024"],
        )
        .satuan("orang")
        .deret(
            "Penerima bantuan sosial",
            Peran::Realisasi,
            &["15200", "22340", "?belum dilaporkan", "18750", "9120", "9544"],
        )
        .putus(3, "Sejak 2023 dihitung dari DTKS, bukan dari laporan desa")
        .0,
        Baru::new(
            "garis-empat",
            Garis,
            Persen,
            "Empat kabupaten, satu ukuran",
            &["2020", "2021", "2022", "2023", "2024"],
        )
        .deret("Kabupaten Blitar", Peran::Lain, &["91.2", "93.5", "96.70", "95.37", "95.39"])
        .deret("Kabupaten Lombok Tengah", Peran::Lain, &["88.0", "90.1", "92.4", "94.9", "95.1"])
        .deret("Kabupaten Mojokerto", Peran::Lain, &["79.5", "82.0", "?", "88.3", "90.0"])
        .deret("Kabupaten Jember", Peran::Lain, &["70.1", "72.0", "76.4", "76.83", "80.2"])
        .0,
        Baru::new(
            "batang-capaian",
            Batang,
            Persen,
            "Satu layanan belum mencapai target",
            &[
                "Rehabilitasi sosial dasar penyandang disabilitas terlantar di luar panti",
                "Lanjut usia terlantar",
                "Anak terlantar",
                "Gelandangan dan pengemis",
                "Korban bencana",
            ],
        )
        .kepala("Layanan")
        .deret("Capaian", Peran::Realisasi, &["100", "95.39", "112.5", "0", "?belum dilaporkan"])
        .acuan("100", "Target 100%")
        .0,
        Baru::new("batang-sisa", Batang, Rupiah, "Anggaran terbesar untuk rutin", &PROGRAM)
            .kepala("Program")
            .deret(
                "Realisasi",
                Peran::Realisasi,
                &["5046629436.54", "1295578750", "1060562000", "8551166400", "207901500", "800000"],
            )
            .0,
        Baru::new("ganda-program", BatangGanda, Rupiah, "Serapan terendah di bantuan migran", &PROGRAM)
            .kepala("Program")
            .deret(
                "Pagu setelah perubahan",
                Peran::Keseluruhan,
                &["5368142655", "1338858935", "1114397175", "9168790230", "231342905", "1600000"],
            )
            .deret(
                "Realisasi",
                Peran::Realisasi,
                &["5046629436.54", "1295578750", "1060562000", "8551166400", "207901500", "800000"],
            )
            .0,
        Baru::new("ganda-sebagian", BatangGanda, Rupiah, "12,47% anggaran dibelanjakan (baru 9 bulan)", &PROGRAM[..2])
            .deret("Pagu", Peran::Keseluruhan, &["28580000000", "18120000000"])
            .deret("Realisasi", Peran::Sebagian, &["94170000", "5730000000"])
            .0,
        Baru::new(
            "kolom-anggaran",
            Kolom,
            Rupiah,
            "Belanja selalu di bawah pagu",
            &["2020", "2021", "2022", "2023", "2024"],
        )
        .deret("Pagu", Peran::Keseluruhan, &["41200000000", "48900000000", "52340000000", "57817764115", "61200000000"])
        .deret(
            "Realisasi",
            Peran::Realisasi,
            &["39800000000", "46900000000", "50100000000", "54101222333", "?belum diaudit"],
        )
        .0,
        Baru::new("kolom-inggris", Kolom, Rupiah, "Spending stayed below the budget", &["2022", "2023", "2024"])
            .inggris()
            .deret("Budget", Peran::Keseluruhan, &["52340000000", "57817764115", "61200000000"])
            .deret("Actual", Peran::Realisasi, &["50100000000", "54101222333", "?not audited yet"])
            .rentang(1, 1, "54000000000", "54101222333")
            .0,
        Baru::new("garis-inggris", Garis, Persen, "Served, still below the target", &years[..3])
            .inggris()
            .deret("Actual", Peran::Realisasi, &["96.70", "95.37", "95.39"])
            .deret("Target", Peran::Target, &["98.5", "99", "100"])
            .acuan("97.5", "National target")
            .putus(1, "the definition changed")
            .0,
        Baru::new("strip-dua-belas", Strip, Persen, "Sebelas kabupaten di atas 90%", &KABUPATEN)
            .kepala("Kabupaten")
            .deret(
                "PPKS tertangani",
                Peran::Realisasi,
                &["95.39", "76.83", "91.0", "93.1", "95.1", "97.2", "95.39", "99.4", "92.75", "?", "94.4", "96.05"],
            )
            .sebaran()
            .0,
        Baru::new("strip-tiga", Strip, Persen, "Dua dari tiga kabupaten hampir sama", &KABUPATEN[..3])
            .kepala("Kabupaten")
            .deret("PPKS tertangani", Peran::Realisasi, &["95.39", "76.83", "95.10"])
            .0,
        strip(60),
        strip(514),
        Baru::new("kecil-iku", Kecil, Persen, "Enam IKU, satu skala", &["2020", "2021", "2022", "2023", "2024"])
            .deret("PPKS yang tertangani", Peran::Realisasi, &["91.2", "93.5", "96.70", "95.37", "95.39"])
            .deret("PSKS aktif", Peran::Realisasi, &["60", "61.5", "70", "74", "82.25"])
            .deret("Lanjut usia terlantar yang menerima pelayanan", Peran::Realisasi, &["80", "85", "?", "95", "100"])
            .deret("Korban bencana yang tertangani", Peran::Realisasi, &["100", "100", "100", "100", "100"])
            .deret("Penerima jaminan sosial", Peran::Realisasi, &["45", "48", "52", "51", "?"])
            .deret("Disabilitas terlantar", Peran::Realisasi, &["?", "?", "?", "?", "67.2"])
            .0,
        Baru::new("kuadran-program", Kuadran, Persen, "Program dengan serapan dan capaian", &PROGRAM)
            .kepala("Program")
            .deret("Serapan anggaran", Peran::Lain, &["91.86", "98.06", "50.98", "97.46", "80.39", "94.35"])
            .deret("Capaian kinerja", Peran::Lain, &["100", "104.2", "76.83", "100", "95.39", "?"])
            .acuan("100", "100%")
            .0,
        Baru::new("kuadran-kabupaten", Kuadran, Persen, "Serapan tinggi belum tentu capaian tinggi", &KABUPATEN[..7])
            .kepala("Kabupaten")
            .deret("Serapan", Peran::Lain, &["91.86", "98.06", "50.98", "97.46", "80.39", "94.35", "103"])
            .deret("Capaian", Peran::Lain, &["100", "104.2", "76.83", "120", "95.39", "88", "93"])
            .acuan("100", "Target 100%")
            .0,
    ]);
    out
}

/// A strip of many kabupaten, spread by arithmetic rather than chance.
pub fn strip(count: usize) -> Figure {
    let names: Vec<String> = (1..=count).map(|n| format!("Kabupaten Contoh {n}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let values: Vec<String> = (0..count)
        .map(|n| {
            let (a, b, c) = ((n * 7919) % 101, (n * 104_729) % 97, (n * 1_299_709) % 89);
            format!("{}.{:02}", 62 + (a + b + c) / 8, (n * 37) % 100)
        })
        .collect();
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    Baru::new(&format!("strip-{count}"), Bentuk::Strip, Jenis::Persen, "Sebaran capaian kabupaten", &names)
        .kepala("Kabupaten")
        .deret("Capaian", Peran::Realisasi, &values)
        .sebaran()
        .0
}

pub const SEMUA: [Bentuk; 18] = [
    Bentuk::Garis,
    Bentuk::Batang,
    Bentuk::BatangGanda,
    Bentuk::Kolom,
    Bentuk::Strip,
    Bentuk::Kecil,
    Bentuk::Kuadran,
    Bentuk::Terlayani,
    Bentuk::AirTerjun,
    Bentuk::Halter,
    Bentuk::Peluru,
    Bentuk::Lereng,
    Bentuk::Tumpuk,
    Bentuk::Petak,
    Bentuk::Matriks,
    Bentuk::StripBaris,
    Bentuk::Kemajuan,
    Bentuk::Percik,
];

/// The odd ones, each in every kind.
pub fn aneh() -> Vec<Figure> {
    let panjang = "Persentase penyandang masalah kesejahteraan sosial (PMKS) skala kabupaten";
    let markup = "<script>alert(\"x\")</script> & 'Tom' ]]> \u{1}";
    let mut out = Vec::new();
    for bentuk in SEMUA {
        let nama = format!("{bentuk:?}").to_lowercase();
        let two = |kode: &str, jenis, kategori: &[&str], a: &[&str], b: &[&str]| {
            Baru::new(&format!("{nama}-{kode}"), bentuk, jenis, kode, kategori)
                .deret("Pagu", Peran::Keseluruhan, a)
                .deret("Realisasi", Peran::Realisasi, b)
        };
        let years = ["2022", "2023", "2024"];
        let p = Jenis::Persen;
        out.push(Baru::new(&format!("{nama}-kosong"), bentuk, p, "kosong", &[]).0);
        out.push(two("hilang", p, &years, &["?", "?", "?"], &["?belum dilaporkan", "?", "?"]).0);
        out.push(two("sama", p, &years, &["100", "100", "100"], &["100", "100", "100"]).0);
        out.push(two("nol", p, &years, &["0", "0", "0"], &["0", "0", "0"]).0);
        out.push(two("negatif", p, &years, &["-12.5", "4", "8"], &["-3", "-20.25", "5"]).0);
        let (big, part) = (["10000000000000", "57817764115", "999999999"], ["9999999999999.99", "0", "5"]);
        out.push(two("besar", Jenis::Rupiah, &years, &big, &part).0);
        out.push(
            two("lebih", p, &years, &["100", "100", "100"], &["250", "100.01", "137.5"]).acuan("100", "Target 100%").0,
        );
        out.push(two("setahun", p, &years[..1], &["100"], &["95.39"]).0);
        out.push(two("pendek", p, &years, &["100"], &["95.39"]).0);
        out.push(
            two(
                "panjang",
                p,
                &[panjang, panjang, panjang],
                &["100", "90", "80"],
                &["95.39", "1", "?tidak terhitung karena penyebutnya nol menurut dokumen"],
            )
            .acuan("95", panjang)
            .putus(0, panjang)
            .putus(1, panjang)
            .0,
        );
        let mut tanda = two("tanda", Jenis::Angka, &[markup, markup], &["1", "2"], &["2", "1"])
            .satuan(markup)
            .acuan("1", markup)
            .putus(0, markup)
            .0;
        tanda.kode = markup.into();
        tanda.judul = markup.into();
        tanda.kepala = markup.into();
        for deret in &mut tanda.deret {
            deret.nama = markup.into();
            deret.titik[0].teks = markup.into();
            deret.titik[0].catatan = Some(markup.into());
        }
        out.push(tanda);
        let extreme = ["79228162514264337593543950335", "-79228162514264337593543950335"];
        out.push(two("batas", Jenis::Angka, &years[..2], &extreme, &extreme).0);
        out.push(
            two("rentang", p, &years, &["?", "100", "100"], &["?", "95", "?"])
                .rentang(1, 0, "67", "76.83")
                .rentang(1, 1, "80", "97")
                .0,
        );
    }
    out
}
