//! Makna: what a column means, from the words above it. One table of words; the first that fits decides.

use super::masa::{masa, tahun};
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

/// Words as they are compared: lower case, without marks; `s.d.` and `s/d` are `sd`.
pub fn lipat(text: &str) -> String {
    let lower = super::kisi::rapi(text).to_lowercase().replace("s.d.", " sd ").replace("s/d", " sd ");
    let lower = lower.replace("sampai dengan", " sd ").replace("kumulatif", " sd ");
    let plain: String =
        lower.chars().map(|c| if matches!(c, '.' | ':' | '(' | ')' | '*' | '"' | '_') { ' ' } else { c }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a text has a word, whole.
pub fn punya(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        edge(text[..at].chars().next_back()) && edge(text[at + word.len()..].chars().next())
    })
}

/// The level a word names: 0 program, 1 kegiatan, 2 sub kegiatan.
pub fn tingkat(kata: &str) -> Option<usize> {
    match lipat(kata).replace(['_', '-'], " ").as_str() {
        "program" | "prog" => Some(0),
        "kegiatan" | "keg" => Some(1),
        "sub kegiatan" | "subkegiatan" | "sub keg" => Some(2),
        _ => None,
    }
}

fn salah_satu(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| punya(text, word))
}

const ORANG: [&str; 16] = [
    "nip",
    "nik",
    "nama pegawai",
    "nama penerima",
    "penerima",
    "alamat",
    "npwp",
    "nomor rekening",
    "no rekening bank",
    "nama bank",
    "pejabat",
    "tanda tangan",
    "keterangan dokumen",
    "pemenang",
    "nama pptk",
    "nama kpa",
];

const PENGENAL: [&str; 14] = [
    "spd",
    "spp",
    "spm",
    "sp2d",
    "tahapan",
    "periode",
    "nomor dokumen",
    "tanggal",
    "jenis dokumen",
    "jenis transaksi",
    "nomor dpt",
    "sub tahapan",
    "bukti",
    "bukti pendukung",
];

const HARGA: [&str; 8] = ["koefisien", "kuefisien", "volume", "harga", "ppn", "t-1", "t+1", "n-1"];

