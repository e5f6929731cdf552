//! Makna: what a column means, from the words above it. One table of words; the first that fits decides.

use super::kata::{HARGA, JENIS_BELANJA, ORANG, PENGENAL, himpunan, salah_satu};
pub use super::kata::{lipat, punya, tingkat};
use super::masa::{masa, tahun};
use super::ukuran_kinerja::dasar;
use crate::diagnostic::Pesan;
use crate::pesan;

/// What a column is taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Makna {
    /// A whole code.
    Kode,
    /// A piece of a code: 0 urusan, 1 bidang, 2 program, 3 kegiatan, 4 sub kegiatan.
    Bagian(usize),
    /// The code of a kind of spending.
    Rekening,
    /// The name of what the row is about.
    Nama,
    /// The level of the row: program, kegiatan, sub kegiatan.
    Tingkat,
    /// The name of a level: 2 program, 3 kegiatan, 4 sub kegiatan.
    NamaTingkat(usize),
    /// The name of an indicator.
    Indikator,
    /// A column of the record: `pagu.murni`, `realisasi 2025-tw1`.
    Ukuran(String),
    /// Money beside indicators: a column of a budget table, `realisasi 2025-tw1`.
    Uang(String),
    /// Money paid back, taken off the realisasi.
    Setoran,
    /// Long form: which measure the row gives.
    Kategori,
    /// Long form: its value.
    Panjang,
    /// The year of the row.
    Tahun,
    /// Not needed, and why.
    Abaikan(Pesan),
    /// Names and numbers of persons: never read.
    Orang,
    /// Unclear: the question.
    Tanya(Pesan),
}

/// From here on pieces of codes are of spending, never of a node.
pub const BELANJA: usize = 100;

/// The kind of table a sheet holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bentuk {
    /// Budget.
    Anggaran,
    /// Indicators.
    Kinerja,
    /// Anything else.
    Bebas,
}

/// The words at the head of a column, from the top, the column's place in time, and what the title says.
pub struct Kepala<'a> {
    /// Levels, folded.
    pub tingkat: &'a [String],
    /// The title above the table, folded.
    pub judul: &'a str,
    /// Whether most cells below are short codes.
    pub pendek: bool,
    /// Whether its cells name levels: program, kegiatan, sub kegiatan.
    pub tingkatan: bool,
    /// Whether another column says which measure a row gives.
    pub panjang: bool,
    /// The year of the record.
    pub tahun: i32,
    /// What the sheet holds.
    pub bentuk: Bentuk,
}

/// What a column means.
pub fn tebak(k: &Kepala<'_>) -> Makna {
    let t = k.tingkat.join(" / ");
    let last = k.tingkat.last().map_or("", String::as_str);
    if t.is_empty() {
        return Makna::Abaikan(pesan!("tanpa kepala", "without a heading"));
    }
    if salah_satu(&t, &ORANG) && !punya(&t, "program") {
        return Makna::Orang;
    }
    if let Some(makna) = kode(k, &t, last) {
        return makna;
    }
    if k.bentuk == Bentuk::Kinerja && salah_satu(&t, &UANG) && !salah_satu(&t, &PENGENAL) {
        return uang(k, &t, last);
    }
    if salah_satu(&t, &PENGENAL) {
        return Makna::Abaikan(pesan!("pengenal dokumen, bukan pagu", "identifies a document, no budget"));
    }
    if salah_satu(&t, &HARGA) || salah_satu(&t, &["tahun lalu", "prakiraan maju"]) {
        return Makna::Abaikan(pesan!("rincian harga atau tahun lain", "prices, or another year"));
    }
    if JENIS_BELANJA.contains(&last) {
        return Makna::Abaikan(pesan!("jenis belanja: jumlahnya yang dibaca", "kind of spending: the sum is read"));
    }
    teks(k, &t, last).unwrap_or_else(|| ukuran(k, &t, last))
}

/// One column of a table that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kolom {
    /// Its place on the sheet.
    pub indeks: usize,
    /// The words above it, as printed.
    pub kepala: String,
    /// The lowest of them, folded.
    pub akhir: String,
    /// What it is taken for.
    pub makna: Makna,
}

/// Words of money among those of performance.
const UANG: [&str; 7] = ["keuangan", "rp", "anggaran", "pagu", "rupiah", "serapan", "penyerapan"];

