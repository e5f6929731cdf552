//! The tables of the archive of all data: their columns, keys and meanings, in one place for CSV, JSON, schema and readme.

use serde_json::{Value, json};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tipe {
    /// Text, codes too.
    Teks,
    /// A whole number.
    Bulat,
    /// A decimal.
    Angka,
    /// `ya` or `tidak`.
    Logika,
}

/// A column.
#[derive(Debug, Clone, Copy)]
pub struct Kolom {
    /// Its heading.
    pub nama: &'static str,
    /// What it holds.
    pub tipe: Tipe,
    /// Whether it is never empty.
    pub wajib: bool,
    /// What it means.
    pub arti: &'static str,
    /// Its type in the Fiscal Data Package, of a column of the budget.
    pub fiskal: &'static str,
}

impl Kolom {
    const fn baru(nama: &'static str, tipe: Tipe, arti: &'static str) -> Self {
        Self { nama, tipe, wajib: false, arti, fiskal: "" }
    }

    const fn wajib(self) -> Self {
        Self { wajib: true, ..self }
    }

    const fn fiskal(self, fiskal: &'static str) -> Self {
        Self { fiskal, ..self }
    }
}

const fn teks(nama: &'static str, arti: &'static str) -> Kolom {
    Kolom::baru(nama, Tipe::Teks, arti)
}

const fn bulat(nama: &'static str, arti: &'static str) -> Kolom {
    Kolom::baru(nama, Tipe::Bulat, arti)
}

const fn angka(nama: &'static str, arti: &'static str) -> Kolom {
    Kolom::baru(nama, Tipe::Angka, arti)
}

const fn logika(nama: &'static str, arti: &'static str) -> Kolom {
    Kolom::baru(nama, Tipe::Logika, arti).wajib()
}

/// Columns that name a row of another table: they, the table, and its columns.
type Asing = (&'static [&'static str], &'static str, &'static [&'static str]);

/// A table of the archive.
#[derive(Debug)]
pub struct Tabel {
    /// Its file without the ending.
    pub nama: &'static str,
    /// What it holds.
    pub judul: &'static str,
    /// Its columns.
    pub kolom: &'static [Kolom],
    /// The columns that tell its rows apart; none where nothing does.
    pub kunci: &'static [&'static str],
    /// Columns that name a row of another table: columns, table, its columns.
    pub asing: &'static [Asing],
}

/// All figures.
pub const ANGKA: Tabel = Tabel {
    nama: "angka",
    judul: "Semua angka: setiap pernyataan dokumen dan setiap angka terhitung",
    kunci: &["alamat", "ke"],
    asing: &[(&["opd_id"], "opd", &["id"]), (&["dokumen_id"], "dokumen", &["id"])],
    kolom: &[
        teks("alamat", "kunci faktanya di seluruh portal; beberapa pernyataan satu fakta beralamat sama").wajib(),
        teks("kemendagri_kode_kabupaten_kota", "kode wilayah Kemendagri; baca sebagai teks"),
        teks("bps_kode_kabupaten_kota", "kode wilayah BPS; baca sebagai teks"),
        teks("nama_kabupaten_kota", "nama daerah").wajib(),
        teks("opd", "nama perangkat daerah").wajib(),
        bulat("tahun", "tahun faktanya, bukan tahun dokumen yang mencetaknya").wajib(),
        teks("masa", "masa dalam kata: 2024, Triwulan I 2022, 2023 ke 2024").wajib(),
        teks("nama", "apa angkanya, dalam kata; dari angka terhitung rumusnya"),
        teks("jenis", "angka, persen, komposit, rentang, batas, rasio, durasi, huruf, teks atau kosong").wajib(),
        teks("nilai", "bacaannya: desimal bertitik, huruf, atau teks; kosong bila tidak ada satu nilai"),
        angka("bawah", "ujung bawah rentang, batas, atau pembulatan"),
        angka("atas", "ujung atas"),
        teks("satuan", "%, Rp, atau satuan seperti tercetak"),
        teks("tercetak", "teks persis seperti tercetak; kosong dari angka terhitung"),
        teks("keterangan", "mengapa kosong, diragukan, atau bacaannya dipilih"),
        logika("dihitung", "ya untuk angka yang dihitung portal ini"),
        teks("rumus", "rumus angka terhitung, berisi angkanya"),
        teks("dokumen", "judul dokumen"),
        teks("letak", "tabel atau bagian dokumen"),
        bulat("rekaman", "tahun rekaman yang memuatnya; kosong bila di identitas dinas"),
        teks("sampai", "batas waktu bila angkanya baru mencakup sebagian tahun"),
        teks("opd_id", "baris tabel opd").wajib(),
        teks("jenis_daerah", "kabupaten, kota, provinsi atau pemda").wajib(),
        teks("provinsi", "provinsi"),
        teks("bagian", "anggaran, indikator, tabel atau pihak-lain").wajib(),
        teks("tingkat", "program, kegiatan, sub kegiatan, sasaran, spm dan seterusnya"),
        teks("subjek", "kode yang diukur: simpul anggaran, indikator, tabel/baris").wajib(),
        teks("kode_resmi", "kode nomenklatur nasional simpul anggaran, seperti tercetak"),
        teks("nama_subjek", "nama yang diukur"),
        teks("ukuran", "apa yang diukur: pagu, realisasi, target, capaian, atau kolom tabel").wajib(),
        teks("himpunan", "tahap anggaran atau rencana: murni, perubahan, renstra, perjanjian"),
        teks("batas_data", "sampai kapan data rekamannya"),
        teks("keadaan", "tercetak, terhitung, sementara, diragukan, bacaan dipilih, atau mengapa kosong").wajib(),
        teks("status_sdmx", "keadaan dalam kode SDMX CL_OBS_STATUS: A, P, U, O, L, M").wajib(),
        teks("dokumen_id", "baris tabel dokumen"),
        teks("halaman", "halaman dokumen, bila letaknya menyebutnya"),
        bulat("pertentangan", "banyak temuan pertentangan tentang angka ini").wajib(),
        bulat("ke", "pernyataan keberapa di alamat itu; dengan alamat menjadi kunci baris").wajib(),
    ],
};

