//! Reads the case files of comparisons: values written down in a few words, with everything else by default.

use rust_decimal::Decimal;
use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use terang::comparisons::{
    Besaran, Hilang, Hitung, Identitas, NilaiBanding, Pemilik, RumusBanding, SebabHilang, Tahap,
};
use terang::records::{Arah, BatasData, IsiPadanan, IsiTabel, JenisDaerah, Padanan, Toleransi, UkuranAnggaran};

#[derive(Debug, Clone, Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub struct KasusPadanan {
    pub nama: Option<String>,
    pub satuan: Option<String>,
    pub arah: Option<String>,
    pub pembilang: Option<String>,
    pub penyebut: Option<String>,
    pub skala: Option<String>,
    pub anggaran: bool,
    pub tabel: bool,
    pub toleransi: Vec<String>,
}

#[derive(Debug, Clone, Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub struct KasusNilai {
    pub daerah: String,
    pub nama: Option<String>,
    pub nilai: String,
    pub rendah: Option<String>,
    pub tinggi: Option<String>,
    pub target: Option<String>,
    pub indikator: Option<String>,
    pub tahun: Option<i32>,
    pub pembilang: Option<String>,
    pub penyebut: Option<String>,
    pub nama_pembilang: Option<String>,
    pub nama_penyebut: Option<String>,
    pub pengali: Option<i32>,
    pub teks_rumus: Option<String>,
    pub tanpa_rumus: bool,
    pub satuan: Option<String>,
    pub arah: Option<String>,
    pub skala: Option<String>,
    pub batas: Option<String>,
    pub tahap: Option<String>,
    pub ragu: bool,
    pub dikutip: Option<String>,
}

pub fn padanan(k: &KasusPadanan) -> Padanan {
    let isi = if k.anggaran {
        IsiPadanan::Anggaran { ukuran: UkuranAnggaran::Serapan, program: None }
    } else if k.tabel {
        IsiPadanan::Tabel(IsiTabel { tema: "ppks".into(), kolom: "jumlah".into(), baris: None, per: None })
    } else {
        IsiPadanan::Indikator { pembilang: k.pembilang.clone(), penyebut: k.penyebut.clone(), skala: k.skala.clone() }
    };
    Padanan {
        kode: "uji".into(),
        nama: k.nama.as_deref().unwrap_or("PPKS yang tertangani").into(),
        definisi: "definisi".into(),
        satuan: Some(k.satuan.clone().unwrap_or_else(|| "%".into())),
        arah: match k.arah.as_deref() {
            Some("turun") => Some(Arah::Turun),
            Some("netral") => None,
            _ => Some(Arah::Naik),
        },
        opd: None,
        urusan: None,
        isi,
        pertanyaan: None,
        toleransi: k
            .toleransi
            .iter()
            .map(|t| match t.as_str() {
                "batas_data" => Toleransi::BatasData,
                "nama" => Toleransi::Nama,
                "tahun" => Toleransi::Tahun,
                "tahap" => Toleransi::Tahap,
                other => panic!("toleransi {other}"),
            })
            .collect(),
        catatan: None,
    }
}

fn desimal(text: &str) -> Decimal {
    Decimal::from_str(text).unwrap_or_else(|e| panic!("{text}: {e}"))
}

pub fn pemilik(daerah: &str, nama: Option<&str>) -> Pemilik {
    let words = daerah.split('-').map(|w| w[..1].to_uppercase() + &w[1..]).collect::<Vec<_>>().join(" ");
    let nama = nama.map_or_else(|| format!("Kabupaten {words}"), str::to_string);
    let jenis = JenisDaerah::dari_nama(&nama).expect("a kind");
    Identitas {
        opd: Some("dinas-sosial".into()),
        nama_opd: Some("Dinas Sosial".into()),
        singkatan: Some("Dinas Sosial".into()),
        provinsi: Some("Jawa Timur".into()),
        ..Identitas::luar(daerah, &nama, jenis)
    }
    .into()
}