const JENIS_BELANJA: [&str; 6] = [
    "belanja operasi",
    "belanja modal",
    "belanja tidak terduga",
    "belanja transfer",
    "belanja pegawai",
    "belanja barang dan jasa",
];

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
        "kategori" => Makna::Kategori,
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
        _ if salah_satu(last, &["indikator", "indikator kinerja", "tolok ukur", "tolak ukur", "iku"]) => {
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

fn nama(last: &str) -> bool {
    let levels = ["program", "kegiatan", "sub kegiatan"].iter().filter(|w| punya(last, w)).count();
    salah_satu(last, &["uraian", "nomenklatur"]) || (levels >= 2 && !punya(last, "indikator"))
}

/// Columns of words.
fn teks(k: &Kepala<'_>, t: &str, last: &str) -> Option<Makna> {
    let column = |name: &str| Some(Makna::Ukuran(name.to_string()));
    match last {
        "sumber dana" | "sumber pendanaan" | "sumber anggaran" if k.bentuk == Bentuk::Anggaran => column("sumber_dana"),
        "penanggung jawab" | "pic" => column("penanggung_jawab"),
        "keterangan" | "catatan" | "ket" => column("keterangan"),
        "predikat" | "kategori capaian" | "kriteria" | "status capaian" => column("predikat"),
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
    let money = k.bentuk == Bentuk::Anggaran;
    let masa = masa(k.tingkat, k.tahun).or_else(|| (!money).then(|| tahun(k.tingkat, k.tahun)).flatten());
    let with = |name: &str| Makna::Ukuran(masa.as_ref().map_or_else(|| name.to_string(), |m| format!("{name} {m}")));
    let plain = |name: &str| Makna::Ukuran(name.to_string());
    let ignore = |id: &str, en: &str| Makna::Abaikan(Pesan::new(id, en));
    let persen = t.contains('%') || salah_satu(t, &["persen", "persentase"]);
    if !money && salah_satu(t, &["keuangan", "rp", "anggaran", "pagu", "rupiah"]) {
        return ignore(
            "uang pada tabel kinerja: bacalah dari tabel anggaran",
            "money in a performance table: read it from a budget table",
        );
    }
    if salah_satu(t, &["rak", "rko", "rak sipd", "anggaran kas", "dkkb", "rpd", "rencana penarikan"]) {
        return match &masa {
            Some(masa) if money && !persen => Makna::Ukuran(format!("rencana {masa}")),
            _ => ignore("rencana penarikan tanpa masa", "a spending plan without its period"),
        };
    }
    if money && tahun(k.tingkat, k.tahun).is_some() {
        return ignore("tahun lain", "another year");
    }
    if punya(t, "fisik") {
        return with("realisasi_fisik");
    }
    if money && salah_satu(t, &["setoran", "pengembalian", "kontrapos", "sts"]) {
        return Makna::Setoran;
    }
    let between = t.contains("bertambah") || t.contains("berkurang") || punya(t, "selisih");
    if money && persen && between {
        return plain("pertumbuhan murni..perubahan");
    }
    if persen && (money || salah_satu(t, &["capaian", "tingkat capaian"])) {
        return with(if money { "serapan" } else { "capaian" });
    }
    if money && salah_satu(t, &["sisa", "saldo"]) {
        return plain("sisa");
    }
    if money && between {
        return plain("kenaikan murni..perubahan");
    }
    if money && t.contains("lebih") && t.contains("kurang") {
        return plain("sisa");
    }
    let keu = money && masa.is_some() && salah_satu(last, &["keu", "keuangan"]);
    if keu && salah_satu(t, &["target", "rencana"]) {
        return with("rencana");
    }
    if keu || salah_satu(last, &["realisasi", "ralisasi", "penyerapan", "hasil"]) || punya(t, "realisasi") {
        let name = if money && punya(t, "sd") && masa.is_some() { "realisasi_kumulatif" } else { "realisasi" };
        return with(name);
    }
    if money {
        return pagu(k, t, last);
    }
    if punya(t, "target") {
        return match &masa {
            Some(masa) if masa.contains('-') => Makna::Ukuran(format!("target.rencana_aksi {masa}")),
            Some(tahun) => plain(&format!("target.{} {tahun}", himpunan(&format!("{t} {}", k.judul)))),
            None => plain(&format!("target.{}", himpunan(&format!("{t} {}", k.judul)))),
        };
    }
    match last {
        "capaian" | "tingkat capaian" | "capaian kinerja" => with("capaian"),
        "pembilang" | "penyebut" | "baseline" | "huruf" => plain(last),
        _ => ignore("tidak dikenal", "not known"),
    }
}

/// The set a target belongs to.
fn himpunan(t: &str) -> &'static str {
    let known = [
        ("renstra", "renstra"),
        ("rpjmd", "rpjmd"),
        ("rkt", "rkt"),
        ("renja", "renja"),
        ("perjanjian kinerja perubahan", "perjanjian_perubahan"),
        ("perjanjian kinerja", "perjanjian"),
        ("indikator kinerja utama", "iku"),
        ("indikator kinerja kunci", "ikk"),
        ("rencana strategis", "renstra"),
        ("pk", "perjanjian"),
        ("rencana aksi", "rencana_aksi"),
        ("iku", "iku"),
    ];
    known.iter().find(|(word, _)| punya(t, word)).map_or("laporan", |(_, set)| set)
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
    if relative {
        return Makna::Tanya(pesan!("`{shown}`: sebelum atau setelah apa?", "`{shown}`: before or after what?"));
    }
    if salah_satu(t, &["murni", "induk", "awal", "apbd", "semula", "rka", "dpa", "rka sipd"]) {
        return set("murni");
    }
    if salah_satu(t, &["perjanjian", "pk"]) || (last == "anggaran" && k.judul.contains("perjanjian kinerja")) {
        return set("perjanjian");
    }
    set("laporan")
}
