//! Serve: the built folder on 127.0.0.1, rebuilt when a watched folder changes, pages reloaded by events.
//!
//! What is built, and how, is told by the caller as a function; nothing here knows of records or templates.

mod batas;
mod halaman;
mod jawab;
mod pantau;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use tokio::sync::watch;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::WatchStream;

/// The port when none is asked for.
pub const PORTA: u16 = 1111;

/// One try at building.
pub struct Bangunan {
    /// The folder of the site; `None` when there are errors.
    pub situs: Option<PathBuf>,
    /// Errors and warnings as plain text; empty when there are none.
    pub pesan: String,
    /// Folders to watch from now on.
    pub pantau: Vec<PathBuf>,
}

/// What is shown at this moment: the last good site, and what is wrong with the present content.
struct Tampilan {
    situs: Option<PathBuf>,
    galat: Option<String>,
    /// Differs between any two states, also of two runs of the server.
    versi: String,
}

/// Finds a port: the one asked for, or the first free one from [`PORTA`] on.
///
/// # Errors
/// When the port asked for is taken, or none of twenty is free.
pub fn listen(port: Option<u16>) -> io::Result<TcpListener> {
    let bind = |port: u16| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    match port {
        Some(port) => bind(port),
        None => (PORTA..PORTA + 20).find_map(|port| bind(port).ok()).map_or_else(|| bind(PORTA), Ok),
    }
}

/// Serves until Ctrl-C. `ready` is told the address once the first build is there.
///
/// # Errors
/// When the server or the watcher cannot start.
pub fn run(
    listener: TcpListener,
    first: Bangunan,
    build: impl FnMut() -> Bangunan + Send + 'static,
    ready: impl FnOnce(SocketAddr),
) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let folders = first.pantau.clone();
    let (sender, receiver) = watch::channel(Arc::new(tampilan(first, None, 0)));
    let watcher = pantau::start(folders, build, move |count, bangunan| {
        let last = sender.borrow().situs.clone();
        // Nobody listening only means that the server is about to end.
        let _ = sender.send(Arc::new(tampilan(bangunan, last, count)));
    })?;
    let result = runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let address = listener.local_addr()?;
        let listener = batas::Terbatas::new(listener);
        let app = axum::Router::new().route(jawab::ACARA, get(events)).fallback(get(answer)).with_state(receiver);
        ready(address);
        // Open event streams never end by themselves, so a signal drops the server instead of waiting for them.
        tokio::select! {
            result = axum::serve(listener, app) => result,
            () = asked_to_end() => Ok(()),
        }
    });
    drop(watcher);
    runtime.shutdown_background();
    result
}

fn tampilan(bangunan: Bangunan, last: Option<PathBuf>, count: usize) -> Tampilan {
    let galat = (!bangunan.pesan.is_empty()).then_some(bangunan.pesan);
    let versi = format!("{}-{count}", std::process::id());
    Tampilan { situs: bangunan.situs.or(last), galat, versi }
}

type Keadaan = watch::Receiver<Arc<Tampilan>>;

async fn events(State(state): State<Keadaan>, headers: HeaderMap) -> Response {
    if !jawab::setempat(&headers) {
        return tolak();
    }
    let stream =
        WatchStream::new(state).map(|t| Ok::<_, std::convert::Infallible>(Event::default().data(t.versi.clone())));
    Sse::new(stream).keep_alive(KeepAlive::default()).into_response()
}

/// A page of another site must not read drafts through a name that it lets lead to this computer.
fn tolak() -> Response {
    let text = "Situs ini hanya disajikan untuk http://127.0.0.1 dan http://localhost di komputer ini.\n\
                This site is served only as http://127.0.0.1 and http://localhost on this computer.\n";
    (StatusCode::FORBIDDEN, [(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

async fn answer(State(state): State<Keadaan>, headers: HeaderMap, uri: Uri) -> Response {
    if !jawab::setempat(&headers) {
        return tolak();
    }
    let now = Arc::clone(&state.borrow());
    let jawaban = jawab::answer(now.situs.as_deref(), now.galat.as_deref(), &now.versi, uri.path());
    let status = StatusCode::from_u16(jawaban.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut headers = HeaderMap::new();
    headers.insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
    headers.insert(header::CONTENT_TYPE, header::HeaderValue::from_static(jawaban.mime));
    if let Some(value) = jawaban.location.and_then(|l| header::HeaderValue::from_str(&l).ok()) {
        headers.insert(header::LOCATION, value);
    }
    (status, headers, jawaban.body).into_response()
}

async fn asked_to_end() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let Ok(mut terminate) = signal(SignalKind::terminate()) else { return interrupt.await };
        tokio::select! {
            () = interrupt => {}
            _ = terminate.recv() => {}
        }
    }
    #[cfg(not(unix))]
    interrupt.await;
}
