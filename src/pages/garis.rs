//! The line of an indicator: target and realisasi through the years, the Renstra path ahead, breaks where the definition broke.

use super::bentuk;
use super::data::DataOpd;
use super::figure::{Bentuk, Deret, Figure, Jenis as JenisFigure, Peran, Titik};
use super::kalimat::{indikator as kalimat, satuan, target};
use super::sepasang;
use crate::measures::{
    Halangan, Pilihan, masa_kalimat, per_masa, pilih, putus as putus_definisi, realisasi_indikator, realisasi_tercetak,
    sambung, sebagian, sesatuan, target_acuan, target_tercetak,
};
use crate::number::Lang;
use crate::number::Satuan;
use crate::records::{Indikator, Kumpulan, Nilai, Pernyataan};
use crate::teks;

/// Target and realisasi through the years, the path ahead dashed.
pub fn figure(d: &DataOpd<'_>, def: &Indikator, years: &[i32]) -> Option<Figure> {
    match jalan(d, def, years) {
        Some(line) => bentuk::perjalanan(line),
        None => tangga(d, def, years),
    }
}

/// A realisasi that is a letter in every year: one row a year, filled up to its step on the scale.
fn tangga(d: &DataOpd<'_>, def: &Indikator, years: &[i32]) -> Option<Figure> {
    let (k, lang) = (&d.kumpulan, d.lang);
    let rows: Vec<(i32, &Pernyataan<'_>, Titik)> = years
        .iter()
        .filter_map(|t| {
            let p = realisasi_tercetak(k, *t, &def.kode).filter(|p| matches!(p.sel.nilai, Nilai::Huruf(_)))?;
            let part = sebagian(d.sumber, p).map(|batas| batas.baru(lang));
            let note = part.or_else(|| p.sel.ragu.then(|| lang.pilih("diragukan", "doubtful").to_string()));
            Some((*t, p, sepasang::huruf(d, def, p, target::tertulis(lang, def, p), note)?))
        })
        .collect();
    let (_, last, _) = rows.last()?;
    let goal = |t: i32| {
        let p = target_tercetak(k, t, &def.kode)?;
        sepasang::huruf(d, def, p, target::tertulis(lang, def, p), None)
    };
    let none =
        || Titik {
            nilai: None, teks: "—".into(), lengkap: "—".into(), rentang: None, catatan: None, jenjang: None
        };
    let skala = d.content.skala.get(def.skala.as_ref()?)?;
    let nama = d.nama();
    let langkah = skala.kelas.len();
    let sumber = |p: &Pernyataan<'_>| d.sumber_teks(&p.sumber.letak, &p.sumber.dokumen);
    let clause = target::terhadap_target(d, def, last).map_or(String::new(), |c| format!(", {c}"));
    Some(Figure {
        lang,
        kode: format!("indikator-{}", def.kode),
        judul: format!("{} {}{clause}", target::tertulis(lang, def, last), kalimat::pada(d, last)),
        subjudul: {
            let (indikator, skala) = (&def.nama, &skala.nama);
            teks!(
                lang,
                "{indikator}, {nama}; {langkah} jenjang, {skala}",
                "{indikator}, {nama}; {langkah} steps, {skala}"
            )
        },
        kalimat: kalimat::indikator(d, def, years),
        bentuk: Bentuk::Peluru,
        jenis: JenisFigure::Angka,
        satuan: String::new(),
        kepala: lang.pilih("Tahun", "Year").into(),
        kategori: rows.iter().map(|(t, ..)| t.to_string()).collect(),
        deret: vec![
            Deret {
                nama: "Target".into(),
                peran: Peran::Target,
                titik: rows.iter().map(|(t, ..)| goal(*t).unwrap_or_else(none)).collect(),
            },
            Deret {
                nama: lang.pilih("Realisasi", "Actual").into(),
                peran: Peran::Realisasi,
                titik: rows.iter().map(|(.., point)| point.clone()).collect(),
            },
        ],
        acuan: None,
        sebaran: None,
        putus: Vec::new(),
        sumber: sumber(last),
        keadaan: d
            .sumber
            .rekaman
            .iter()
            .rfind(|r| r.tahun == last.tahun)
            .map_or(String::new(), |r| d.keadaan(r.batas_data)),
    })
}

/// The same as a line, whatever its kind will be.
pub fn jalan(d: &DataOpd<'_>, def: &Indikator, years: &[i32]) -> Option<Figure> {
    let (k, lang) = (&d.kumpulan, d.lang);
    let (first, last) = (*years.first()?, *years.last()?);
    let all: Vec<i32> = (first..=last).collect();
    // One axis has one unit: a value in another one stands in the table, not on the line.
    let axis = def.satuan.as_deref().and_then(Satuan::baca);
    let fits = |p: &Pilihan<'_, '_>| sesatuan(axis.as_ref(), p.utama.satuan.as_ref());
    let real: Vec<Option<Pilihan<'_, '_>>> =
        all.iter().map(|t| realisasi_indikator(k, *t, &def.kode).filter(fits)).collect();
    // The target a sentence speaks of: where that is a letter, a number of another set is another promise.
    let goals: Vec<Option<Pilihan<'_, '_>>> = all.iter().map(|t| target_acuan(k, *t, &def.kode).filter(fits)).collect();
    // Targets alone are a table: a line of them would promise a result.
    let latest = real.iter().flatten().next_back()?;
    // What lies behind the last reported year is a plan, not a target that was missed.
    let parts = |t: i32| !per_masa(k, &format!("{t}/indikator/{}/realisasi", def.kode)).is_empty();
    let reported = all.iter().zip(&real).filter(|(t, r)| r.is_some() || parts(**t)).map(|(t, _)| *t).max();
    let record = d.sumber.rekaman.iter().map(|r| r.tahun).max();
    let now = reported.max(record.filter(|r| *r <= last)).unwrap_or(first);
    let percent = def.persen();
    let point = |p: Option<&Pilihan<'_, '_>>| Titik {
        nilai: p.and_then(Pilihan::nilai),
        teks: p.map_or_else(|| "—".into(), |p| target::tertulis(lang, def, p.utama)),
        lengkap: p.map_or_else(
            || "—".into(),
            |p| target::sebaran(d, def, p.utama).unwrap_or_else(|| target::tertulis(lang, def, p.utama)),
        ),
        rentang: p.and_then(Pilihan::rentang),
        catatan: p.and_then(|p| {
            let part = sebagian(d.sumber, p.utama).map(|batas| batas.baru(lang));
            part.or_else(|| p.utama.sel.ragu.then(|| lang.pilih("diragukan", "doubtful").to_string()))
        }),
        jenjang: None,
    };
    // Of a year that is printed by its parts the last one stands alone: hollow, named, joined to nothing.
    let potong = |t: i32| {
        let parts = per_masa(k, &format!("{t}/indikator/{}/realisasi", def.kode));
        let p = *parts.last().filter(|p| p.nilai().is_some() && sesatuan(axis.as_ref(), p.satuan.as_ref()))?;
        // Of counts nobody says whether the last quarter holds those before it.
        if parts.len() > 1 && !percent {
            let why = lang.pilih("tercetak per bagian tahun", "printed by parts of the year");
            return Some(Titik { catatan: Some(why.into()), ..point(None) });
        }
        let text = target::tertulis(lang, def, p);
        let masa = masa_kalimat(lang, p);
        let doubt = if p.sel.ragu { lang.pilih(", diragukan", ", doubtful") } else { "" };
        let catatan = Some(format!("{masa}{doubt}"));
        Some(Titik { nilai: p.nilai(), lengkap: text.clone(), teks: text, rentang: None, catatan, jenjang: None })
    };
    // A value that is no number, or of another unit, is not on the axis; the gap says what is printed there.
    let lain = |t: i32| {
        let p = realisasi_tercetak(k, t, &def.kode)?;
        let text = target::tertulis(lang, def, p);
        Some(Titik {
            catatan: Some(teks!(lang, "{text}, satuan atau bentuk lain", "{text}, another unit or form")),
            ..point(None)
        })
    };
    // The year a plan starts from has a printed value too.
    let awal = |t: i32| {
        let base = pilih(k.indikator(t, &def.kode, "baseline")).filter(fits).filter(|_| t <= now)?;
        Some(Titik { catatan: Some(lang.pilih("kondisi awal", "baseline").into()), ..point(Some(&base)) })
    };
    let result = |(t, p): (&i32, &Option<Pilihan<'_, '_>>)| match p {
        Some(_) => point(p.as_ref()),
        None => lain(*t).or_else(|| potong(*t)).or_else(|| awal(*t)).unwrap_or_else(|| point(None)),
    };
    let mut deret = vec![Deret {
        nama: lang.pilih("Realisasi", "Actual").into(),
        peran: Peran::Realisasi,
        titik: all.iter().zip(&real).map(result).collect(),
    }];
    // A bound and a range have their place on the axis, with their sign beside them.
    let batas = |t: i32| {
        let p = target_tercetak(k, t, &def.kode).filter(|p| sesatuan(axis.as_ref(), p.satuan.as_ref()))?;
        let text = target::tertulis(lang, def, p);
        let (nilai, rentang, word) = match &p.sel.nilai {
            Nilai::Batas(_, a) => (a.nilai, None, lang.pilih("batas", "bound")),
            Nilai::Rentang(a, b) => (a.nilai, Some((a.nilai, b.nilai)), lang.pilih("rentang", "range")),
            _ => return None,
        };
        let word = if p.sel.ragu { lang.pilih("diragukan", "doubtful") } else { word };
        Some(Titik {
            nilai: Some(nilai),
            rentang,
            lengkap: text.clone(),
            teks: text,
            catatan: Some(word.into()),
            jenjang: None,
        })
    };
    // Beside a result a letter, or a target in another unit, is printed all the same.
    let huruf = |t: i32| {
        all.iter().zip(&real).find(|(year, r)| **year == t && r.is_some())?;
        let p = target_tercetak(k, t, &def.kode)?;
        let text = target::tertulis(lang, def, p);
        let catatan = Some(teks!(lang, "{text}, satuan atau bentuk lain", "{text}, another unit or form"));
        Some(Titik { catatan, ..point(None) })
    };
    let goal = |(t, p): (&i32, &Option<Pilihan<'_, '_>>)| match p {
        Some(_) => point(p.as_ref().filter(|_| *t <= now)),
        None => batas(*t).or_else(|| huruf(*t)).filter(|_| *t <= now).unwrap_or_else(|| point(None)),
    };
    let past: Vec<Titik> = all.iter().zip(&goals).map(goal).collect();
    if past.iter().any(|t| t.nilai.is_some()) {
        deret.push(Deret { nama: "Target".into(), peran: Peran::Target, titik: past });
    }
    let first_ahead = all.iter().zip(&goals).find(|(t, p)| **t > now && p.is_some()).and_then(|(_, p)| p.as_ref());
    // The dashed path begins at the last target of the past, so that the line is not cut: at what its own plan says of
    // that year, which need not be what was promised later.
    let begin = first_ahead.and_then(|plan| rencana(k, plan, now, &def.kode)).filter(fits);
    let ahead: Vec<Titik> = (all.iter().zip(&goals))
        .map(|(t, p)| point(if *t == now { begin.as_ref() } else { p.as_ref().filter(|_| *t > now) }))
        .collect();
    if first_ahead.is_some() {
        deret.push(Deret { nama: lang.pilih("Rencana", "Plan").into(), peran: Peran::Rencana, titik: ahead });
    }
    let newest = d.sumber.rekaman.iter().rfind(|r| r.tahun <= now);
    let judul = judul(d, def, latest);
    let mut sumber: Vec<String> = Vec::new();
    for p in real.iter().chain(&goals).flatten() {
        let text = d.sumber_teks(&p.utama.sumber.letak, &p.utama.sumber.dokumen);
        if !sumber.contains(&text) {
            sumber.push(text);
        }
    }
    sumber.truncate(4);
    Some(Figure {
        lang: d.lang,
        kode: format!("indikator-{}", def.kode),
        judul,
        subjudul: format!(
            "{}{}, {}",
            def.nama,
            def.satuan.as_ref().map_or(String::new(), |s| format!(" ({})", satuan(lang, s))),
            d.nama()
        ),
        kalimat: kalimat::indikator(d, def, &all),
        bentuk: Bentuk::Garis,
        jenis: if percent { JenisFigure::Persen } else { JenisFigure::Angka },
        satuan: def.satuan.as_ref().filter(|_| !percent).map(|s| satuan(lang, s)).unwrap_or_default(),
        kepala: lang.pilih("Tahun", "Year").into(),
        kategori: all.iter().map(ToString::to_string).collect(),
        deret,
        acuan: None,
        sebaran: None,
        putus: {
            let mut breaks = putus(lang, def, &all);
            let pairs = real.windows(2).enumerate();
            breaks.extend(pairs.filter_map(|(at, w)| {
                let (a, b) = (w[0].as_ref()?, w[1].as_ref()?);
                let why = sambung(d.sumber, def, a.utama, b.utama)?;
                matches!(why, Halangan::Sumber(..)).then(|| (at, why.kata().in_lang(lang).to_string()))
            }));
            breaks.sort_by_key(|(at, _)| *at);
            breaks.dedup_by_key(|(at, _)| *at);
            breaks
        },
        sumber: sumber.join("; "),
        keadaan: newest.map_or(String::new(), |r| d.keadaan(r.batas_data)),
    })
}

/// What the plan behind a target says of another year: the same set of the same document.
fn rencana<'k, 'a: 'k>(k: &'k Kumpulan<'a>, plan: &Pilihan<'k, 'a>, tahun: i32, kode: &str) -> Option<Pilihan<'k, 'a>> {
    let name = plan.utama.alamat.rsplit('/').next()?;
    pilih(k.indikator(tahun, kode, name).filter(|p| p.sumber.dokumen == plan.utama.sumber.dokumen))
}