/// Money beside indicators means what it would mean in a budget table.
fn uang(k: &Kepala<'_>, t: &str, last: &str) -> Makna {
    // A level of efficiency is a percentage beside the indicator; a budget after a cut is money.
    if punya(t, "efisiensi") && !salah_satu(t, &["sebelum", "setelah", "sesudah", "pagu", "rp"]) {
        return Makna::Ukuran("efisiensi".to_string());
    }
    let own = Kepala { bentuk: Bentuk::Anggaran, ..*k };
    let known = teks(&own, t, last).unwrap_or_else(|| ukuran(&own, t, last));
    let plan = masa(k.tingkat, k.tahun).filter(|_| salah_satu(last, &["target", "rencana", "t"]));
    match (known, plan) {
        (Makna::Ukuran(name), Some(masa)) if name.starts_with("pagu") => Makna::Uang(format!("rencana {masa}")),
        (Makna::Ukuran(name), _) => Makna::Uang(name),
        (other, _) => other,
    }
}

/// Codes and names.
fn kode(k: &Kepala<'_>, t: &str, last: &str) -> Option<Makna> {
    let piece = |n| if k.pendek { Makna::Bagian(n) } else { Makna::NamaTingkat(n) };
    let skip = |id: &str, en: &str| Some(Makna::Abaikan(Pesan::new(id, en)));
    Some(match last {
        "no" | "nomor" | "no urut" | "id" => return skip("nomor urut", "running number"),
        "kode" | "kd" | "kode program/kegiatan" | "nomor kode" | "kode prog/keg" | "kode anggaran" => Makna::Kode,
        "kode urusan" | "urusan" if k.pendek => Makna::Bagian(0),
        "kode bidang urusan" | "bidang urusan" | "kode bidang" | "bidang" if k.pendek => Makna::Bagian(1),
        "kode program" | "kd prog" => Makna::Bagian(2),
        "kode kegiatan" | "kode giat" | "kd keg" => Makna::Bagian(3),
        "kode sub kegiatan" | "kode subkegiatan" | "kode sub giat" => Makna::Bagian(4),
        "program" => piece(2),
        "kegiatan" => piece(3),
        "sub kegiatan" | "sub keg" | "sub giat" | "subkegiatan" => piece(4),
        "nama program" => Makna::NamaTingkat(2),
        "nama kegiatan" => Makna::NamaTingkat(3),
        "nama sub kegiatan" | "nama subkegiatan" => Makna::NamaTingkat(4),
        "kategori" if k.bentuk != Bentuk::Kinerja => Makna::Kategori,
        "jumlah" | "nilai" if k.panjang => Makna::Panjang,
        "tahun" | "tahun anggaran" | "ta" => Makna::Tahun,
        "tingkat" | "level" | "jenis" if k.tingkatan => Makna::Tingkat,
        _ if salah_satu(last, &["kode rekening", "kode akun", "rekening belanja", "norek", "no rek"]) => {
            Makna::Rekening
        }
        _ if salah_satu(last, &["nama rekening", "uraian akun", "nama akun"]) => {
            return skip("nama rekening", "name of a kind of spending");
        }
        _ if k.bentuk != Bentuk::Kinerja && nama(last) => Makna::Nama,
        _ if k.bentuk == Bentuk::Kinerja && salah_satu(last, &["tujuan", "sasaran"]) && !punya(last, "indikator") => {
            return skip("sasaran: sudah ada di opd.yaml", "sasaran: already in opd.yaml");
        }
        _ if salah_satu(last, &["indikator", "indikator kinerja", "tolok ukur", "tolak ukur", "iku", "ikk"]) => {
            Makna::Indikator
        }
        _ if salah_satu(
            t,
            &[
                "skpd",
                "opd",
                "perangkat daerah",
                "urusan",
                "fungsi",
                "provinsi",
                "kabupaten",
                "kota",
                "kode",
                "bps kode kabupaten kota",
                "bps nama kabupaten kota",
            ],
        ) =>
        {
            return skip("satuan di atas pohon", "a unit above the tree");
        }
        _ => return None,
    })
}

