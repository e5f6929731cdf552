//! Kerangka: the texts of new files. Lines with `# ` are YAML to uncomment, lines with `## ` explain and stay comments.

use crate::records::{JenisDaerah, slug};
use serde_yaml::Value;

/// What a new `portal.yaml` holds below its title.
const PORTAL: &str = "\
keterangan: Janji, hasil dan uang perangkat daerah, dengan asal setiap angkanya.
bahasa: id
lisensi: CC-BY-4.0
## Hapus tanda # di depan baris untuk memakainya.
## Siapa yang menerbitkan:
# instansi: Pemerintah Kabupaten ...
## Logo: taruh logo.svg (atau .png, .webp; paling besar 60 kB) di samping berkas ini, lalu tambahkan baris `logo: logo.svg`.
## Dua warna, selalu dalam tanda kutip. Terang menolak yang sulit dibaca dan mengusulkan yang terdekat.
# warna: {utama: \"#0b5f8a\", aksen: \"#8a5a00\"}
## Seluruh situs sekali lagi dalam bahasa Inggris:
# bahasa_lain: [en]
## Alamat tetap situs, untuk tautan kanonik:
# alamat_dasar: https://contoh.go.id/terang/
## Pejabat Pengelola Informasi dan Dokumentasi, tempat bertanya; kontak kantor, bukan orang:
# ppid:
#   nama: PPID Kabupaten
#   alamat: Jl. ...
#   telepon: (021) 123456
#   surel: ppid@contoh.go.id
#   situs: www.contoh.go.id
";

/// A new `portal.yaml`.
pub fn portal(judul: &str) -> String {
    format!("## Pengaturan portal. Bentuk lengkapnya: docs/rekaman.md\njudul: {}\n{PORTAL}", bare(judul))
}

/// Name and kind of a new daerah, the kind only where its name does not say it: `kota-blitar` is Kota Blitar, `blitar`
/// Kabupaten Blitar, `bali` of Bali the province.
pub fn nama_daerah(kode: &str, nama: Option<&str>, jenis: Option<&str>, provinsi: &str) -> (String, Option<String>) {
    let word = |jenis: &str| judul(jenis);
    let own = ["kabupaten", "kota", "provinsi"].into_iter().find(|j| {
        // `kab-blitar` shortens the word.
        kode.strip_prefix(j).is_some_and(|rest| rest.starts_with('-'))
            || (*j == "kabupaten" && kode.starts_with("kab-"))
    });
    let rest = kode.split_once('-').map_or(kode, |(_, rest)| rest);
    let stem = judul(if own.is_some() { rest } else { kode });
    let sendiri = own.is_none() && slug(provinsi) == kode;
    let jenis_kode = if sendiri { Some("provinsi") } else { own };
    let nama = nama.map(str::to_string).unwrap_or_else(|| match jenis.or(jenis_kode) {
        Some("provinsi") if sendiri => match provinsi.split_once(' ') {
            Some(("DI", rest)) => format!("Daerah Istimewa {rest}"),
            Some(("Daerah", _)) => provinsi.to_string(),
            _ => format!("Provinsi {}", provinsi.trim_start_matches("Provinsi ")),
        },
        Some("pemda") => stem.clone(),
        Some(jenis) => format!("{} {stem}", word(jenis)),
        None => format!("{} {stem}", word("kabupaten")),
    });
    let said = JenisDaerah::dari_nama(&nama).unwrap_or(JenisDaerah::Pemda).kata();
    (nama, jenis.filter(|j| *j != said).map(str::to_string))
}

/// A new `daerah.yaml`.
pub fn daerah(nama: &str, jenis: Option<&str>, provinsi: &str, kemendagri: Option<&str>, bps: Option<&str>) -> String {
    // Codes are texts: unquoted, 35.10 would lose its zero.
    let kode = |key: &str, value: Option<&str>, contoh: &str| match value {
        Some(value) => format!("{key}: {}\n", serde_json::Value::from(value)),
        None => format!("# {key}: \"{contoh}\"\n"),
    };
    let provinsi_sendiri = jenis == Some("provinsi") || JenisDaerah::dari_nama(nama) == Some(JenisDaerah::Provinsi);
    let contoh = if provinsi_sendiri { ("35", "35") } else { ("35.08", "3508") };
    format!(
        "## Satu daerah (kabupaten, kota atau provinsi). Nama foldernya adalah alamatnya: jangan diganti setelah terbit.\n\
         nama: {}\n{}provinsi: {}\n\
         ## Kode wilayah, selalu dalam tanda kutip. Hapus tanda # di depan baris untuk memakainya.\n{}{}",
        bare(nama),
        jenis.map(|j| format!("jenis: {j}\n")).unwrap_or_default(),
        bare(provinsi),
        kode("kode_kemendagri", kemendagri, contoh.0),
        kode("kode_bps", bps, contoh.1),
    )
}