/// The budget, a row an amount.
pub const ANGGARAN: Tabel = Tabel {
    nama: "anggaran",
    judul: "Anggaran: pagu dan realisasi setiap program, kegiatan dan sub kegiatan, dengan kode resminya",
    kunci: &["alamat", "ke"],
    asing: &[(&["alamat", "ke"], "angka", &["alamat", "ke"]), (&["opd_id"], "opd", &["id"])],
    kolom: &[
        teks("alamat", "dengan `ke`: baris tabel angka").wajib(),
        bulat("ke", "pernyataan keberapa di alamat itu").wajib(),
        teks("opd_id", "baris tabel opd").wajib().fiskal("administrative-classification:generic:level1:code"),
        teks("opd", "nama perangkat daerah").wajib().fiskal("administrative-classification:generic:level1:label"),
        bulat("tahun", "tahun anggaran").wajib().fiskal("date:fiscal-year"),
        teks("fase", "tahap pagu (murni, perubahan, dan seterusnya) atau realisasi").wajib().fiskal("phase:id"),
        teks("masa", "masa dalam kata").wajib(),
        teks("tingkat", "program, kegiatan, sub kegiatan atau rincian").wajib(),
        teks("program_kode", "kode resmi program, atau kode portal").wajib().fiskal("activity:generic:program:code"),
        teks("program", "nama program").wajib().fiskal("activity:generic:program:label"),
        teks("kegiatan_kode", "kode resmi kegiatan, atau kode portal").fiskal("activity:generic:subprogram:code:full"),
        teks("kegiatan", "nama kegiatan").fiskal("activity:generic:subprogram:label"),
        teks("sub_kegiatan_kode", "kode resmi sub kegiatan, atau kode portal").fiskal("activity:generic:project:code"),
        teks("sub_kegiatan", "nama sub kegiatan").fiskal("activity:generic:project:label"),
        logika("kode_resmi", "ya bila kode simpul ini dari nomenklatur nasional, seperti tercetak"),
        logika("utama", "ya untuk satu pernyataan yang ditampilkan portal, bila faktanya tercetak beberapa kali"),
        logika(
            "dijumlahkan",
            "ya untuk tingkat terdalam yang tercetak lengkap: jumlahkan hanya baris ini, per fase dan masa",
        ),
        angka("nilai", "rupiah").wajib().fiskal("value"),
        teks("mata_uang", "IDR").wajib(),
    ],
};

