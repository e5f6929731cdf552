//! Pohon: the budget tree every generated agency has, with amounts that add up at each level.

use super::acak::{Acak, persen, perseratus, ribuan};
use std::fmt::Write;

/// A program: code, name, sasaran, and its kegiatan with their sub kegiatan (name, unit).
type Program = (&'static str, &'static str, &'static str, &'static [(&'static str, &'static [Sub])]);
type Sub = (&'static str, &'static str);

const PROGRAM: [Program; 5] = [
    (
        "penunjang",
        "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota",
        "s2",
        &[
            ("Administrasi Keuangan Perangkat Daerah", &[("Penyediaan Gaji dan Tunjangan ASN", "orang/bulan")]),
            (
                "Administrasi Umum Perangkat Daerah",
                &[("Penyediaan Peralatan dan Perlengkapan Kantor", "paket"), ("Fasilitasi Kunjungan Tamu", "laporan")],
            ),
        ],
    ),
    (
        "pemberdayaan",
        "Program Pemberdayaan Sosial",
        "s1",
        &[(
            "Pengembangan Potensi Sumber Kesejahteraan Sosial Daerah Kabupaten/Kota",
            &[("Peningkatan Kemampuan Tenaga Kesejahteraan Sosial Kecamatan", "orang")],
        )],
    ),
    (
        "rehabilitasi",
        "Program Rehabilitasi Sosial",
        "s1",
        &[(
            "Rehabilitasi Sosial Dasar di Luar Panti Sosial",
            &[("Penyediaan Permakanan", "orang"), ("Penyediaan Alat Bantu", "orang")],
        )],
    ),
    (
        "perlindungan",
        "Program Perlindungan dan Jaminan Sosial",
        "s1",
        &[(
            "Pengelolaan Data Fakir Miskin Cakupan Daerah Kabupaten/Kota",
            &[("Fasilitasi Bantuan Sosial Kesejahteraan Keluarga", "keluarga")],
        )],
    ),
    (
        "bencana",
        "Program Penanganan Bencana",
        "s1",
        &[("Perlindungan Sosial Korban Bencana Alam dan Sosial", &[("Penyediaan Makanan", "orang")])],
    ),
];

/// Pagu and realisasi of one node.
#[derive(Clone, Copy, Default)]
pub struct Uang {
    pub pagu: i64,
    pub realisasi: i64,
}

impl Uang {
    fn tambah(&mut self, other: Uang) {
        self.pagu += other.pagu;
        self.realisasi += other.realisasi;
    }

    /// The cells of a table of pagu, realisasi, serapan and sisa.
    fn sel(self) -> String {
        let (pagu, real) = (ribuan(self.pagu), ribuan(self.realisasi));
        let rate = persen(perseratus(self.realisasi, self.pagu));
        format!("[\"{pagu}\", \"{real}\", \"{rate}\", \"{}\"]", ribuan(self.pagu - self.realisasi))
    }
}

/// Writes `anggaran:` and returns the total.
pub fn tulis(out: &mut String, acak: &mut Acak) -> Uang {
    let (mut tree, mut rows) = (String::new(), String::new());
    let (mut total, mut s1, mut s2) = (Uang::default(), Uang::default(), Uang::default());
    let (mut kegiatan, mut sub) = (0, 0);
    for (kode, nama, sasaran, activities) in PROGRAM {
        let _ = writeln!(tree, "    - kode: {kode}\n      nama: {nama}\n      sasaran: {sasaran}\n      anak:");
        let (mut program, mut below) = (Uang::default(), String::new());
        for (n, (nama, subs)) in activities.iter().enumerate() {
            let own = format!("{kode}.k{}", n + 1);
            let _ = writeln!(tree, "        - kode: {own}\n          nama: {nama}\n          anak:");
            let (mut sum, mut leaves) = (Uang::default(), String::new());
            for (m, (nama, satuan)) in subs.iter().enumerate() {
                let leaf = format!("{own}.s{}", m + 1);
                let _ = writeln!(tree, "            - {{kode: {leaf}, nama: {nama}, satuan: {satuan}}}");
                let pagu = acak.antara(20_000, 900_000) * 1_000;
                let uang = Uang { pagu, realisasi: pagu / 10_000 * acak.antara(8_800, 9_990) };
                let _ = writeln!(leaves, "        {leaf}: {}", uang.sel());
                sum.tambah(uang);
                sub += 1;
            }
            let _ = write!(below, "        {own}: {}\n{leaves}", sum.sel());
            program.tambah(sum);
            kegiatan += 1;
        }
        let _ = write!(rows, "        {kode}: {}\n{below}", program.sel());
        total.tambah(program);
        if sasaran == "s1" { s1.tambah(program) } else { s2.tambah(program) }
    }
    let _ = write!(
        out,
        "anggaran:\n  pohon:\n{tree}  tabel:\n    - letak: Tabel 3.17\n      kolom: [pagu.perubahan, realisasi, serapan, sisa]\n      baris:\n{rows}        sasaran:s1: {}\n        sasaran:s2: {}\n        total: {}\n",
        s1.sel(),
        s2.sel(),
        total.sel()
    );
    let _ = write!(
        out,
        "    - letak: Bab III.C\n      kolom: [jumlah_program, jumlah_kegiatan, jumlah_sub_kegiatan]\n      baris:\n        total: [\"{}\", \"{kegiatan}\", \"{sub}\"]\n",
        PROGRAM.len()
    );
    total
}