/// A new `opd.yaml`.
pub fn opd(nama: &str, singkatan: &str) -> String {
    let (judul, nama, singkatan) = (bare(&format!("Rencana Strategis {nama}")), bare(nama), bare(singkatan));
    format!(
        "## Yang bertahan lintas tahun: identitas, dokumen, sasaran, indikator. Bentuk lengkapnya: docs/rekaman.md
## Baris dengan satu # adalah contoh: hapus tanda # dan spasinya, lalu ganti isinya dengan yang tercetak.
## Jangan pernah menulis NIP atau NIK.
nama: {nama}
singkatan: {singkatan}          # dipakai dalam kalimat
# urusan: Kesehatan
# alamat: Jl. ...
# situs: www.contoh.go.id
# surel: kantor@contoh.go.id

## Setiap dokumen yang dikutip. `angka: indonesia` = titik ribuan dan koma desimal (1.234,56).
dokumen:
  renstra:
    judul: {judul}
    jenis: Renstra
    angka: indonesia

# renstra:
#   - {{kode: renstra-2025-2029, nama: Renstra 2025–2029, awal: 2025, akhir: 2029}}

## Tujuan dan sasaran dengan nama resmi seperti tercetak.
# tujuan:
#   - kode: t1
#     nama: Meningkatnya mutu pelayanan publik
#     dokumen: renstra
#     letak: Tabel 3.1
#     sasaran:
#       - {{kode: s1, nama: Meningkatnya ketepatan layanan}}

## Indikator. Kodenya menjadi alamat halaman: jangan diganti setelah terbit.
# indikator:
#   layanan-tepat-waktu:
#     nama: Persentase layanan yang selesai tepat waktu
#     tingkat: sasaran               # kabupaten, tujuan, sasaran, program, kegiatan, sub_kegiatan, ikk, spm
#     iku: true
#     utama: true                    # paling banyak satu per OPD: untuk kalimat pembuka
#     induk: s1
#     satuan: \"%\"
#     arah: naik                     # naik = makin tinggi makin baik; atau turun
#     definisi: (tidak tercetak)     # ringkas dengan kata sendiri
#     rumus:
#       pembilang: {{kode: layanan-tepat-waktu, nama: Layanan yang selesai tepat waktu, satuan: layanan}}
#       penyebut: {{kode: layanan-diminta, nama: Layanan yang diminta, satuan: layanan}}
#       pengali: 100
#     dokumen: renstra
#     letak: Tabel 3.1

## Target Renstra, satu baris per indikator seperti tercetak.
# kinerja:
#   - letak: Tabel 3.1
#     dokumen: renstra
#     kolom: [target.renstra 2025, target.renstra 2026]
#     baris:
#       layanan-tepat-waktu: [\"80%\", \"85%\"]
"
    )
}

/// What the text of a new year needs to know.
pub struct Nama<'a> {
    /// Name of the agency.
    pub opd: &'a str,
    /// Code of the main document.
    pub dokumen: &'a str,
    /// Codes of the scales there are.
    pub skala: &'a [String],
    /// Codes of the indicators there are.
    pub indikator: &'a [String],
    /// The year before with its budget tree: year, YAML of the tree, codes.
    pub lalu: Option<(i32, String, Vec<String>)>,
}

/// Budget of a first year: everything to uncomment.
const ANGGARAN: &str = "\
## Anggaran: pohon program > kegiatan > sub kegiatan, lalu tabel yang mencetaknya.
# anggaran:
#   pohon:
#     - kode: penunjang
#       nama: Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota
#       anak:
#         - kode: penunjang.k1
#           nama: Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah
#           anak:
#             - {kode: penunjang.k1.s1, nama: Penyusunan Dokumen Perencanaan Perangkat Daerah}
#   tabel:
#     - letak: Tabel 3.17
#       kolom: [pagu.perubahan, realisasi, serapan]
#       baris:
#         penunjang:       [\"5.368.142.655\", \"5.046.629.436\", \"94,01%\"]
#         penunjang.k1:    [\"1.550.448\", \"1.550.448\", \"100%\"]
#         penunjang.k1.s1: [\"775.224\", \"775.224\", \"100%\"]
#         total:           [\"5.368.142.655\", \"5.046.629.436\", \"94,01%\"]