/// All findings.
pub const TEMUAN: Tabel = Tabel {
    nama: "temuan",
    judul: "Semua temuan, dengan jenis dan sebabnya",
    kunci: &["id"],
    asing: &[(&["opd_id"], "opd", &["id"])],
    kolom: &[
        teks("id", "kunci sebab: alamat, `#`, aturan; tetap sama antaredisi").wajib(),
        teks("aturan", "kode aturan").wajib(),
        teks("sifat", "pertentangan atau pengamatan").wajib(),
        teks("tingkat", "bobot: tinggi, sedang atau rendah").wajib(),
        teks("kemendagri_kode_kabupaten_kota", "kode wilayah Kemendagri"),
        teks("nama_kabupaten_kota", "nama daerah").wajib(),
        teks("opd", "nama perangkat daerah").wajib(),
        bulat("tahun", "tahun faktanya").wajib(),
        teks("alamat", "alamat faktanya").wajib(),
        teks("perihal", "tentang apa"),
        teks("dokumen", "judul dokumen"),
        teks("letak", "tabel atau bagian"),
        teks("tertulis", "nilai tercetak; beberapa dipisah ` | `"),
        teks("terhitung", "nilai terhitung; beberapa dipisah ` | `"),
        teks("pesan", "kalimatnya").wajib(),
        teks("opd_id", "baris tabel opd").wajib(),
        teks("jenis", "hitungan, dua-nilai, jumlah, tahap, batas, pasangan atau lain").wajib(),
        teks("alasan_bobot", "mengapa berbobot demikian, bila besarnya selisih yang menentukan"),
        teks("rumus", "rumusnya, berisi angkanya"),
        bulat("akibat", "banyak temuan lain yang hanya mengikuti yang ini").wajib(),
        bulat("tanggapan", "banyak tanggapan dinas").wajib(),
        teks("asal", "halaman portal yang mempertanggungjawabkan angkanya").wajib(),
    ],
};

/// Which figures a finding is about.
pub const TEMUAN_ANGKA: Tabel = Tabel {
    nama: "temuan-angka",
    judul: "Angka yang disebut setiap temuan, dan yang mengikutinya",
    kunci: &[],
    asing: &[(&["temuan_id"], "temuan", &["id"])],
    kolom: &[
        teks("temuan_id", "baris tabel temuan").wajib(),
        teks("peran", "dipersoalkan, dirujuk atau akibat").wajib(),
        teks("alamat", "alamat angkanya").wajib(),
        bulat("ke", "pernyataan keberapa di alamat itu; kosong bila seluruh faktanya"),
        teks("aturan", "dari akibat: aturannya"),
        teks("pesan", "dari akibat: kalimatnya"),
    ],
};

/// The agencies.
pub const OPD: Tabel = Tabel {
    nama: "opd",
    judul: "Perangkat daerah",
    kunci: &["id"],
    asing: &[],
    kolom: &[
        teks("id", "daerah/opd: awal setiap alamatnya").wajib(),
        teks("kode_daerah", "kode daerah di portal").wajib(),
        teks("jenis_daerah", "kabupaten, kota, provinsi atau pemda").wajib(),
        teks("nama_daerah", "nama daerah").wajib(),
        teks("provinsi", "provinsi"),
        teks("kemendagri_kode", "kode wilayah Kemendagri"),
        teks("bps_kode", "kode wilayah BPS"),
        teks("kode_opd", "kode perangkat daerah di portal").wajib(),
        teks("nama", "nama perangkat daerah").wajib(),
        teks("singkatan", "nama pendek").wajib(),
        teks("urusan", "urusan pemerintahan, dipisah titik koma"),
        teks("tahun", "tahun rekamannya, dipisah spasi"),
        teks("halaman", "halamannya di portal").wajib(),
    ],
};

/// The documents.
pub const DOKUMEN: Tabel = Tabel {
    nama: "dokumen",
    judul: "Dokumen sumber",
    kunci: &["id"],
    asing: &[(&["opd_id"], "opd", &["id"])],
    kolom: &[
        teks("id", "daerah/opd/kode").wajib(),
        teks("opd_id", "baris tabel opd").wajib(),
        teks("kode", "kode dokumen").wajib(),
        teks("judul", "judul").wajib(),
        teks("jenis", "LKjIP, IKU, Renstra dan seterusnya").wajib(),
        bulat("tahun", "tahun yang dilaporkannya"),
        teks("tanggal", "tanggalnya"),
    ],
};

