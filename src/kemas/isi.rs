//! Isi: all files that a host is given: those of the site, and those the host wants beside them.

use super::host::Host;
use super::tajuk;
use crate::output::{Daftar, OutputError, Situs, sidik};
use flate2::{Compression, GzBuilder};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::io::Write;

/// Smaller files fit one packet as they are.
const LAYAK_MAMPAT: u64 = 1_000;

/// The files a host is given.
pub struct Isi<'s> {
    situs: &'s Situs,
    /// What is not in the site.
    buatan: BTreeMap<String, Vec<u8>>,
}

impl<'s> Isi<'s> {
    /// The files of a site for a host, which shows it at `jalur`.
    pub fn baru(situs: &'s Situs, host: Host, jalur: &str) -> Result<Self, OutputError> {
        let halaman = |path: &str| match situs.berkas().contains_key(path) {
            true => situs.baca(path).map(|isi| String::from_utf8_lossy(&isi).into_owned()),
            false => Ok(String::new()),
        };
        let (muka, hilang) = (halaman("index.html")?, halaman("404.html")?);
        let paths = situs.berkas().keys().map(String::as_str);
        let buatan = match host {
            Host::Cpanel => BTreeMap::from([(".htaccess".into(), tajuk::htaccess(&muka, &hilang, jalur).into())]),
            Host::Cloudflare | Host::Netlify => {
                BTreeMap::from([("_headers".into(), tajuk::headers(&muka, &hilang, paths).into())])
            }
            Host::Github => BTreeMap::from([(".nojekyll".into(), Vec::new())]),
            Host::Gitlab => mampat(situs)?,
            Host::Zip => BTreeMap::new(),
        };
        Ok(Self { situs, buatan })
    }

    /// All of them, by path.
    pub fn daftar(&self) -> Daftar {
        let buatan = self.buatan.iter().map(|(path, isi)| (path.clone(), (isi.len() as u64, sidik(isi))));
        self.situs.berkas().clone().into_iter().chain(buatan).collect()
    }

    /// Adds one more.
    pub fn tambah(&mut self, path: &str, isi: Vec<u8>) {
        self.buatan.insert(path.to_string(), isi);
    }

    /// The bytes of one.
    pub fn baca(&self, path: &str) -> Result<std::borrow::Cow<'_, [u8]>, OutputError> {
        match self.buatan.get(path) {
            Some(isi) => Ok(isi.into()),
            None => self.situs.baca(path).map(Into::into),
        }
    }
}

/// The text files, compressed: a server that only hands out files can hand out these.
fn mampat(situs: &Situs) -> Result<BTreeMap<String, Vec<u8>>, OutputError> {
    let layak = situs.berkas().par_iter().filter(|(path, (ukuran, _))| tajuk::teks(path) && *ukuran >= LAYAK_MAMPAT);
    layak
        .map(|(path, _)| {
            let isi = situs.baca(path)?;
            // No name, no time: the same text gives the same bytes. Writing to memory does not fail.
            let mut gz = GzBuilder::new().operating_system(255).write(Vec::new(), Compression::best());
            let bytes = gz.write_all(&isi).and_then(|()| gz.finish()).unwrap_or_default();
            Ok((format!("{path}.gz"), bytes))
        })
        .collect()
}