/// A break in the definition breaks the line, where the rule that all ask says so.
fn putus(lang: Lang, def: &Indikator, years: &[i32]) -> Vec<(usize, String)> {
    let pairs = years.windows(2).enumerate();
    pairs.filter_map(|(at, w)| Some((at, putus_definisi(def, w[0], w[1])?.kata().in_lang(lang).to_string()))).collect()
}

/// At most ten words: the last value, and how it lies to its target.
fn judul(d: &DataOpd<'_>, def: &Indikator, last: &Pilihan<'_, '_>) -> String {
    let (value, when) = (target::bersatuan(d.lang, def, last.utama), kalimat::pada(d, last.utama));
    // Several printed values: a title does not choose one of them.
    let printed = last.berbeda();
    if let [low, .., high] = printed.as_slice() {
        let (low, high) = (target::tertulis(d.lang, def, low), target::tertulis(d.lang, def, high));
        return match printed.len() {
            2 => teks!(d.lang, "Tercetak {low} dan {high} {when}", "Printed: {low} and {high} {when}"),
            _ => teks!(d.lang, "Tercetak antara {low} dan {high} {when}", "Printed: between {low} and {high} {when}"),
        };
    }
    let clause = target::terhadap_target(d, def, last.utama);
    let short = clause.filter(|c| value.split(' ').count() + when.split(' ').count() + c.split(' ').count() <= 10);
    match short {
        Some(clause) => format!("{value} {when}, {clause}"),
        None => format!("{value} {when}"),
    }
}
