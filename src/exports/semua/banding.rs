//! The comparisons of the archive: the rows of every padanan, those of one daerah where the portal is too large for one archive.

use super::baris::polos;
use crate::comparisons::Banding;
use crate::number::Lang;
use crate::pages::banding::tabel_padanan;
use crate::records::Skala;
use std::collections::BTreeMap;

/// The shared indicators, as plain CSV; `akar` is the address of the site.
pub fn padanan(banding: &Banding, akar: &str) -> Vec<u8> {
    let one = |p: &crate::comparisons::BandingPadanan| {
        let own = &p.padanan;
        vec![
            own.kode.clone(),
            own.nama.id.clone(),
            own.satuan.clone().unwrap_or_default(),
            format!("{akar}banding/{}/", own.kode),
        ]
    };
    polos(&banding.padanan.values().filter(|p| !p.tahun.is_empty()).map(one).collect::<Vec<_>>())
}

/// The rows of all comparisons, as plain CSV; of one daerah its own.
pub fn banding(banding: &Banding, skala: &BTreeMap<String, Skala>, daerah: Option<&str>) -> Vec<u8> {
    let rows = banding.padanan.values().flat_map(|p| {
        let list = tabel_padanan(Lang::Id, p, skala).map(|l| l.baris).unwrap_or_default();
        let own = list.into_iter().filter(|row| daerah.is_none_or(|kode| row.first().is_some_and(|d| d == kode)));
        own.map(|row| std::iter::once(p.padanan.kode.clone()).chain(row).collect::<Vec<_>>()).collect::<Vec<_>>()
    });
    polos(&rows.collect::<Vec<_>>())
}
