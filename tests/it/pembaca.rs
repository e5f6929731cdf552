//! Readers under damage: whatever a file holds, it is read or something says why not; nothing panics and nothing runs on.
//! Damaged are the small portals of `tests/kasus`, tables, maps and editions. `TERANG_PEMBACA=20000` makes as many attempts
//! of each kind, `TERANG_PEMBACA_MULAI=7000` begins there; a plain run makes a few hundred.

use crate::bangkitan::isi::acak::Acak;
use crate::situs_bantu::{dasar, salin};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;
use terang::diagnostic::{Format, Lang, json, render};
use terang::exports::TabelData;
use terang::exports::edisi::{Edisi, angka, sha256};
use terang::exports::kenangan::{Kenangan, kemas};
use terang::impor::{Kenal, Naskah, Peta, Rujukan, Tujuan, baca, impor, kartu};
use terang::number::{Boleh, Style, baca as baca_sel, kupas};
use terang::pages::data::DataOpd;
use terang::records;
use terang::site::{self, Options};
use terang::templates::Theme;

/// What one attempt may take before it counts as running on; a slow machine needs a hundredth.
const TERLAMA: Duration = Duration::from_secs(60);

/// What people, programs and attackers leave in a file.
const SISIPAN: [&str; 58] = [
    "\"",
    "'",
    ":",
    "- ",
    "? ",
    "[",
    "]",
    "{",
    "}",
    "&a ",
    "*a",
    "<<: ",
    "|",
    ">",
    "%",
    "@",
    "`",
    "#",
    "~",
    "null",
    "---\n",
    "...\n",
    "\t",
    "\r\n",
    "\r",
    "\0",
    "\u{feff}",
    "\u{202e}",
    "\u{200b}",
    "\u{a0}",
    "é",
    "١",
    "𝟗",
    "−",
    "—",
    "½",
    ",",
    ".",
    "..",
    "0",
    "99999999999999999999999999999",
    "-79228162514264337593543950335",
    "1e400",
    "NaN",
    "Rp. 1.234.567,-",
    "95, 39%",
    "1/0",
    "2024-02-30",
    "=cmd|'/C calc'!A0",
    "<script>",
    "![x](javascript:a)",
    "baris: ",
    "kolom: [realisasi, target.laporan]",
    "ragu: true",
    "tahun: -1",
    "  ",
    "\n",
    "!!binary x",
];

fn pilih<'t, T>(acak: &mut Acak, list: &'t [T]) -> &'t T {
    &list[usize::try_from(acak.antara(0, i64::try_from(list.len()).expect("few") - 1)).expect("index")]
}

/// A place in some bytes.
fn tempat(acak: &mut Acak, length: usize) -> usize {
    usize::try_from(acak.antara(0, i64::try_from(length).expect("small"))).expect("index")
}

/// Text after a few of the accidents that happen to files.
fn rusakkan(acak: &mut Acak, bytes: &[u8]) -> Vec<u8> {
    let mut out = bytes.to_vec();
    for _ in 0..acak.antara(1, 4) {
        let (a, b) = (tempat(acak, out.len()), tempat(acak, out.len()));
        let (from, to) = (a.min(b), a.max(b).min(a.min(b) + 400));
        match acak.antara(0, 9) {
            0 => out.truncate(from),
            1 => drop(out.drain(from..to)),
            2 => {
                let part = out[from..to].to_vec();
                let at = tempat(acak, out.len());
                out.splice(at..at, part);
            }
            3 => {
                if let Some(byte) = out.get_mut(a) {
                    *byte = u8::try_from(acak.antara(0, 255)).expect("byte");
                }
            }
            4 => {
                let many = pilih(acak, &SISIPAN).repeat(usize::try_from(acak.antara(2, 300)).expect("few"));
                out.splice(a..a, many.into_bytes());
            }
            5 => {
                // A line moves below another, or comes twice.
                let mut lines: Vec<Vec<u8>> = out.split(|b| *b == b'\n').map(<[u8]>::to_vec).collect();
                let from = pilih(acak, &lines).clone();
                let at = tempat(acak, lines.len());
                lines.insert(at, from);
                out = lines.join(&b'\n');
            }
            6 => {
                let mut lines: Vec<Vec<u8>> = out.split(|b| *b == b'\n').map(<[u8]>::to_vec).collect();
                lines.remove(tempat(acak, lines.len() - 1));
                out = lines.join(&b'\n');
            }
            _ => drop(out.splice(a..a, pilih(acak, &SISIPAN).bytes())),
        }
    }
    out
}

