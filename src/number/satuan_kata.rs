//! Words of units: what is counted, other spellings, numbers and classes in words.

/// A word of a unit in small letters; an abbreviation as it is printed: `KH` has no vowel, `ASN` stands in capitals beside others.
pub(super) fn singkatan(word: &str, text: &str) -> String {
    let letters = || word.chars().filter(|c| c.is_alphabetic());
    let capitals = letters().count() > 1 && letters().all(char::is_uppercase);
    let vowel = letters().any(|c| "AIUEO".contains(c));
    if capitals && (!vowel || text.chars().any(char::is_lowercase)) { word.to_string() } else { word.to_lowercase() }
}

/// Units of which there is no part.
pub(super) const CACAH: [&str; 30] = [
    "orang",
    "kk",
    "keluarga",
    "kpm",
    "rumah tangga",
    "rumah",
    "dokumen",
    "laporan",
    "unit",
    "paket",
    "lembaga",
    "buah",
    "kegiatan",
    "desa",
    "kelurahan",
    "kecamatan",
    "sekolah",
    "pasien",
    "siswa",
    "kasus",
    "kali",
    "berkas",
    "lokasi",
    "kelompok",
    "puskesmas",
    "anak",
    "balita",
    "pegawai",
    "penduduk",
    "pelanggan",
];

/// Other spellings of a word in a unit.
pub(super) const BAKU: [(&str, &str); 31] = [
    ("org", "orang"),
    ("jiwa", "orang"),
    ("dok", "dokumen"),
    ("lap", "laporan"),
    ("keg", "kegiatan"),
    ("bln", "bulan"),
    ("thn", "tahun"),
    ("th", "tahun"),
    ("mnt", "menit"),
    ("dtk", "detik"),
    ("hr", "hari"),
    ("jm", "jam"),
    ("x", "kali"),
    ("×", "kali"),
    ("kk", "keluarga"),
    ("mgg", "minggu"),
    ("pkt", "paket"),
    ("kec", "kecamatan"),
    ("kab", "kabupaten"),
    ("hektar", "ha"),
    ("hektare", "ha"),
    ("m²", "m2"),
    ("km²", "km2"),
    ("m³", "m3"),
    ("seribu", "1000"),
    ("sepuluh-ribu", "10000"),
    ("seratus-ribu", "100000"),
    ("sejuta", "1000000"),
    ("perseribu", "per 1000"),
    ("kg", "kilogram"),
    ("tn", "ton"),
];

/// Numbers in words, as they stand in brackets before a unit: `5 (lima) dokumen`.
pub(super) const BILANGAN: [&str; 26] = [
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas",
    "belas", "puluh", "seratus", "ratus", "seribu", "ribu", "juta", "sejuta", "miliar", "milyar", "triliun", "koma",
    "setengah", "persen",
];

/// Words of a class beside a score: `3,6 (Sangat Baik)`.
pub(super) const KELAS: [&str; 12] = [
    "sangat",
    "baik",
    "cukup",
    "kurang",
    "sedang",
    "tinggi",
    "rendah",
    "buruk",
    "memuaskan",
    "prima",
    "tidak",
    "berkembang",
];
