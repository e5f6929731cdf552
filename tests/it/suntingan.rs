//! An incremental build gives the site a clean one gives, whatever was edited in between, whatever happened to what was
//! kept. `TERANG_SUNTINGAN=1000` makes as many edits; a plain run makes a few dozen.

use crate::bangkitan::isi::acak::Acak;
use crate::bangkitan::isi::{self, Ukuran};
use crate::situs_bantu::{repositori, salin};
use assert_cmd::Command;
use std::path::PathBuf;
use terang::output::{Tree, compare, read_tree};

/// Edits of a plain run, and how many come between two builds.
const BANYAK: i64 = 36;
const SEKALI: i64 = 3;

struct Portal {
    dir: tempfile::TempDir,
    acak: Acak,
}

impl Portal {
    fn baru(benih: u64) -> Self {
        let dir = tempfile::tempdir().expect("tempdir");
        let ukuran = Ukuran { daerah: 3, opd: 2, tahun: 2, benih, keliru: true };
        isi::tulis(&dir.path().join("content"), &repositori(), &ukuran).expect("write");
        std::fs::create_dir_all(dir.path().join("tema/templates")).expect("theme");
        Self { dir, acak: Acak::new(benih, 0) }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// The files below a folder whose names end so, in order.
    fn berkas(&self, folder: &str, akhir: &str) -> Vec<PathBuf> {
        let walk = walkdir::WalkDir::new(self.path(folder)).sort_by_file_name().into_iter().flatten();
        walk.filter(|e| e.file_type().is_file() && e.path().to_string_lossy().ends_with(akhir))
            .map(walkdir::DirEntry::into_path)
            .collect()
    }

    fn pilih(&mut self, list: &[PathBuf]) -> Option<PathBuf> {
        let last = i64::try_from(list.len()).expect("few") - 1;
        (last >= 0).then(|| list[usize::try_from(self.acak.antara(0, last)).expect("index")].clone())
    }

    /// One edit, as people make them; says what it was.
    fn sunting(&mut self) -> String {
        let n = self.acak.antara(1, 1_000_000);
        let rekaman = self.berkas("content", "4.yaml");
        let opd = self.berkas("content", "opd.yaml");
        let out = self.berkas("situs", ".html");
        let simpanan = self.berkas(".terang", ".simpan");
        match self.acak.antara(0, 16) {
            0..=3 => self.ganti(&rekaman, |text| ganti_angka(text, n)),
            4 => self.ganti(&rekaman, |text| text.replacen("catatan:", "catatan: ", 1)),
            5 => self.ganti(&opd, |text| ganti_nama(text, n)),
            6 => match self.pilih(&rekaman) {
                Some(path) => {
                    let narasi = path.with_extension("md");
                    std::fs::write(
                        &narasi,
                        format!("Ringkasan ke-{n}: PPKS dan [tautan](https://contoh.go.id/{n}).\n"),
                    )
                    .expect("write");
                    format!("narasi {}", narasi.display())
                }
                None => "no record".into(),
            },
            7 => self.hapus(rekaman),
            8 => {
                let asal = self.path("content/kabupaten-001/dinas-sosial");
                let salinan = self.path(&format!("content/kabupaten-001/dinas-{}", n % 3));
                match asal.is_dir() && !salinan.exists() {
                    true => salin(&asal, &salinan),
                    false if salinan.exists() => std::fs::remove_dir_all(&salinan).expect("remove"),
                    false => {}
                }
                format!("agency {}", salinan.display())
            }
            9 => self.ganti(&[self.path("content/portal.yaml")], |text| {
                ganti_baris(text, "judul:", &format!("judul: Portal {n}"))
            }),
            10 => {
                let path = self.path("content/glosarium.yaml");
                let text = std::fs::read_to_string(&path).unwrap_or_default();
                std::fs::write(&path, format!("{text}- istilah: Istilah {n}\n  arti: Arti ke-{n}.\n")).expect("write");
                "a term".into()
            }
            11 => {
                let padanan = self.berkas("content/padanan", ".yaml");
                self.ganti(&padanan, |text| ganti_baris(text, "nama:", &format!("nama: Padanan {n}")))
            }
            12 => {
                let css = self.path("tema/static/tambahan.css");
                std::fs::create_dir_all(css.parent().expect("folder")).expect("folder");
                std::fs::write(&css, format!(".x{n} {{ color: red }}\n")).expect("write");
                "theme".into()
            }
            13 => {
                // What was kept is damaged in some way.
                let Some(path) = self.pilih(&simpanan) else { return "nothing kept".into() };
                let bytes = std::fs::read(&path).expect("read");
                let at = usize::try_from(n).expect("index") % bytes.len();
                let mut other = bytes.clone();
                other[at] ^= 0x55;
                match n % 3 {
                    0 => std::fs::remove_file(&path).expect("remove"),
                    1 => std::fs::write(&path, &bytes[..at]).expect("cut"),
                    _ => std::fs::write(&path, other).expect("damage"),
                }
                format!("damage {}", path.display())
            }
            14 => {
                // Two values change their names: each is whole, and neither belongs there.
                let (a, b) = (self.pilih(&simpanan), self.pilih(&simpanan));
                if let (Some(a), Some(b)) = (a, b) {
                    let bytes = std::fs::read(&a).expect("read");
                    std::fs::write(&b, bytes).expect("write");
                }
                "values under other names".into()
            }
            15 => match self.pilih(&out) {
                Some(path) if n % 2 == 0 => {
                    std::fs::remove_file(&path).expect("remove");
                    format!("page removed {}", path.display())
                }
                Some(path) => {
                    let text = std::fs::read_to_string(&path).expect("read");
                    std::fs::write(&path, text.replace('a', "b")).expect("write");
                    format!("page changed {}", path.display())
                }
                None => "no page".into(),
            },
            _ => {
                let rest = self.path(".terang");
                if rest.exists() && n % 4 == 0 {
                    std::fs::remove_dir_all(rest).expect("remove");
                }
                "all that was kept".into()
            }
        }
    }

    fn ganti(&mut self, list: &[PathBuf], edit: impl FnOnce(&str) -> String) -> String {
        let Some(path) = self.pilih(list) else { return "nothing to change".into() };
        let text = std::fs::read_to_string(&path).expect("read");
        std::fs::write(&path, edit(&text)).expect("write");
        format!("change {}", path.display())
    }

    fn hapus(&mut self, list: Vec<PathBuf>) -> String {
        let Some(path) = self.pilih(&list).filter(|_| list.len() > 4) else { return "too few to remove".into() };
        std::fs::rename(&path, path.with_file_name("2023.yaml")).expect("rename");
        format!("renamed to 2023 {}", path.display())
    }

    fn bangun(&mut self, out: &str, bersih: bool, dasar: bool) -> bool {
        let mut command = Command::new(env!("CARGO_BIN_EXE_terang"));
        command.current_dir(self.dir.path()).args(["build", "--theme", "tema", "--out", out]);
        if bersih {
            command.arg("--bersih");
        }
        if dasar {
            command.args(["--base-url", "https://contoh.go.id/"]);
        }
        command.output().expect("run").status.success()
    }
}

/// Another digit somewhere among the figures.
fn ganti_angka(text: &str, n: i64) -> String {
    let digits: Vec<usize> = text.match_indices(|c: char| c.is_ascii_digit()).map(|(at, _)| at).collect();
    let at = digits[usize::try_from(n).expect("index") % digits.len()];
    let digit = char::from(b'0' + u8::try_from(n % 10).expect("digit"));
    format!("{}{digit}{}", &text[..at], &text[at + 1..])
}

fn ganti_nama(text: &str, n: i64) -> String {
    ganti_baris(text, "singkatan:", &format!("singkatan: Dinas {n}"))
}

/// The first line that begins so becomes another.
fn ganti_baris(text: &str, awal: &str, baru: &str) -> String {
    let mut done = false;
    let line = |line: &str| match line.starts_with(awal) && !std::mem::replace(&mut done, line.starts_with(awal)) {
        true => baru.to_string(),
        false => line.to_string(),
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n") + "\n"
}

#[test]
fn after_any_edits_the_site_is_the_one_a_clean_build_makes() {
    let many = std::env::var("TERANG_SUNTINGAN").ok().and_then(|n| n.parse().ok()).unwrap_or(BANYAK);
    let benih = std::env::var("TERANG_BENIH").ok().and_then(|n| n.parse().ok()).unwrap_or(7);
    let mut portal = Portal::baru(benih);
    assert!(portal.bangun("situs", false, false), "the content to begin with builds");
    let (mut said, mut done, mut good) = (Vec::new(), 0, 0);
    while done < many {
        // An edit that breaks the content is undone: a failed build is another test's matter.
        let before = portal.dir.path().join("sebelum");
        let _ = std::fs::remove_dir_all(&before);
        salin(&portal.path("content"), &before);
        for _ in 0..SEKALI {
            said.push(portal.sunting());
        }
        done += SEKALI;
        let dasar = portal.acak.antara(0, 5) == 0;
        let (fast, clean) = (portal.bangun("situs", false, dasar), portal.bangun("bersih", true, dasar));
        let last = &said[said.len().saturating_sub(9)..];
        assert_eq!(fast, clean, "{last:#?}");
        if !clean {
            std::fs::remove_dir_all(portal.path("content")).expect("remove");
            std::fs::rename(&before, portal.path("content")).expect("undo");
            continue;
        }
        good += 1;
        let read = |name: &str| -> Tree { read_tree(&portal.path(name)).expect("read") };
        assert_eq!(compare(&read("bersih"), &read("situs")), [], "after {done} edits: {last:#?}");
    }
    assert!(good * 2 > done / SEKALI, "most edits are of the kind that builds: {good}");
}

#[test]
fn nothing_changed_means_nothing_written_and_a_clean_build_agrees() {
    let mut portal = Portal::baru(3);
    assert!(portal.bangun("situs", false, false));
    let times = |p: &Portal| -> Vec<_> {
        let all = p.berkas("situs", "");
        all.iter().map(|f| (f.clone(), std::fs::metadata(f).expect("stat").modified().expect("time"))).collect()
    };
    let before = times(&portal);
    assert!(portal.bangun("situs", false, false));
    let changed: Vec<_> = times(&portal).into_iter().filter(|t| !before.contains(t)).map(|(f, _)| f).collect();
    assert!(changed.iter().all(|f| f.ends_with(".terang-berkas")), "{changed:?}");
    // The same store, another folder: what is kept of one site is no reason to leave another unwritten.
    assert!(portal.bangun("lain", false, false));
    let read = |name: &str| -> Tree { read_tree(&portal.path(name)).expect("read") };
    assert_eq!(compare(&read("situs"), &read("lain")), []);
}

#[test]
fn a_check_that_asks_about_other_agencies_is_made_again_when_another_agency_comes() {
    let mut portal = Portal::baru(5);
    let opd = portal.path("content/kabupaten-001/dinas-sosial");
    let text = std::fs::read_to_string(opd.join("opd.yaml")).expect("read");
    std::fs::write(opd.join("opd.yaml"), format!("{text}\nalamat_lama: [kantor-sosial]\n")).expect("write");
    assert!(portal.bangun("situs", false, false), "an old address nobody has");
    salin(&portal.path("content/kabupaten-001/dinas-2"), &portal.path("content/kabupaten-001/kantor-sosial"));
    let mut command = Command::new(env!("CARGO_BIN_EXE_terang"));
    let output = command.current_dir(portal.dir.path()).args(["build", "--out", "situs"]).output().expect("run");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("opd.yaml") && said.contains("kantor-sosial"), "{said}");
}