";

/// Budget of a later year: the tree of the year before is there, a table waits for its rows.
fn anggaran(lalu: Option<&(i32, String, Vec<String>)>) -> String {
    let Some((tahun, pohon, kode)) = lalu else { return ANGGARAN.to_string() };
    let rows: String = kode
        .iter()
        .map(|k| k.as_str())
        .chain(["total"])
        .map(|k| format!("#       {k}: [\"...\", \"...\", \"...\"]\n"))
        .collect();
    format!(
        "## Anggaran: pohonnya dari {tahun}. Hapus yang tidak ada lagi, tambah yang baru; kode yang sama berarti simpul yang sama.
## Angkanya bisa dibaca dari berkas: `terang impor BERKAS --ke <daerah>/<opd>/<tahun>`, atau disalin di bawah `tabel`.
anggaran:
  pohon:
{pohon}#   tabel:
#     - letak: Tabel 3.17
#       kolom: [pagu.perubahan, realisasi, serapan]
#       baris:
{rows}
"
    )
}

/// A new `<tahun>.yaml`.
pub fn tahun(tahun: i32, nama: &Nama<'_>) -> String {
    let (opd, dokumen, anggaran) = (nama.opd, nama.dokumen, anggaran(nama.lalu.as_ref()));
    let skala = match nama.skala.first() {
        Some(first) => format!("## Skala predikat laporan; yang ada: {}\n# skala: {first}\n", nama.skala.join(", ")),
        None => "## Skala predikat laporan: buat dahulu skala/<kode>.yaml, lalu tulis `skala: <kode>` di sini.\n"
            .to_string(),
    };
    let kinerja = if nama.indikator.is_empty() {
        "## Tabel kinerja: daftarkan indikatornya di opd.yaml dahulu; bentuknya di docs/rekaman.md bagian 4.2.\n"
            .to_string()
    } else {
        let rows = |cells: &str| nama.indikator.iter().map(|k| format!("#       {k}: {cells}\n")).collect::<String>();
        format!(
            "## Tabel kinerja, satu baris per indikator. Sel yang tidak ada angkanya ditulis dengan alasannya:
## \"- (tidak tercetak)\", \"- (tidak berlaku)\", \"- (tidak terhitung)\" atau \"(tidak terbaca)\".
# kinerja:
#   - letak: Tabel 3.3
#     kolom: [target.laporan, realisasi, capaian]
#     baris:
{}#   - letak: Tabel 3.4
#     kolom: [pembilang, penyebut]
#     baris:
{}",
            rows("[\"100%\", \"95,39%\", \"95,39%\"]"),
            rows("[\"105.582\", \"110.692\"]")
        )
    };
    format!(
        "## Rekaman {tahun} {opd}. Bentuk lengkapnya: docs/rekaman.md
## Salin setiap tabel seperti tercetak, dengan nomor tabelnya (`letak`). Angka boleh ditempel apa adanya:
## \"57.817.764.115\", \"Rp. 9.029.033.415,-\", \"95,39%\", \"2 Dokumen\". Jangan pernah menulis NIP atau NIK.
## Baris dengan satu # adalah contoh: hapus tanda # dan spasinya, lalu ganti isinya dengan yang tercetak.
tahun: {tahun}                        # sama dengan nama berkas
batas_data: {tahun}-12-31             # keadaan sampai tanggal ini
dokumen: {dokumen}                # dokumen utama, terdaftar di opd.yaml
{skala}# efisiensi: seratus-kurang-serapan  # atau capaian-kurang-serapan, menurut laporannya
# metode: {{capaian: {{turun: t/r, atas: 120}}}}  # cara hitung capaian yang dinyatakan laporannya
# catatan: ...

{kinerja}
{anggaran}## Tabel bebas: pegawai, aset, layanan menurut jenis, SPM, ...
# tabel:
#   - kode: pegawai-golongan
#     tema: lain
#     judul: Pegawai menurut golongan
#     letak: Tabel 3.8
#     kolom:
#       - {{kode: laki-laki, nama: Laki-laki, satuan: orang}}
#       - {{kode: perempuan, nama: Perempuan, satuan: orang}}
#     baris:
#       - {{kode: iii, nama: Golongan III, nilai: [\"24\", \"31\"]}}
#       - {{kode: jumlah, nama: Jumlah, jumlah: true, nilai: [\"24\", \"31\"]}}

## Daftar, diringkas dengan kata sendiri: faktor_penghambat, faktor_pendukung, tindak_lanjut, rekomendasi, ...
# daftar:
#   - kode: penghambat
#     jenis: faktor_penghambat
#     judul: Faktor penghambat
#     letak: Bab III
#     butir:
#       - {{kode: a, teks: Data layanan belum mutakhir}}
"
    )
}

