//! A sample of each kind of chart that stands in rows: for `/gaya/`, and for the tests that draw every kind.

use super::figure::{Bentuk, Deret, Figure, Jenis, Peran, Titik};
use crate::number::Lang;
use rust_decimal::Decimal;

/// A sample value: hundredths, and its remark.
type Nilai = (Option<i64>, &'static str);

const fn n(hundredths: i64) -> Nilai {
    (Some(hundredths), "")
}

const TIADA: Nilai = (None, "");

fn titik(lang: Lang, jenis: Jenis, (nilai, catatan): Nilai) -> Titik {
    let nilai = nilai.map(|v| Decimal::new(v, 2).normalize());
    let (teks, lengkap) = nilai.map_or(("—".into(), "—".into()), |v| match jenis {
        Jenis::Rupiah => (lang.rupiah_short(v), lang.rupiah(v)),
        Jenis::Persen => (lang.percent(v, v.scale()), lang.percent(v, v.scale())),
        Jenis::Angka => (lang.decimal(v, v.scale()), lang.decimal(v, v.scale())),
    });
    Titik { nilai, teks, lengkap, rentang: None, catatan: (!catatan.is_empty()).then(|| catatan.into()), jenjang: None }
}

/// A sample without its series.
pub(super) fn kosong(lang: Lang, bentuk: Bentuk, jenis: Jenis, kode: &str, judul: String, kategori: &[&str]) -> Figure {
    Figure {
        lang,
        kode: kode.into(),
        judul,
        subjudul: lang.pilih("Angka contoh, bukan data", "Sample figures, not data").into(),
        kalimat: lang.pilih("Grafik contoh untuk pembuat tema.", "A sample chart for theme authors.").into(),
        bentuk,
        jenis,
        satuan: String::new(),
        kepala: lang.pilih("Contoh", "Sample").into(),
        kategori: kategori.iter().map(|k| (*k).to_string()).collect(),
        deret: Vec::new(),
        acuan: None,
        sebaran: None,
        putus: Vec::new(),
        sumber: lang.pilih("contoh", "sample").into(),
        keadaan: String::new(),
    }
}

struct Contoh(Figure);

impl Contoh {
    fn baru(lang: Lang, bentuk: Bentuk, jenis: Jenis, kode: &str, judul: (&str, &str), kategori: &[&str]) -> Self {
        Self(kosong(lang, bentuk, jenis, kode, lang.pilih(judul.0, judul.1).to_string(), kategori))
    }

    fn deret(mut self, nama: (&str, &str), peran: Peran, nilai: &[Nilai]) -> Self {
        let (lang, jenis) = (self.0.lang, self.0.jenis);
        let titik = nilai.iter().map(|v| titik(lang, jenis, *v)).collect();
        self.0.deret.push(Deret { nama: lang.pilih(nama.0, nama.1).into(), peran, titik });
        self
    }
}

/// A value of millions of rupiah, in hundredths.
const fn juta(n: i64) -> Nilai {
    (Some(n * 100_000_000), "")
}

/// The samples.
pub fn semua(lang: Lang) -> Vec<Figure> {
    let mut list = rupiah(lang);
    list.extend(ukuran(lang));
    list
}

/// Those about money.
fn rupiah(lang: Lang) -> Vec<Figure> {
    let uang = Jenis::Rupiah;
    let baru = |bentuk, kode: &str, judul, kategori: &[&str]| Contoh::baru(lang, bentuk, uang, kode, judul, kategori);
    let bagian =
        [("Bantuan sosial", "Social aid"), ("Rehabilitasi", "Rehabilitation"), ("Kantor dan gaji", "Office and pay")];
    let daerah = ["Jember · 2025", "Mojokerto · 2023", "Blitar · 2024", "Seruyan · 2024"];
    vec![
        baru(
            Bentuk::AirTerjun,
            "air-terjun",
            ("Naik Rp3,33 miliar, Rp1,06 miliar tidak terpakai", "Up by Rp3.33 billion, Rp1.06 billion unspent"),
            &[
                "Anggaran awal",
                "Bantuan sosial",
                "Kantor dan gaji",
                "Setelah perubahan",
                "Tidak terpakai",
                "Dibelanjakan",
            ],
        )
        .deret(
            ("Jumlah", "Total"),
            Peran::Keseluruhan,
            &[juta(13_890), TIADA, TIADA, juta(17_220), TIADA, juta(16_160)],
        )
        .deret(("Perubahan", "Change"), Peran::Lain, &[TIADA, juta(3_740), juta(-410), TIADA, juta(-1_060), TIADA])
        .0,
        baru(
            Bentuk::Tumpuk,
            "tumpuk",
            ("Jember memegang anggaran terbesar", "Jember holds the largest budget"),
            &daerah,
        )
        .deret(
            bagian[0],
            Peran::Keseluruhan,
            &[juta(28_400), juta(11_060), juta(8_980), (None, "tidak memuat anggaran")],
        )
        .deret(bagian[0], Peran::Realisasi, &[juta(100), juta(11_060), juta(8_550), TIADA])
        .deret(bagian[1], Peran::Keseluruhan, &[juta(7_150), juta(1_040), juta(910), TIADA])
        .deret(bagian[1], Peran::Realisasi, &[juta(1_730), juta(1_030), juta(880), TIADA])
        .deret(bagian[2], Peran::Keseluruhan, &[juta(10_050), juta(6_190), juta(5_370), TIADA])
        .deret(bagian[2], Peran::Realisasi, &[juta(4_670), juta(5_700), juta(5_050), TIADA])
        .0,
        baru(
            Bentuk::Petak,
            "petak",
            ("Separuh anggaran untuk bantuan sosial", "Half of the budget for social aid"),
            &[
                "Bantuan",
                "Bantuan › Jaminan keluarga",
                "Bantuan › Pendataan",
                "Rehabilitasi",
                "Kantor",
                "Kantor › Gaji",
                "Kantor › Gedung",
            ],
        )
        .deret(
            ("Pagu", "Budget"),
            Peran::Realisasi,
            &[juta(9_170), juta(8_200), juta(970), juta(1_110), juta(5_370), juta(3_900), juta(1_200)],
        )
        .0,
    ]
}

/// Those about counts and percentages.
fn ukuran(lang: Lang) -> Vec<Figure> {
    let (angka, persen) = (Jenis::Angka, Jenis::Persen);
    let nyata = ("Realisasi", "Actual");
    let tertulis = [("Tertulis", "Printed"), ("Terhitung", "Computed")];
    let kabupaten = [("Blitar", "Blitar"), ("Jember", "Jember"), ("Mojokerto", "Mojokerto"), ("Seruyan", "Seruyan")];
    let baru =
        |bentuk, jenis, kode: &str, judul, kategori: &[&str]| Contoh::baru(lang, bentuk, jenis, kode, judul, kategori);
    vec![
        baru(
            Bentuk::Terlayani,
            angka,
            "terlayani",
            ("1.666 perempuan rawan belum tertangani", "1,666 women at risk not served yet"),
            &["Penyandang disabilitas", "Perempuan rawan sosial ekonomi", "Pemulung", "Keluarga fakir miskin"],
        )
        .deret(("Terdata", "Counted"), Peran::Keseluruhan, &[n(439_300), n(176_600), n(2_300), n(10_311_000)])
        .deret(
            ("Tertangani", "Served"),
            Peran::Realisasi,
            &[(Some(192_500), "44%"), (Some(10_000), "6%"), (Some(0), "0%"), (Some(10_311_000), "100%")],
        )
        .0,
        baru(
            Bentuk::Halter,
            persen,
            "halter",
            ("Tertulis 67%, terhitung 76,83%", "Printed 67%, computed 76.83%"),
            &["PPKS tertangani", "Serapan program", "Capaian sasaran"],
        )
        .deret(tertulis[0], Peran::Target, &[n(6_700), n(8_925), n(9_539)])
        .deret(tertulis[1], Peran::Realisasi, &[n(7_683), n(8_928), n(9_538)])
        .0,
        baru(
            Bentuk::Peluru,
            persen,
            "peluru",
            ("Satu dari tiga melewati target", "One of three beyond its target"),
            &["PPKS tertangani", "Nilai SAKIP", "Desa siaga"],
        )
        .deret(("Target", "Target"), Peran::Target, &[n(10_000), n(7_500), n(4_000)])
        .deret(nyata, Peran::Realisasi, &[n(9_539), n(7_600), (Some(2_100), "baru 9 bulan")])
        .0,
        baru(
            Bentuk::Lereng,
            persen,
            "lereng",
            ("Blitar turun, Jember naik", "Blitar down, Jember up"),
            &["2023", "2024"],
        )
        .deret(kabupaten[0], Peran::Lain, &[n(7_061), n(6_015)])
        .deret(kabupaten[1], Peran::Lain, &[n(6_950), n(7_600)])
        .deret(kabupaten[3], Peran::Lain, &[n(6_050), n(5_830)])
        .0,
        baru(
            Bentuk::Tumpuk,
            persen,
            "tumpuk-bagian",
            ("Sepertiga untuk kantor dan gaji", "A third for office and pay"),
            &["Mojokerto · 2023", "Blitar · 2024"],
        )
        .deret(("Kantor dan gaji", "Office and pay"), Peran::Lain, &[n(3_207), n(3_117)])
        .deret(("Pemberdayaan", "Empowerment"), Peran::Lain, &[n(500), n(777)])
        .deret(("Bantuan sosial", "Social aid"), Peran::Lain, &[n(6_293), n(6_106)])
        .0,
        baru(
            Bentuk::Matriks,
            persen,
            "matriks",
            ("Nilai terbaru tiap kabupaten", "Newest value of each regency"),
            &["Nilai SAKIP", "Anggaran terpakai"],
        )
        .deret(kabupaten[0], Peran::Lain, &[(Some(6_015), "2024"), (Some(9_384), "2024")])
        .deret(kabupaten[1], Peran::Lain, &[(Some(7_600), "2024"), (Some(8_752), "2024")])
        .deret(kabupaten[2], Peran::Lain, &[(Some(8_098), "2023"), (Some(9_553), "2023")])
        .deret(kabupaten[3], Peran::Lain, &[(Some(5_830), "2024"), (None, "tidak dicetak")])
        .0,
        baru(
            Bentuk::StripBaris,
            persen,
            "strip-baris",
            ("Blitar di antara tiga yang lain", "Blitar among three others"),
            &["Nilai SAKIP", "Anggaran terpakai"],
        )
        .deret(kabupaten[0], Peran::Realisasi, &[n(6_015), n(9_384)])
        .deret(kabupaten[1], Peran::Lain, &[n(7_600), n(8_752)])
        .deret(kabupaten[2], Peran::Lain, &[n(8_098), n(9_553)])
        .deret(kabupaten[3], Peran::Lain, &[n(5_830), TIADA])
        .0,
        baru(
            Bentuk::Kemajuan,
            angka,
            "kemajuan",
            ("Baru 9 dari 12 bulan", "Only 9 of 12 months"),
            &["Januari sampai September 2025"],
        )
        .deret(("Bulan", "Months"), Peran::Keseluruhan, &[n(1_200)])
        .deret(("Sudah lewat", "Passed"), Peran::Realisasi, &[n(900)])
        .0,
        baru(
            Bentuk::Percik,
            persen,
            "percik",
            ("Naik tiga tahun, rencana lebih tinggi", "Up three years, the plan is higher"),
            &["2021", "2022", "2023", "2024", "2025", "2026"],
        )
        .deret(nyata, Peran::Realisasi, &[n(7_100), n(7_500), n(9_000), n(8_800), (Some(7_600), "baru 9 bulan"), TIADA])
        .deret(("Rencana", "Plan"), Peran::Rencana, &[TIADA, TIADA, TIADA, n(8_800), n(9_010), n(9_200)])
        .0,
    ]
}