/// So many attempts, each of its own seed; what panics or runs on is named by it.
fn coba(nama: &'static str, biasa: usize, satu: impl Fn(&mut Acak, usize) + Send + 'static) {
    let number = |key: &str| std::env::var(key).ok().and_then(|n| n.parse::<usize>().ok());
    let mulai = number("TERANG_PEMBACA_MULAI").unwrap_or(0);
    let sampai = mulai + number("TERANG_PEMBACA").unwrap_or(biasa);
    let (say, hear) = mpsc::channel();
    let work = std::thread::Builder::new().stack_size(2 << 20).spawn(move || {
        for n in mulai..sampai {
            let done = catch_unwind(AssertUnwindSafe(|| satu(&mut Acak::new(20_261_130, n), n)));
            if say.send((n, done.is_ok())).is_err() {
                return;
            }
        }
    });
    let work = work.expect("a thread");
    let mut salah = Vec::new();
    for n in mulai..sampai {
        match hear.recv_timeout(TERLAMA) {
            Ok((_, true)) => {}
            Ok((n, false)) => salah.push(n),
            Err(_) => panic!("{nama}: attempt {n} runs on; TERANG_PEMBACA_MULAI={n} TERANG_PEMBACA=1 makes it again"),
        }
    }
    work.join().expect("the thread ends");
    assert!(
        salah.is_empty(),
        "{nama}: panics at attempts {salah:?}; TERANG_PEMBACA_MULAI=<n> TERANG_PEMBACA=1 makes one again"
    );
}

