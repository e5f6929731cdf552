//! Pagefind as a library: documents in, the files a browser asks for out.

use super::Dokumen;

/// What Pagefind adds for its own widgets, which no page of ours uses, and the stemmer of no language.
#[cfg(feature = "cari")]
const TAK_DIPAKAI: [&str; 8] = [
    "pagefind-ui.js",
    "pagefind-ui.css",
    "pagefind-modular-ui.js",
    "pagefind-modular-ui.css",
    "pagefind-component-ui.js",
    "pagefind-component-ui.css",
    "pagefind-highlight.js",
    "wasm.unknown.pagefind",
];

/// The files of an index, named from its folder; the texts of a language share about `texts` files.
#[cfg(feature = "cari")]
pub fn files(list: Vec<Dokumen>, texts: usize) -> Result<Vec<(String, Vec<u8>)>, String> {
    // Pagefind is asynchronous; who calls may be inside a runtime already, where another cannot be started. It also works
    // in rayon's threads: they must be its own, because those of the build are waiting for it here.
    let work = move || {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().map_err(|e| e.to_string())?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().map_err(|e| e.to_string())?;
        pool.install(|| runtime.block_on(index(list, texts)).map_err(|e| e.to_string()))
    };
    std::thread::scope(|scope| scope.spawn(work).join()).unwrap_or_else(|_| Err("pagefind panicked".to_string()))
}

#[cfg(feature = "cari")]
async fn index(
    list: Vec<Dokumen>,
    texts: usize,
) -> Result<Vec<(String, Vec<u8>)>, Box<dyn std::error::Error + Send + Sync>> {
    use pagefind::{api::PagefindIndex, options::PagefindServiceConfig};
    let config = PagefindServiceConfig::builder().max_fragments(u32::try_from(texts)?).build();
    let mut index = PagefindIndex::new(Some(config))?;
    for d in list {
        let code = d.lang.kode().to_string();
        index.add_custom_record(d.url, d.isi, code, Some(d.meta), Some(d.saringan), None).await?;
    }
    let files = index.get_files().await?;
    let named = files.into_iter().map(|f| (f.filename.to_string_lossy().replace('\\', "/"), f.contents));
    let mut kept: Vec<(String, Vec<u8>)> = named.filter(|(name, _)| !TAK_DIPAKAI.contains(&name.as_str())).collect();
    kept.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(kept)
}

/// Without Pagefind built in there is no index; the list of pages is filtered instead.
#[cfg(not(feature = "cari"))]
pub fn files(_: Vec<Dokumen>, _: usize) -> Result<Vec<(String, Vec<u8>)>, String> {
    Ok(Vec::new())
}
