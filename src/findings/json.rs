//! JSON: the findings for other programs (`terang check --format json`), and all checks for the oracle.

use super::jenis::{Hasil, Pemeriksaan, Temuan};
use crate::diagnostic::{Lang, Marks, Sources, Span};
use crate::records::Kumpulan;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The object of `terang check --format json`: `{"versi":2,"diperiksa":N,"temuan":[…]}`.
///
/// Line and column come from `sources`, which holds the texts of the YAML files; without a text both are 1.
pub fn laporan(temuan: &[&Temuan], diperiksa: usize, sources: &Sources, lang: Lang) -> Value {
    let marks: BTreeMap<&str, Marks<'_>> =
        sources.0.iter().map(|(name, text)| (name.as_ref(), Marks::new(text))).collect();
    let list: Vec<Value> = temuan.iter().map(|t| satu(t, &marks, lang)).collect();
    json!({"versi": 2, "diperiksa": diperiksa, "temuan": list})
}

fn satu(t: &Temuan, marks: &BTreeMap<&str, Marks<'_>>, lang: Lang) -> Value {
    let own = t.tempat();
    let span = t.place().and_then(|p| marks.get(p.berkas.as_ref()).map(|m| m.find(&p.spot))).unwrap_or(Span {
        line: 1,
        column: 1,
        bytes: (0, 0),
    });
    // One value stands alone, several as a list.
    let decimals = |list: &[rust_decimal::Decimal]| match list {
        [] => Value::Null,
        [one] => json!(one.normalize().to_string()),
        many => json!(many.iter().map(|v| v.normalize().to_string()).collect::<Vec<_>>()),
    };
    let rujukan: Vec<Value> = t
        .rujukan
        .iter()
        .map(|r| json!({"berkas": r.berkas, "jalur": r.jalur.to_string(), "sumber": r.sumber, "letak": r.letak, "tertulis": r.tertulis}))
        .collect();
    json!({
        "aturan": t.aturan.kode,
        "tingkat": t.tingkat.kata(),
        "sifat": t.golongan.kata(),
        "sebab": sebab(t),
        "bobot": json!({"kata": t.tingkat.kata(), "alasan": t.alasan_bobot.as_ref().map(|p| p.in_lang(lang))}),
        "bukti": bukti(t),
        "daerah": t.daerah,
        "opd": t.opd,
        "tahun": t.tahun,
        "perihal": t.perihal.in_lang(lang),
        "alamat": t.alamat,
        "berkas": own.map(|r| r.berkas.as_str()),
        "baris": span.line,
        "kolom": span.column,
        "sumber": own.map(|r| r.sumber.as_str()),
        "letak": own.map(|r| r.letak.as_str()),
        "tertulis": decimals(&t.tertulis),
        "terhitung": decimals(&t.terhitung),
        "rumus": t.rumus.in_lang(lang),
        "pesan": t.utuh.in_lang(lang),
        "rujukan": rujukan,
        "akibat": t.akibat.iter().map(|a| json!({"aturan": a.aturan, "alamat": a.alamat, "pesan": a.pesan.in_lang(lang)})).collect::<Vec<_>>(),
        "tanggapan": t.tanggapan.iter().map(|a| json!({"tanggal": a.tanggal, "oleh": a.oleh, "teks": a.teks})).collect::<Vec<_>>(),
    })
}

/// The id of a cause: rule and address, so that it outlives the order of tables and the wording of messages.
fn sebab(t: &Temuan) -> String {
    format!("{}/{}/{}#{}", t.daerah, t.opd, t.alamat, t.aturan.kode)
}

/// Every printed text the finding rests on, with all places that print it.
fn bukti(t: &Temuan) -> Vec<Value> {
    let mut texts: Vec<(&str, Vec<Value>)> = Vec::new();
    for r in &t.rujukan {
        let place = json!({"sumber": r.sumber, "letak": r.letak});
        match texts.iter_mut().find(|(text, _)| *text == r.tertulis) {
            Some((_, places)) if places.contains(&place) => {}
            Some((_, places)) => places.push(place),
            None => texts.push((&r.tertulis, vec![place])),
        }
    }
    texts.into_iter().map(|(text, places)| json!({"tertulis": text, "tempat": places})).collect()
}

/// Every check of one OPD, agreeing ones too: what the oracle holds itself against.
pub fn dump(daerah: &str, opd: &str, hasil: &Hasil, kumpulan: &Kumpulan<'_>) -> Value {
    let place = |i: usize| {
        let p = &kumpulan.semua[i];
        json!({"berkas": p.berkas(daerah, opd), "jalur": p.jalur().to_string()})
    };
    let one = |p: &Pemeriksaan| {
        json!({
            "aturan": p.aturan,
            "alamat": p.alamat,
            "tempat": place(p.pernyataan),
            "rumus": p.rumus.id,
            "isian": p.isian.id,
            "masukan": p.masukan.iter().map(|m| place(m.pernyataan)).collect::<Vec<_>>(),
            "tertulis": p.tertulis.to_string(),
            "desimal": p.desimal,
            "terhitung": p.terhitung.normalize().to_string(),
            "hasil": p.hasil.kata(),
        })
    };
    json!({"daerah": daerah, "opd": opd, "pemeriksaan": hasil.pemeriksaan.iter().map(one).collect::<Vec<_>>()})
}
