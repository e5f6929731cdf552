//! Tebak: what a column means, from the words above it. One table of words; the first that fits decides.

use super::kata::{HARGA, JENIS_BELANJA, ORANG, PENGENAL, himpunan, punya, salah_satu};
use super::makna::{BELANJA, Bentuk, Kepala, Makna};
use super::masa::{bulan, masa, tahun};
use super::ukuran_anggaran;
use super::ukuran_kinerja::dasar;
use crate::diagnostic::Pesan;
use crate::pesan;

/// What a column means.
pub fn tebak(k: &Kepala<'_>) -> Makna {
    let t = k.tingkat.join(" / ");
    let last = k.tingkat.last().map_or("", String::as_str);
    if t.is_empty() {
        return Makna::Abaikan(pesan!("tanpa kepala", "without a heading"));
    }
    // Figures of what was planned or spent count for more than words that stand beside them.
    let pokok = k.angka && salah_satu(&t, &POKOK);
    if salah_satu(&t, &ORANG) && !punya(&t, "program") && !pokok {
        return Makna::Orang;
    }
    if let Some(makna) = kode(k, &t, last) {
        return makna;
    }
    if lain_tahun(k.tingkat) {
        return Makna::Abaikan(pesan!("tahun lain", "another year"));
    }
    let pengenal = salah_satu(&t, &PENGENAL) && !pokok;
    if k.bentuk == Bentuk::Kinerja && salah_satu(&t, &UANG) && !pengenal {
        return uang(k, &t, last);
    }
    if pengenal {
        return Makna::Abaikan(pesan!("pengenal dokumen, bukan pagu", "identifies a document, no budget"));
    }
    if salah_satu(&t, &HARGA) || punya(&t, "prakiraan maju") {
        return Makna::Abaikan(pesan!("rincian harga atau tahun lain", "prices, or another year"));
    }
    if JENIS_BELANJA.contains(&last) {
        return Makna::Abaikan(pesan!("jenis belanja: jumlahnya yang dibaca", "kind of spending: the sum is read"));
    }
    teks(k, &t, last).unwrap_or_else(|| ukuran(k, &t, last))
}

/// Words of what a column is about.
const POKOK: [&str; 10] =
    ["realisasi", "ralisasi", "penyerapan", "serapan", "pagu", "anggaran", "alokasi", "plafon", "target", "capaian"];

