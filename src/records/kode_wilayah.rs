//! Kode wilayah: what the names and codes of daerah must agree in: form, province, uniqueness.

use super::berkas::Berkas;
use super::content::Daerah;
use super::wilayah::JenisDaerah;
use crate::diagnostic::{Diagnostic, Jalur, Pesan, Spot};
use crate::pesan;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Provinces: code of the Ministry of Home Affairs, name, what it is often shortened to.
const PROVINSI: [(&str, &str, &str); 38] = [
    ("11", "Aceh", "NAD"),
    ("12", "Sumatera Utara", "Sumut"),
    ("13", "Sumatera Barat", "Sumbar"),
    ("14", "Riau", ""),
    ("15", "Jambi", ""),
    ("16", "Sumatera Selatan", "Sumsel"),
    ("17", "Bengkulu", ""),
    ("18", "Lampung", ""),
    ("19", "Kepulauan Bangka Belitung", "Babel"),
    ("21", "Kepulauan Riau", "Kepri"),
    ("31", "Daerah Khusus Ibukota Jakarta", "DKI"),
    ("32", "Jawa Barat", "Jabar"),
    ("33", "Jawa Tengah", "Jateng"),
    ("34", "Daerah Istimewa Yogyakarta", "DIY"),
    ("35", "Jawa Timur", "Jatim"),
    ("36", "Banten", ""),
    ("51", "Bali", ""),
    ("52", "Nusa Tenggara Barat", "NTB"),
    ("53", "Nusa Tenggara Timur", "NTT"),
    ("61", "Kalimantan Barat", "Kalbar"),
    ("62", "Kalimantan Tengah", "Kalteng"),
    ("63", "Kalimantan Selatan", "Kalsel"),
    ("64", "Kalimantan Timur", "Kaltim"),
    ("65", "Kalimantan Utara", "Kaltara"),
    ("71", "Sulawesi Utara", "Sulut"),
    ("72", "Sulawesi Tengah", "Sulteng"),
    ("73", "Sulawesi Selatan", "Sulsel"),
    ("74", "Sulawesi Tenggara", "Sultra"),
    ("75", "Gorontalo", ""),
    ("76", "Sulawesi Barat", "Sulbar"),
    ("81", "Maluku", ""),
    ("82", "Maluku Utara", "Malut"),
    ("91", "Papua", ""),
    ("92", "Papua Barat", ""),
    ("93", "Papua Selatan", ""),
    ("94", "Papua Tengah", ""),
    ("95", "Papua Pegunungan", ""),
    ("96", "Papua Barat Daya", ""),
];

/// A name of a province without the word and without case.
fn inti(provinsi: &str) -> String {
    let nama = provinsi.trim();
    nama.strip_prefix("Provinsi ").unwrap_or(nama).to_lowercase()
}

/// The code of a province by its official name.
fn kode_provinsi(provinsi: &str) -> Option<&'static str> {
    let own = inti(provinsi);
    let jakarta = own.contains("jakarta").then_some("31");
    PROVINSI.iter().find(|(_, nama, _)| inti(nama) == own).map(|(kode, ..)| *kode).or(jakarta)
}

/// The name of a province by its code.
fn nama_provinsi(kode: &str) -> Option<&'static str> {
    PROVINSI.iter().find(|(own, ..)| *own == kode).map(|(_, nama, _)| *nama)
}

/// `35` of `35.05`, of `3505` and of `35`.
fn awal(kode: &str) -> Option<&str> {
    kode.get(..2).filter(|two| two.bytes().all(|b| b.is_ascii_digit()))
}