pub fn nilai(p: &Padanan, k: &KasusNilai) -> NilaiBanding {
    let tahun = k.tahun.unwrap_or(2024);
    let utama = desimal(&k.nilai);
    let own = |kode: &Option<String>, standar: &str, nama: &Option<String>| {
        let kode = kode.clone().unwrap_or_else(|| standar.to_string());
        Hitung {
            nama: nama.clone().unwrap_or_else(|| format!("Jumlah {}", kode.replace('-', " "))),
            kode: Some(kode),
            nama_en: None,
        }
    };
    let rumus = if k.tanpa_rumus || k.teks_rumus.is_some() {
        RumusBanding {
            teks: k.teks_rumus.clone(),
            tiada: Some(terang::records::Alasan::TidakTercetak),
            ..RumusBanding::default()
        }
    } else {
        RumusBanding {
            pembilang: Some(own(&k.pembilang, "ppks-tertangani", &k.nama_pembilang)),
            penyebut: Some(own(&k.penyebut, "ppks-terdata", &k.nama_penyebut)),
            pengali: k.pengali,
            ..RumusBanding::default()
        }
    };
    let mut owner = pemilik(&k.daerah, k.nama.as_deref());
    if k.dikutip.is_some() {
        owner = Identitas { opd: None, ..(*owner.identitas).clone() }.into();
    }
    NilaiBanding {
        pemilik: owner,
        tahun,
        nama: k.indikator.clone().unwrap_or_else(|| "Persentase PPKS yang tertangani".into()).into(),
        alias: Vec::new(),
        indikator: Some("ppks-tertangani".into()),
        rekaman: None,
        besaran: Besaran {
            utama,
            rendah: k.rendah.as_deref().map_or(utama, desimal),
            tinggi: k.tinggi.as_deref().map_or(utama, desimal),
        },
        desimal: utama.scale(),
        huruf: None,
        target: k.target.as_deref().map(desimal),
        pembilang: None,
        penyebut: None,
        terhitung: None,
        rumus: rumus.into(),
        satuan: Some(k.satuan.clone().unwrap_or_else(|| p.satuan.clone().unwrap_or_default()).into()),
        arah: match k.arah.as_deref() {
            Some("turun") => Some(Arah::Turun),
            Some("naik") => Some(Arah::Naik),
            _ => p.arah,
        },
        skala: k.skala.clone().map(Into::into),
        hitungan: None,
        luar_skala: false,
        bulat: false,
        batas_data: k
            .batas
            .as_deref()
            .map_or_else(|| BatasData::akhir_tahun(tahun), |b| BatasData::baca(b).expect("a cut-off")),
        tahap: k.tahap.as_deref().map(Tahap::dari),
        ragu: k.ragu,
        dipersoalkan: false,
        pernyataan: Vec::new(),
        tangan_kedua: k.dikutip.as_deref().map(|d| pemilik(d, None)),
        alamat: format!("{}/dinas-sosial/{tahun}/indikator/ppks-tertangani/realisasi", k.daerah),
    }
}

pub fn hilang(daerah: &str) -> Hilang {
    Hilang { pemilik: pemilik(daerah, None), sebab: SebabHilang::TanpaRekaman, terakhir: None, bentuk: None }
}

/// The case files of a folder below `tests/`, sorted.
pub fn berkas(folder: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(root).expect("folder of cases").map(|e| e.expect("entry").path()).collect();
    files.retain(|f| f.extension().is_some_and(|e| e == "yaml"));
    files.sort();
    assert!(!files.is_empty(), "no cases in {folder}");
    files
}

/// Holds the English sentences of a case against `<case>.en.txt` beside it; `TERANG_PERBARUI=1` writes it.
pub fn inggris(case: &Path, lines: &[String]) {
    let path = case.with_extension("en.txt");
    let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
    if std::env::var_os("TERANG_PERBARUI").is_some() {
        // What is there is never written over.
        if path.exists() {
            std::fs::remove_file(&path).expect("remove what was expected before");
        }
        terang::output::create(&path, text.as_bytes()).expect("write");
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(text, expected, "{} (TERANG_PERBARUI=1 rewrites)", path.display());
}

pub fn baca<T: serde::de::DeserializeOwned>(path: &Path) -> T {
    let text = std::fs::read_to_string(path).expect("case");
    serde_yaml::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}