/// Whether a head is of another year than the record's, by a word: `Target lalu`, `Realisasi Tahun Sebelumnya`.
fn lain_tahun(tingkat: &[String]) -> bool {
    tingkat.iter().any(|t| {
        let words = [
            "tahun lalu",
            "tahun sebelumnya",
            "tahun yang lalu",
            "tahun depan",
            "tahun berikutnya",
            "tahun berikut",
            "th lalu",
            "t-1",
            "n-1",
            "t+1",
            "n+1",
        ];
        let part = ["bulan lalu", "triwulan lalu", "tw lalu", "periode lalu", "semester lalu", "minggu lalu"];
        salah_satu(t, &words) || (t.ends_with(" lalu") && !salah_satu(t, &part))
    })
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
        "kode urusan" | "urusan" | "kd urusan" if k.pendek => Makna::Bagian(0),
        "kode bidang urusan" | "bidang urusan" | "kode bidang" | "bidang" | "kd bidang" | "kode urusan program"
            if k.pendek =>
        {
            Makna::Bagian(1)
        }
        "kode program" | "kd prog" | "kd program" => Makna::Bagian(2),
        "kode kegiatan" | "kode giat" | "kd keg" | "kd kegiatan" => Makna::Bagian(3),
        "kode sub kegiatan" | "kode sub" | "kode subkegiatan" | "kode sub giat" | "kode sub keg" | "kd sub"
        | "kd sub keg" | "kd subkeg" | "kd sub kegiatan" => Makna::Bagian(4),
        "program" => piece(2),
        "kegiatan" => piece(3),
        "sub kegiatan" | "sub keg" | "sub giat" | "subkegiatan" => piece(4),
        "nama program" => Makna::NamaTingkat(2),
        "nama kegiatan" | "nama giat" => Makna::NamaTingkat(3),
        "nama sub kegiatan" | "nama subkegiatan" | "nama sub giat" => Makna::NamaTingkat(4),
        "kode akun utama" => Makna::Bagian(BELANJA),
        "kode akun kelompok" => Makna::Bagian(BELANJA + 1),
        "kode akun jenis" => Makna::Bagian(BELANJA + 2),
        "kode akun objek" => Makna::Bagian(BELANJA + 3),
        "kode akun rincian" => Makna::Bagian(BELANJA + 4),
        "kode akun sub rinci" | "kode akun sub rincian" => Makna::Bagian(BELANJA + 5),
        "nama" if k.bentuk == Bentuk::Anggaran => Makna::Nama,
        "kategori" if k.bentuk != Bentuk::Kinerja => Makna::Kategori,
        "jumlah" | "nilai" if k.panjang => Makna::Panjang,
        "tahun" | "tahun anggaran" | "ta" => Makna::Tahun,
        "tingkat" | "level" | "jenis" if k.tingkatan => Makna::Tingkat,
        _ if salah_satu(last, &["kode rekening", "kode akun", "rekening belanja", "norek", "no rek"]) => {
            Makna::Rekening
        }
        _ if salah_satu(
            last,
            &["nama rekening", "uraian akun", "nama akun", "nama akun sub rinci", "nama tahapan"],
        ) =>
        {
            return skip("nama rekening", "name of a kind of spending");
        }
        _ if k.bentuk != Bentuk::Kinerja && nama(last) => Makna::Nama,
        _ if k.bentuk == Bentuk::Kinerja && salah_satu(last, &["tujuan", "sasaran"]) && !punya(last, "indikator") => {
            return skip("sasaran: sudah ada di opd.yaml", "sasaran: already in opd.yaml");
        }
        _ if salah_satu(last, &["indikator", "indikator kinerja", "tolok ukur", "tolak ukur", "iku", "ikk"]) => {
            Makna::Indikator
        }
        _ if !(pengampu(last) || (k.angka && salah_satu(t, &POKOK)))
            && salah_satu(
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

/// Whether words head who is responsible: `Penanggung Jawab`, `OPD Pengampu`, `Bidang Penanggungjawab`.
pub fn pengampu(last: &str) -> bool {
    salah_satu(last, &["penanggung jawab", "penanggungjawab", "pengampu", "pic"])
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
        _ if pengampu(last) && !k.angka => column("penanggung_jawab"),
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
    if k.bentuk == Bentuk::Anggaran { ukuran_anggaran::ukuran(k, t, last) } else { kinerja(k, t) }
}

/// Columns of numbers about indicators.
fn kinerja(k: &Kepala<'_>, t: &str) -> Makna {
    let masa = masa(k.tingkat, k.tahun).or_else(|| tahun(k.tingkat, k.tahun));
    let with = |name: &str| Makna::Ukuran(masa.as_ref().map_or_else(|| name.to_string(), |m| format!("{name} {m}")));
    if salah_satu(t, &["nasional", "provinsi", "kabupaten lain", "standar nasional"]) && dasar(k.tingkat).is_some() {
        return Makna::tanya(
            pesan!("`{t}`: milik perangkat daerah ini, atau pembanding?", "`{t}`: of this agency, or to compare with?"),
            "abaikan",
        );
    }
    match dasar(k.tingkat) {
        Some("target") => match &masa {
            Some(masa) if masa.contains('-') => Makna::Ukuran(format!("target.rencana_aksi {masa}")),
            // The last year of a plan is another year than the record's.
            None if punya(t, "akhir") => {
                let year = super::masa::tahun_dalam(k.judul).into_iter().max().unwrap_or(k.tahun + 1);
                Makna::tanya(
                    pesan!("`{t}`: target akhir tahun berapa?", "`{t}`: the last target is of which year?"),
                    format!("target.renstra {year}, abaikan"),
                )
            }
            // The last year of a plan is a target of that plan, whatever else the table is called.
            Some(year) if punya(t, "kondisi akhir") => Makna::Ukuran(format!("target.renstra {year}")),
            _ => with(&format!("target.{}", himpunan(&format!("{t} {}", k.judul)))),
        },
        // Up to the end of the year is the year.
        Some(name @ ("realisasi" | "capaian")) if punya(t, "sd") && masa.as_deref().and_then(bulan) == Some(12) => {
            Makna::Ukuran(name.to_string())
        }
        // How far the year has come to the end of the plan.
        Some("kemajuan") if salah_satu(t, &["keuangan", "anggaran", "fisik", "pekerjaan"]) => {
            Makna::Abaikan(pesan!("tidak dikenal", "not known"))
        }
        Some("kemajuan") => Makna::Ukuran("capaian.renstra".to_string()),
        Some("capaian") if salah_satu(t, &["renstra", "rpjmd"]) && !t.starts_with("renstra") => with("capaian.renstra"),
        Some(name) => with(name),
        None if k.angka && matches!(t, "total" | "jumlah" | "akumulasi") => {
            Makna::tanya(pesan!("`{t}`: realisasi setahun?", "`{t}`: the realisasi of the year?"), "realisasi")
        }
        None => Makna::Abaikan(pesan!("tidak dikenal", "not known")),
    }
}