/// Files below a folder with one of some endings, in order.
fn berkas(folder: &Path, akhir: &[&str]) -> Vec<PathBuf> {
    let walk = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().flatten();
    let files = walk.filter(|e| e.file_type().is_file()).map(walkdir::DirEntry::into_path);
    files.filter(|p| akhir.iter().any(|end| p.to_string_lossy().ends_with(end))).collect()
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

#[test]
fn a_damaged_record_is_read_or_says_line_and_reason() {
    let kasus: Vec<PathBuf> =
        std::fs::read_dir(folder("kasus")).expect("cases").map(|e| e.expect("case").path()).collect();
    let mut kasus: Vec<PathBuf> = kasus.into_iter().map(|p| p.join("content")).chain([dasar()]).collect();
    kasus.sort();
    let theme = Theme::load(None).map_err(|(found, _)| found).expect("theme");
    coba("record", 150, move |acak, n| {
        let dir = tempfile::tempdir().expect("tempdir");
        let asal: &PathBuf = pilih(acak, &kasus);
        salin(asal, dir.path());
        let files = berkas(dir.path(), &[".yaml", ".md", ".svg"]);
        let path = pilih(acak, &files);
        std::fs::write(path, rusakkan(acak, &std::fs::read(path).expect("read"))).expect("write");
        let loaded = records::load(dir.path());
        let list = &loaded.diagnostics;
        for d in list {
            assert!(!d.message.id.is_empty() && !d.message.en.is_empty(), "{d:?}");
        }
        let text = render(list, &loaded.sources, Format::Human, Lang::Id, false);
        let rows = json(list, &loaded.sources, Lang::En);
        for row in rows.as_array().expect("list") {
            let (berkas, baris) = (row["berkas"].as_str().expect("file"), row["baris"].as_u64().expect("line"));
            let lines = loaded.sources.0.get(berkas).map_or(usize::MAX, |t| t.split(['\n', '\r']).count() + 1);
            assert!(baris >= 1 && usize::try_from(baris).expect("line") <= lines, "{row} of {lines}");
        }
        if list.iter().any(terang::diagnostic::Diagnostic::is_galat) {
            return assert!(!text.is_empty());
        }
        // What is no error is built: here every twentieth attempt, for a build is slow.
        let content = loaded.content.expect("no error, so there is content");
        if n % 20 == 0 || std::env::var_os("TERANG_PEMBACA").is_some() {
            let data = DataOpd::semua(&content);
            assert!(site::build(&content, &data, &theme, &Options::default(), &|_, _| {}).is_ok());
        }
    });
}

#[test]
fn a_damaged_cell_is_a_number_or_an_error() {
    let hand = berkas(&folder("angka"), &[".tsv"]);
    let hand = hand.iter().map(|p| std::fs::read_to_string(p).expect("cases")).collect::<String>();
    let cells: Vec<String> = hand.lines().filter_map(|l| Some(l.split('\t').next()?.to_string())).collect();
    coba("cell", 6_000, move |acak, _| {
        let cell = pilih(acak, &cells).as_bytes();
        let text = String::from_utf8_lossy(&rusakkan(acak, cell)).into_owned();
        for style in [Style::Indonesia, Style::Inggris] {
            if let Ok(number) = terang::number::parse(&text, style) {
                // What is shown of it is read as the same number again.
                let shown = Lang::Id.decimal(number.nilai, number.nilai.scale());
                let again = terang::number::parse(&shown.replace('−', "-"), Style::Indonesia);
                assert_eq!(again.map(|a| a.nilai).ok(), Some(number.nilai), "{text:?} as {shown}");
            }
            let _ = baca_sel(&text, style, &Boleh::semua());
        }
        let _ = kupas(&text);
    });
}

#[test]
fn a_damaged_table_map_or_record_of_an_import_is_read_or_says_why() {
    let tables: Vec<(String, Vec<u8>)> = berkas(&folder("impor"), &[".csv", ".html", ".xls"])
        .into_iter()
        .map(|p| (p.file_name().expect("name").to_string_lossy().into_owned(), std::fs::read(&p).expect("table")))
        .filter(|(_, bytes)| bytes.len() < 60_000)
        .collect();
    let maps = [
        "kolom: {N: pagu.murni, S: pagu.perubahan}\n",
        "lembar: Sheet1\nbaris_kepala: 3\nkolom:\n  A: kode\n  B: uraian\n  C: pagu.murni\nsatuan: ribuan\nangka: indonesia\n",
        "indikator: {\"Persentase PPKS\": ppks}\nlewati: [4, 5]\nsimpul: {1.06.01: penunjang}\narah: {\"x\": naik}\n",
    ];
    let record = "# kami\ntahun: 2025\nbatas_data: 2025-12-31\ndokumen: lkjip-2025\nanggaran:\n  pohon:\n    - {kode: p, nama: P}\n  tabel:\n    - letak: T\n      kolom: [pagu.murni, realisasi]\n      baris:\n        p: [\"1.000\", \"900\"] # catatan\n";
    coba("import", 120, move |acak, _| {
        let (nama, bytes) = pilih(acak, &tables);
        let bytes = if acak.antara(0, 3) == 0 { bytes.clone() } else { rusakkan(acak, bytes) };
        let map = pilih(acak, &maps).as_bytes();
        let map = if acak.antara(0, 1) == 0 { map.to_vec() } else { rusakkan(acak, map) };
        let peta = match Peta::baca(&String::from_utf8_lossy(&map)) {
            Ok(peta) => peta,
            Err(said) => {
                assert!(!said.tulis(Lang::Id).is_empty() && !said.tulis(Lang::En).is_empty());
                Peta::baca("").expect("an empty map")
            }
        };
        let teks = if acak.antara(0, 1) == 0 { record.into() } else { rusakkan(acak, record.as_bytes()) };
        let teks = String::from_utf8_lossy(&teks).into_owned();
        if let Some(naskah) = Naskah::baca(&teks) {
            let _ = kartu(&naskah, &Rujukan { indikator: Vec::new(), gaya: Vec::new() });
        }
        let opd = "nama: Dinas\nsingkatan: Dinas\ndokumen:\n  lkjip-2025: {judul: LKjIP 2025, jenis: LKjIP}\n";
        let kenal = Kenal::default();
        let tujuan = Tujuan {
            tahun: 2025,
            teks: &teks,
            sendiri: &[],
            lain: &[],
            opd,
            kenal,
            berkas: nama,
            letak: None,
            dokumen: None,
        };
        if let Err(list) = impor(&bytes, &peta, &tujuan) {
            assert!(list.iter().all(|m| !m.tulis(Lang::Id).is_empty()) && !list.is_empty());
        }
        if let Err(said) = baca(&bytes) {
            assert!(!said.tulis(Lang::En).is_empty());
        }
    });
}

#[test]
fn a_damaged_edition_or_archive_is_none_and_never_passes_for_another() {
    let csv = b"alamat,nama,nilai,satuan,tercetak,dihitung\nb/2,x,1,Rp,'-1-2,tidak\na/1,y,2,,\"2\n\",ya\n".to_vec();
    let data = terang::exports::edisi::Data {
        berkas: "data/a.csv".into(),
        ukuran: csv.len() as u64,
        sha256: sha256(&csv),
        angka: angka(&csv),
    };
    let edisi = Edisi::baru(Some("2026-01-02".into()), None, vec![data], Vec::new()).sambung(None);
    let zip = kemas::<()>([Ok(("a.csv".to_string(), csv.clone()))].into_iter()).expect("archive");
    let whole = Kenangan::lama("x", edisi.clone(), zip.clone()).expect("an edition");
    coba("edition", 4_000, move |acak, _| {
        let (e, z) = match acak.antara(0, 2) {
            0 => (rusakkan(acak, &edisi), zip.clone()),
            1 => (edisi.clone(), rusakkan(acak, &zip)),
            _ => (rusakkan(acak, &edisi), rusakkan(acak, &zip)),
        };
        // Whoever has the hash of an edition has its figures.
        if let Ok(kept) = Kenangan::lama("x", e, z)
            && kept.sha256 == whole.sha256
        {
            let rows = |k: &Kenangan| {
                k.tabel("data/a.csv").map(|t| {
                    t.semua().map(|(a, row)| (a.to_string(), t.sel(row, "nilai").to_string())).collect::<Vec<_>>()
                })
            };
            assert_eq!(rows(&kept), rows(&whole));
        }
        let bytes = rusakkan(acak, &csv);
        let _ = (angka(&bytes), TabelData::csv(&bytes), TabelData::xlsx(&bytes));
    });
}

#[test]
fn a_page_that_is_cut_off_within_a_tag_is_read_as_far_as_it_goes() {
    for end in ["<é", "<", "<td", "<td title=\"é", "<style", "<STYLE>x</Style", "<!--é"] {
        let page = format!("<html><table><tr><td>1</td><td>Pagu</td></tr>{end}");
        let sheets = baca(page.as_bytes()).map_err(|m| m.tulis(Lang::En));
        assert_eq!(sheets.map(|s| s.len()), Ok(1), "{end}");
    }
}