/// The shared indicators.
pub const PADANAN: Tabel = Tabel {
    nama: "padanan",
    judul: "Padanan: yang dibandingkan antardaerah",
    kunci: &["kode"],
    asing: &[],
    kolom: &[
        teks("kode", "kode padanan").wajib(),
        teks("nama", "nama").wajib(),
        teks("satuan", "satuan"),
        teks("halaman", "halamannya di portal").wajib(),
    ],
};

/// All comparisons.
pub const BANDING: Tabel = Tabel {
    nama: "banding",
    judul: "Semua perbandingan: hanya nilai yang setara boleh diurutkan",
    kunci: &[],
    asing: &[(&["padanan"], "padanan", &["kode"])],
    kolom: &[
        teks("padanan", "baris tabel padanan").wajib(),
        teks("daerah", "kode daerah").wajib(),
        teks("nama_kabupaten_kota", "nama daerah").wajib(),
        teks("kemendagri_kode_kabupaten_kota", "kode wilayah Kemendagri"),
        teks("opd", "kode perangkat daerah"),
        teks("nama_opd", "nama perangkat daerah"),
        bulat("tahun", "tahun").wajib(),
        angka("nilai", "nilainya").wajib(),
        angka("terendah", "nilai terendah, bila dokumennya mencetak beberapa"),
        angka("tertinggi", "nilai tertinggi"),
        teks("satuan", "satuan padanan"),
        teks("huruf", "huruf skala"),
        angka("target", "target tahun itu"),
        angka("pembilang", "pembilang"),
        angka("penyebut", "penyebut"),
        angka("terhitung_persen", "pembilang ÷ penyebut × 100"),
        teks("rumus", "rumus seperti dokumennya"),
        teks("tahap_pagu", "tahap anggaran"),
        teks("keadaan", "sampai kapan datanya"),
        teks("kedudukan", "setara, setara dengan catatan, tidak setara").wajib(),
        teks("alasan", "catatan, atau mengapa tidak setara"),
        teks("dikutip_dari_laporan", "siapa yang melaporkannya, bila bukan daerah itu sendiri"),
        teks("sumber", "dokumen dan tabel"),
        teks("alamat", "alamat angkanya"),
    ],
};

/// All tables, those that others name after them.
pub const SEMUA: [&Tabel; 8] = [&ANGKA, &ANGGARAN, &TEMUAN, &TEMUAN_ANGKA, &BANDING, &OPD, &DOKUMEN, &PADANAN];

impl Tabel {
    /// Its headings.
    pub fn kepala(&self) -> Vec<String> {
        self.kolom.iter().map(|k| k.nama.to_string()).collect()
    }

    /// Its Table Schema.
    pub fn skema(&self) -> Value {
        let fields: Vec<Value> = self.kolom.iter().map(bidang).collect();
        let mut out = json!({
            "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
            "fields": fields,
            "fieldsMatch": "exact",
            "missingValues": [""],
        });
        if !self.kunci.is_empty() {
            out["primaryKey"] = json!(self.kunci);
        }
        if !self.asing.is_empty() {
            let one = |(own, table, columns): &Asing| json!({ "fields": own, "reference": { "resource": table, "fields": columns } });
            out["foreignKeys"] = self.asing.iter().map(one).collect();
        }
        out
    }
}

fn bidang(k: &Kolom) -> Value {
    let tipe = match k.tipe {
        Tipe::Teks => "string",
        Tipe::Bulat => "integer",
        Tipe::Angka => "number",
        Tipe::Logika => "boolean",
    };
    let mut out = json!({ "name": k.nama, "type": tipe, "description": k.arti });
    if k.tipe == Tipe::Logika {
        out["trueValues"] = json!(["ya"]);
        out["falseValues"] = json!(["tidak"]);
    }
    if k.wajib {
        out["constraints"] = json!({ "required": true });
    }
    if !k.fiskal.is_empty() {
        out["columnType"] = json!(k.fiskal);
    }
    if k.nama == "status_sdmx" {
        out["categories"] =
            super::keadaan::STATUS.iter().map(|(kode, arti)| json!({ "value": kode, "label": arti })).collect();
    }
    out
}
