//! Sebagian: the addresses that `--only` names, held against what the content has.

use super::Henti;
use super::muat::{AlamatOpd, Hasil};
use crate::diagnostic::Pesan;
use crate::pesan;
use crate::records::{nearest, sebut};
use crate::site::{Lingkup, Sasaran};

/// The pages some addresses ask for.
pub fn lingkup(only: &[String], hasil: &Hasil) -> Result<Lingkup, Henti> {
    let (daerah, opd) = hasil.alamat();
    only.iter().map(|text| sasaran(text, &daerah, &opd)).collect::<Result<_, _>>().map(Lingkup::Hanya)
}

fn sasaran(text: &str, daerah: &[&str], opd: &[AlamatOpd<'_>]) -> Result<Sasaran, Henti> {
    let parts: Vec<&str> = text.trim_matches('/').split('/').collect();
    let (own, rest) = match parts.as_slice() {
        [own, rest @ ..] if rest.len() <= 2 && !parts.contains(&"") => (*own, rest),
        _ => return Err(Henti::new(pesan!("`{text}` bukan alamat", "`{text}` is no address"), bentuk())),
    };
    if !daerah.contains(&own) {
        let said = pesan!("tidak ada daerah `{own}` di folder isi", "there is no daerah `{own}` in the content");
        return Err(Henti::new(said, saran(own, daerah)));
    }
    let Some(kode) = rest.first() else {
        return Ok(Sasaran { daerah: own.to_string(), opd: None, tahun: None });
    };
    let Some((_, _, years)) = opd.iter().find(|(d, o, _)| (d, o) == (&own, kode)) else {
        let said = pesan!("`{own}` tidak punya OPD `{kode}`", "`{own}` has no agency `{kode}`");
        let ada: Vec<&str> = opd.iter().filter(|(d, _, _)| *d == own).map(|(_, o, _)| *o).collect();
        return Err(Henti::new(said, saran(kode, &ada)));
    };
    let tahun = rest.get(1).map(|t| (t, t.parse::<i32>().ok().filter(|n| years.contains(n))));
    if let Some((asked, None)) = tahun {
        let said = pesan!("`{own}/{kode}` tidak punya rekaman `{asked}`", "`{own}/{kode}` has no record of `{asked}`");
        let ada: Vec<String> = years.iter().map(ToString::to_string).collect();
        return Err(Henti::new(said, saran(asked, &ada.iter().map(String::as_str).collect::<Vec<_>>())));
    }
    Ok(Sasaran { daerah: own.to_string(), opd: Some(kode.to_string()), tahun: tahun.and_then(|(_, n)| n) })
}

fn bentuk() -> Pesan {
    pesan!(
        "tulis `<daerah>`, `<daerah>/<opd>` atau `<daerah>/<opd>/<tahun>`, misalnya `--only blitar/dinas-sosial`",
        "write `<daerah>`, `<daerah>/<opd>` or `<daerah>/<opd>/<year>`, such as `--only blitar/dinas-sosial`"
    )
}

/// The word that was meant, and those there are.
fn saran(text: &str, ada: &[&str]) -> Pesan {
    let list = sebut(ada.iter().copied());
    match nearest(text, ada.iter().copied()) {
        _ if ada.is_empty() => bentuk(),
        Some(near) => pesan!("mungkin maksudnya `{near}`? Yang ada: {list}", "did you mean `{near}`? There is: {list}"),
        None => pesan!("yang ada: {list}", "there is: {list}"),
    }
}
