//! Kata: the words of heads as they are compared, and what some of them are about.

/// Words as they are compared: lower case, without marks; `s.d.` and `s/d` are `sd`.
pub fn lipat(text: &str) -> String {
    let lower =
        super::kisi::rapi(text).to_lowercase().replace("s.d.", " sd ").replace("s/d", " sd ").replace("s.d ", " sd ");
    let lower = lower.replace("sampai dengan", " sd ").replace("kumulatif", " sd ").replace(" hingga ", " sd ");
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

/// Whether a text has one of several words, whole.
pub fn salah_satu(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| punya(text, word))
}

/// What only persons have.
pub const ORANG: [&str; 34] = [
    "nama ketua",
    "nama pengurus",
    "nama pengelola",
    "nama pendamping",
    "nama petugas",
    "nama anggota",
    "nama lengkap",
    "nama pemilik",
    "nama wali",
    "no hp",
    "nomor hp",
    "no telp",
    "nomor telepon",
    "telepon",
    "email",
    "no kk",
    "nomor kk",
    "tanggal lahir",
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

/// Whether a text names a unit or an office, and no person in it.
pub fn is_unit(text: &str) -> bool {
    let units = [
        "bidang",
        "seksi",
        "bagian",
        "sub",
        "subbag",
        "dinas",
        "badan",
        "sekretariat",
        "sekretaris",
        "upt",
        "uptd",
        "kepala",
        "kabid",
        "kasi",
        "kasubbag",
        "tim",
        "kantor",
        "kecamatan",
        "kelurahan",
        "unit",
        "pokja",
        "inspektorat",
        "rsud",
        "puskesmas",
        "opd",
        "skpd",
        "semua",
        "seluruh",
        "direktur",
        "camat",
        "lurah",
        "kelompok",
        "subkoordinator",
    ];
    let lower = text.to_lowercase();
    let titles = ["drs", "dra", "nip", "hj", "ir", "dr", "prof"];
    let degree = [", s.", ",s.", " m.si", " s.sos", ", m.", " s.e", " s.h", " s.t"].iter().any(|d| lower.contains(d));
    text == "-" || (salah_satu(&lower, &units) && !salah_satu(&lower, &titles) && !degree)
}

/// What identifies documents.
pub const PENGENAL: [&str; 14] = [
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

/// Prices and other years.
pub const HARGA: [&str; 8] = ["koefisien", "kuefisien", "volume", "harga", "ppn", "t-1", "t+1", "n-1"];

/// Kinds of spending.
pub const JENIS_BELANJA: [&str; 6] = [
    "belanja operasi",
    "belanja modal",
    "belanja tidak terduga",
    "belanja transfer",
    "belanja pegawai",
    "belanja barang dan jasa",
];

/// The set a target belongs to.
pub fn himpunan(t: &str) -> &'static str {
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

/// The words of a head that a program has run together: `kodesubkegiatan`, `nilaianggaranperubahan`.
pub fn pisah(text: &str) -> String {
    let known = [
        "kode",
        "nama",
        "nilai",
        "urusan",
        "bidang",
        "program",
        "kegiatan",
        "sub",
        "akun",
        "utama",
        "kelompok",
        "jenis",
        "objek",
        "rincian",
        "rinci",
        "anggaran",
        "perubahan",
        "murni",
        "realisasi",
        "tahapan",
        "skpd",
        "pagu",
    ];
    let starts = ["kode", "nama", "nilai"].iter().any(|w| text.starts_with(w) && text.len() > w.len() + 2);
    if !starts || text.contains(|c: char| !c.is_ascii_lowercase()) {
        return text.to_string();
    }
    let (mut rest, mut out) = (text, Vec::new());
    while let Some(word) = known.iter().filter(|w| rest.starts_with(**w)).max_by_key(|w| w.len()) {
        out.push(*word);
        rest = &rest[word.len()..];
    }
    if rest.is_empty() { out.join(" ") } else { text.to_string() }
}

/// Words that only a source of funds has.
pub const DANA: [&str; 12] = [
    "pad",
    "dau",
    "dak",
    "dbh",
    "dbhcht",
    "blud",
    "did",
    "dif",
    "insentif fiskal",
    "bankeu",
    "bantuan keuangan",
    "silpa",
];