fn digits(text: &str, n: usize) -> bool {
    text.len() == n && text.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a code has the form of the Ministry of Home Affairs: `35` of a province, `35.05` of what is in it.
fn bentuk_kemendagri(kode: &str, provinsi: bool) -> bool {
    if provinsi { digits(kode, 2) } else { kode.split_once('.').is_some_and(|(a, b)| digits(a, 2) && digits(b, 2)) }
}

/// Whether a code has the form of Statistics Indonesia: `35` of a province, `3505` of what is in it.
fn bentuk_bps(kode: &str, provinsi: bool) -> bool {
    digits(kode, if provinsi { 2 } else { 4 })
}

/// Holds the names and codes of all daerah against their forms and against each other.
pub fn check(daerah: &[(&Berkas, &Daerah)], out: &mut Vec<Diagnostic>) {
    for (file, d) in daerah {
        bentuk(&file.nama, d, out);
        tempat(&file.nama, d, out);
        golongan(&file.nama, d, out);
    }
    kembar(daerah, out);
    ejaan(daerah, out);
}

fn di(key: &str) -> Spot {
    Spot::Nilai(Jalur::default().kunci(key))
}

fn galat(nama: &Arc<str>, key: &str, message: Pesan, help: Pesan) -> Diagnostic {
    Diagnostic::galat("kode-wilayah", nama, di(key), message).bantuan(help)
}

/// The form of each code; two codes that stand in each other's place are told so.
fn bentuk(nama: &Arc<str>, d: &Daerah, out: &mut Vec<Diagnostic>) {
    let provinsi = d.jenis == JenisDaerah::Provinsi;
    let (mendagri, bps) = (d.kode_kemendagri.as_deref(), d.kode_bps.as_deref());
    if let (Some(a), Some(b)) = (mendagri, bps)
        && !provinsi
        && bentuk_bps(a, false)
        && bentuk_kemendagri(b, false)
    {
        out.push(galat(
            nama,
            "kode_kemendagri",
            pesan!(
                "kode Kemendagri dan kode BPS tertukar: `{a}` dan `{b}`",
                "the codes of Kemendagri and BPS are swapped: `{a}` and `{b}`"
            ),
            pesan!(
                "tulis `kode_kemendagri: \"{b}\"` dan `kode_bps: \"{a}\"`",
                "write `kode_kemendagri: \"{b}\"` and `kode_bps: \"{a}\"`"
            ),
        ));
        return;
    }
    let (form, form_bps) = if provinsi { ("pp", "pp") } else { ("pp.kk", "ppkk") };
    for (key, kode, fits, bentuk) in [
        ("kode_kemendagri", mendagri, bentuk_kemendagri as fn(&str, bool) -> bool, form),
        ("kode_bps", bps, bentuk_bps, form_bps),
    ] {
        let Some(kode) = kode.filter(|k| !fits(k, provinsi)) else { continue };
        let jenis = d.jenis.kata();
        let help = match dibentuk(kode, provinsi, key == "kode_kemendagri") {
            Some(own) => pesan!("tulis `{key}: \"{own}\"`", "write `{key}: \"{own}\"`"),
            None => pesan!("bentuknya {bentuk}", "it has the form {bentuk}"),
        };
        out.push(galat(
            nama,
            key,
            pesan!("`{kode}` bukan bentuk {key} sebuah {jenis}", "`{kode}` has not the form of a {key} of a {jenis}"),
            help,
        ));
    }
}

/// A code in the form of its list, from the digits that were written: `3506` of `35.06`, `34` of `3400`.
fn dibentuk(kode: &str, provinsi: bool, titik: bool) -> Option<String> {
    let own: String = kode.chars().filter(char::is_ascii_digit).collect();
    let (two, rest) = own.split_at_checked(2)?;
    if provinsi {
        return rest.bytes().all(|b| b == b'0').then(|| two.to_string());
    }
    digits(rest, 2).then(|| if titik { format!("{two}.{rest}") } else { own.clone() })
}

/// What follows the province in a code: 01 to 70 are kabupaten, 71 to 98 kota; 00 and 99 name no place.
fn golongan(nama: &Arc<str>, d: &Daerah, out: &mut Vec<Diagnostic>) {
    let codes = [("kode_kemendagri", d.kode_kemendagri.as_deref()), ("kode_bps", d.kode_bps.as_deref())];
    for (key, kode) in codes.into_iter().filter_map(|(key, kode)| Some((key, kode?))) {
        // Statistics Indonesia numbers the provinces of Papua in another order, up to 97.
        let Some(two) = awal(kode) else { continue };
        if nama_provinsi(two).is_none() && !(key == "kode_bps" && two == "97") {
            out.push(galat(
                nama,
                key,
                pesan!("`{kode}`: tidak ada provinsi berkode {two}", "`{kode}`: there is no province with code {two}"),
                pesan!("perbaiki kodenya", "mend the code"),
            ));
            continue;
        }
        let place = kode[2..].trim_start_matches('.').parse::<u8>().ok().filter(|n| (1..=98).contains(n));
        let said = match (d.jenis, place) {
            (JenisDaerah::Kabupaten, Some(71..)) => ("kota (71 sampai 98)", "a kota (71 to 98)"),
            (JenisDaerah::Kota, Some(..71)) => ("kabupaten (01 sampai 70)", "a kabupaten (01 to 70)"),
            _ => continue,
        };
        let (kata, word) = said;
        let own = &d.nama;
        out.push(galat(
            nama,
            key,
            pesan!("`{kode}` adalah kode sebuah {kata}, bukan {own}", "`{kode}` is the code of {word}, not of {own}"),
            pesan!("perbaiki kode atau jenis daerahnya", "mend the code or the kind of the daerah"),
        ));
    }
}

/// The province a code names is the province given, and both codes name the same one.
fn tempat(nama: &Arc<str>, d: &Daerah, out: &mut Vec<Diagnostic>) {
    let Some(own) = d.kode_kemendagri.as_deref().and_then(awal) else { return };
    // The two lists number the provinces of Papua differently.
    if let Some(bps) = d.kode_bps.as_deref().and_then(awal)
        && bps != own
        && !own.starts_with('9')
    {
        out.push(galat(
            nama,
            "kode_bps",
            pesan!(
                "kode Kemendagri menunjuk provinsi {own}, kode BPS provinsi {bps}",
                "the code of Kemendagri names province {own}, that of BPS province {bps}"
            ),
            pesan!("dua angka pertama keduanya sama", "the first two digits of both are the same"),
        ));
    }
    let provinsi = &d.provinsi;
    if let (Some(known), Some(meant)) = (kode_provinsi(provinsi), nama_provinsi(own))
        && known != own
    {
        out.push(galat(
            nama,
            "kode_kemendagri",
            pesan!(
                "kode {own} adalah {meant}, tetapi provinsinya ditulis {provinsi} ({known})",
                "the code {own} is {meant}, but the province is given as {provinsi} ({known})"
            ),
            pesan!("perbaiki kode atau provinsinya", "mend the code or the province"),
        ));
    }
}

/// What must be unique, of a daerah that has it.
type Nilai = fn(&Daerah) -> Option<String>;

/// A code or a name that two daerah share.
fn kembar(daerah: &[(&Berkas, &Daerah)], out: &mut Vec<Diagnostic>) {
    let values: [(&str, Nilai); 3] = [
        ("nama", |d| Some(d.nama.trim().to_lowercase())),
        ("kode_kemendagri", |d| d.kode_kemendagri.clone()),
        ("kode_bps", |d| d.kode_bps.clone()),
    ];
    for (key, value) in values {
        let mut seen: BTreeMap<String, &Berkas> = BTreeMap::new();
        for (file, d) in daerah {
            let Some(own) = value(d) else { continue };
            let Some(first) = seen.get(&own) else {
                seen.insert(own, file);
                continue;
            };
            let shown = if key == "nama" { &d.nama } else { &own };
            let (kata, word) = if key == "nama" { ("nama", "name") } else { ("kode", "code") };
            let diagnostic = Diagnostic::galat(
                "daerah-kembar",
                &file.nama,
                di(key),
                pesan!("{kata} `{shown}` dipakai dua daerah", "the {word} `{shown}` belongs to two daerah"),
            )
            .bantuan(pesan!("tiap daerah punya {kata} sendiri", "every daerah has a {word} of its own"))
            .terkait(&first.nama, di(key), pesan!("yang pertama", "the first one"));
            out.push(diagnostic);
        }
    }
}

/// One province written in two ways, or shortened: its daerah would stand in two groups.
fn ejaan(daerah: &[(&Berkas, &Daerah)], out: &mut Vec<Diagnostic>) {
    let mut by_code: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (_, d) in daerah {
        if let Some(kode) = d.kode_kemendagri.as_deref().and_then(awal) {
            by_code.entry(kode).or_default().push(&d.provinsi);
        }
    }
    for (file, d) in daerah {
        let own = inti(&d.provinsi);
        let short = PROVINSI.iter().find(|(_, _, pendek)| !pendek.is_empty() && own == pendek.to_lowercase());
        let code = d.kode_kemendagri.as_deref().and_then(awal);
        let known = kode_provinsi(&d.provinsi).is_some();
        // Of unknown names under one code, the one most daerah use is meant; of equally many, the first by alphabet.
        let usual = code.and_then(|c| by_code.get(c)).and_then(|list| {
            let count = |name: &str| list.iter().filter(|n| **n == name).count();
            list.iter().copied().max_by_key(|n| (kode_provinsi(n).is_some(), count(n), std::cmp::Reverse(*n)))
        });
        let meant = match (short, code.and_then(nama_provinsi).filter(|_| !known)) {
            (Some((_, nama, _)), _) => Some(*nama),
            (None, Some(nama)) => Some(nama),
            (None, None) => usual.filter(|u| inti(u) != own && !known),
        };
        // One province has one name, however many spellings of it are known.
        let same = |o: &str| inti(o) == own || (known && kode_provinsi(o) == kode_provinsi(&d.provinsi));
        let least = daerah.iter().map(|(_, o)| o.provinsi.as_str()).filter(|o| same(o)).min();
        let meant = meant.or_else(|| least.filter(|least| known && *least < d.provinsi.as_str()));
        let Some(meant) = meant else { continue };
        let written = &d.provinsi;
        out.push(
            Diagnostic::peringatan(
                "nama-provinsi",
                &file.nama,
                di("provinsi"),
                pesan!(
                    "provinsi `{written}` akan berdiri di samping `{meant}` sebagai provinsi lain",
                    "the province `{written}` will stand beside `{meant}` as another province"
                ),
            )
            .bantuan(pesan!("tulis `provinsi: {meant}`", "write `provinsi: {meant}`")),
        );
    }
}