/// Whether words head the names of several levels.
pub fn nama(last: &str) -> bool {
    let levels = ["program", "kegiatan", "sub kegiatan"].iter().filter(|w| punya(last, w)).count();
    salah_satu(last, &["uraian", "nomenklatur"]) || (levels >= 2 && !punya(last, "indikator"))
}

/// Columns of words.
fn teks(k: &Kepala<'_>, t: &str, last: &str) -> Option<Makna> {
    let column = |name: &str| Some(Makna::Ukuran(name.to_string()));
    let berkala = |name: &str| {
        let masa = masa(k.tingkat, k.tahun).filter(|_| k.bentuk == Bentuk::Kinerja);
        column(&masa.map_or_else(|| name.to_string(), |m| format!("{name} {m}")))
    };
    match last {
        "sumber dana" | "sumber pendanaan" | "sumber anggaran" if k.bentuk == Bentuk::Anggaran => column("sumber_dana"),
        "penanggung jawab" | "pic" => column("penanggung_jawab"),
        "keterangan" | "catatan" | "ket" => berkala("keterangan"),
        "predikat" | "kategori capaian" | "kriteria" | "status capaian" | "status" | "kategori"
        | "predikat capaian" | "predikat kinerja" | "kriteria penilaian" | "kategori kinerja" | "interpretasi"
        | "kualifikasi" => berkala("predikat"),
        "satuan" | "lokasi" | "arah" | "catatan verifikator" => {
            Some(Makna::Abaikan(pesan!("tidak disimpan dalam tabel", "not kept in a table")))
        }
        _ if salah_satu(t, &["nilai realisasi fisik", "deviasi", "konsistensi"]) => {
            Some(Makna::Abaikan(pesan!("hitungan aplikasi asalnya", "computed by the application it comes from")))
        }
        _ => None,
    }
}

/// Columns of numbers.
fn ukuran(k: &Kepala<'_>, t: &str, last: &str) -> Makna {
    if k.bentuk != Bentuk::Anggaran {
        return kinerja(k, t);
    }
    let masa = masa(k.tingkat, k.tahun);
    let with = |name: &str| Makna::Ukuran(masa.as_ref().map_or_else(|| name.to_string(), |m| format!("{name} {m}")));
    let plain = |name: &str| Makna::Ukuran(name.to_string());
    let ignore = |id: &str, en: &str| Makna::Abaikan(Pesan::new(id, en));
    let persen = t.contains('%') || salah_satu(t, &["persen", "persentase"]);
    if salah_satu(t, &["rak", "rko", "rak sipd", "anggaran kas", "dkkb", "rpd", "rencana penarikan"]) {
        return match &masa {
            Some(masa) if !persen => Makna::Ukuran(format!("rencana {masa}")),
            _ => ignore("rencana penarikan tanpa masa", "a spending plan without its period"),
        };
    }
    if tahun(k.tingkat, k.tahun).is_some() {
        return ignore("tahun lain", "another year");
    }
    if punya(t, "fisik") {
        return with("realisasi_fisik");
    }
    if salah_satu(t, &["setoran", "pengembalian", "kontrapos", "sts"]) {
        return Makna::Setoran;
    }
    let between = t.contains("bertambah") || t.contains("berkurang") || punya(t, "selisih");
    // Of what is left, of a weight: no share of the budget that was spent.
    let other = salah_satu(t, &["sisa", "saldo", "bobot", "proporsi", "kontribusi"]);
    if persen && (other || (t.contains("lebih") && t.contains("kurang"))) {
        return ignore("persentase yang bukan serapan", "a percentage that is no absorption");
    }
    if persen {
        return if between { plain("pertumbuhan murni..perubahan") } else { with("serapan") };
    }
    if salah_satu(t, &["sisa", "saldo"]) {
        return plain("sisa");
    }
    if between {
        return plain("kenaikan murni..perubahan");
    }
    if t.contains("lebih") && t.contains("kurang") {
        return plain("sisa");
    }
    let keu = masa.is_some() && salah_satu(last, &["keu", "keuangan"]);
    if keu && salah_satu(t, &["target", "rencana"]) {
        return with("rencana");
    }
    if keu || salah_satu(last, &["realisasi", "ralisasi", "penyerapan", "hasil"]) || punya(t, "realisasi") {
        let name = if punya(t, "sd") && masa.is_some() { "realisasi_kumulatif" } else { "realisasi" };
        return with(name);
    }
    pagu(k, t, last)
}