/// Short names that are never words.
const SINGKATAN: [&str; 23] = [
    "pupr", "pu", "prkp", "dpmptsp", "ptsp", "bkpsdm", "bkd", "bpbd", "bpkad", "bkad", "bpkpd", "rsud", "uptd", "upt",
    "blud", "p3a", "p2kb", "pmd", "esdm", "dprd", "kb", "opd", "pp",
];

/// `dinas-kesehatan` → `Dinas Kesehatan`; `dinas-pupr` → `Dinas PUPR`. A word without a vowel is read letter by letter.
pub fn judul(kode: &str) -> String {
    let word = |w: &str| {
        if SINGKATAN.contains(&w) || (w.len() > 1 && !w.contains(['a', 'i', 'u', 'e', 'o']) && w.is_ascii()) {
            return w.to_uppercase();
        }
        let mut chars = w.chars();
        chars.next().map(|first| first.to_uppercase().chain(chars).collect::<String>()).unwrap_or_default()
    };
    kode.split(['-', '_', '.']).map(word).collect::<Vec<_>>().join(" ")
}

fn bare(text: &str) -> String {
    let alone = matches!(serde_yaml::from_str::<Value>(text), Ok(Value::String(s)) if s == text);
    let inside = serde_yaml::from_str::<Value>(&format!("a: {text}")).is_ok_and(|v| v["a"] == text);
    if alone && inside { text.to_string() } else { serde_json::Value::from(text).to_string() }
}

/// The text under a key at the top of a YAML file.
pub fn nilai(text: &str, key: &str) -> Option<String> {
    serde_yaml::from_str::<Value>(text).ok()?.get(key)?.as_str().map(ToString::to_string)
}

/// The keys of the map under a key at the top.
pub fn kunci(text: &str, key: &str) -> Vec<String> {
    let Ok(value) = serde_yaml::from_str::<Value>(text) else { return Vec::new() };
    let map = value.get(key).and_then(Value::as_mapping);
    map.map(|m| m.keys().filter_map(|k| k.as_str().map(ToString::to_string)).collect()).unwrap_or_default()
}

/// The code of a performance report of a year, or of its only document.
pub fn dokumen_tahun(text: &str, tahun: i32) -> Option<String> {
    let value: Value = serde_yaml::from_str(text).ok()?;
    let list: Vec<(&str, &str)> = value
        .get("dokumen")?
        .as_mapping()?
        .iter()
        .filter(|(_, d)| d.get("tahun").and_then(Value::as_i64) == Some(i64::from(tahun)))
        .filter_map(|(k, d)| Some((k.as_str()?, d.get("jenis").and_then(Value::as_str).unwrap_or(""))))
        .collect();
    let report =
        list.iter().find(|(_, jenis)| jenis.eq_ignore_ascii_case("lkjip") || jenis.eq_ignore_ascii_case("lakip"));
    report.or(list.first()).map(|(kode, _)| (*kode).to_string())
}

/// `opd.yaml` with one more document; `None` where its `dokumen:` is not written as a block.
pub fn with_dokumen(text: &str, kode: &str, opd: &str, tahun: i32) -> Option<String> {
    let lines: Vec<&str> = text.lines().collect();
    let at = lines.iter().position(|l| {
        l.strip_prefix("dokumen:").is_some_and(|rest| rest.trim().is_empty() || rest.trim_start().starts_with('#'))
    })?;
    // As deep as what stands there already, or the file would no longer be one map.
    let first = lines[at + 1..].iter().find(|l| !l.trim().is_empty() && !l.trim_start().starts_with('#'))?;
    let depth = first.len() - first.trim_start().len();
    if depth == 0 {
        return None;
    }
    let (one, two) = (" ".repeat(depth), " ".repeat(depth + 2));
    let judul = bare(&format!("Laporan Kinerja Instansi Pemerintah {opd} Tahun {tahun}"));
    let entry =
        format!("{one}{kode}:\n{two}judul: {judul}\n{two}jenis: LKjIP\n{two}tahun: {tahun}\n{two}angka: indonesia");
    let mut out = lines[..=at].join("\n");
    out.push('\n');
    out.push_str(&entry);
    for line in &lines[at + 1..] {
        out.push('\n');
        out.push_str(line);
    }
    out.push('\n');
    kunci(&out, "dokumen").iter().any(|k| k == kode).then_some(out)
}