/// Columns of numbers about indicators.
fn kinerja(k: &Kepala<'_>, t: &str) -> Makna {
    let masa = masa(k.tingkat, k.tahun).or_else(|| tahun(k.tingkat, k.tahun));
    let with = |name: &str| Makna::Ukuran(masa.as_ref().map_or_else(|| name.to_string(), |m| format!("{name} {m}")));
    match dasar(k.tingkat) {
        Some("target") => match &masa {
            Some(masa) if masa.contains('-') => Makna::Ukuran(format!("target.rencana_aksi {masa}")),
            // The last year of a plan is another year than the record's.
            None if punya(t, "akhir") => {
                Makna::Tanya(pesan!("`{t}`: target akhir tahun berapa?", "`{t}`: the last target is of which year?"))
            }
            _ => with(&format!("target.{}", himpunan(&format!("{t} {}", k.judul)))),
        },
        Some("capaian") if salah_satu(t, &["renstra", "rpjmd"]) && !t.starts_with("renstra") => with("capaian.renstra"),
        Some(name) => with(name),
        None => Makna::Abaikan(pesan!("tidak dikenal", "not known")),
    }
}

fn tanya_sebelum(shown: &str) -> Makna {
    Makna::Tanya(pesan!("`{shown}`: tahap pagu yang mana?", "`{shown}`: which stage of the budget?"))
}

/// A budget and its stage.
fn pagu(k: &Kepala<'_>, t: &str, last: &str) -> Makna {
    let words = [
        "pagu",
        "anggaran",
        "alokasi",
        "plafon",
        "jumlah",
        "target",
        "rka",
        "dpa",
        "dppa",
        "rkpa",
        "papbd",
        "rp",
        "apbd",
        "pagu anggaran",
        "nilai anggaran",
    ];
    let stage = ["murni", "perubahan", "semula", "menjadi", "sebelum", "setelah", "sesudah", "pergeseran", "induk"];
    if !salah_satu(t, &words) && !salah_satu(t, &stage) {
        return Makna::Abaikan(pesan!("tidak dikenal", "not known"));
    }
    let shown = t.to_string();
    let set = |name: &str| Makna::Ukuran(format!("pagu.{name}"));
    let relative = salah_satu(t, &["sebelum", "setelah", "sesudah"]);
    let revised =
        salah_satu(t, &["perubahan", "p-apbd", "papbd", "apbd-p", "apbdp", "rkpa", "dppa", "dpa-p", "menjadi"]);
    if let Some(stage) = ["efisiensi", "refocusing", "pergeseran"].into_iter().find(|w| punya(t, w)) {
        // Before a cut or a shift the budget may have been shifted already.
        return match (punya(t, "sebelum"), revised) {
            (true, _) => tanya_sebelum(&shown),
            (false, true) if stage == "pergeseran" => set("pergeseran_perubahan"),
            (false, true) => tanya_sebelum(&shown),
            (false, false) => set(stage),
        };
    }
    if revised {
        return set(if punya(t, "sebelum") { "murni" } else { "perubahan" });
    }
    // A DPPA that is of no shift: what comes after is the revised budget; what came before may be any.
    let title = |words: &[&str]| salah_satu(k.judul, words) && !punya(k.judul, "pergeseran");
    if title(&["dppa", "rkpa", "perubahan anggaran"]) && salah_satu(t, &["setelah", "sesudah"]) {
        return set("perubahan");
    }
    if relative {
        return Makna::Tanya(pesan!("`{shown}`: sebelum atau setelah apa?", "`{shown}`: before or after what?"));
    }
    if salah_satu(t, &["murni", "induk", "awal", "apbd", "semula", "rka", "dpa", "rka sipd"]) {
        return set("murni");
    }
    if salah_satu(t, &["perjanjian", "pk"]) || (last == "anggaran" && k.judul.contains("perjanjian kinerja")) {
        return set("perjanjian");
    }
    let original = ["dokumen pelaksanaan anggaran", "rencana kerja dan anggaran"].iter().any(|w| k.judul.contains(w));
    let revised = salah_satu(k.judul, &["perubahan", "pergeseran", "dppa", "rkpa"]);
    set(if original && last == "jumlah" && !revised { "murni" } else { "laporan" })
}
