//! Batas: how many browsers at once and how long one may take, so that slow or forgotten connections do not add up.

use axum::serve::Listener;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, Sleep, sleep};

/// Connections at once; the next ones wait until one ends.
const BANYAK: usize = 512;

/// How long a connection may go without an answer being sent: a request must be whole by then. Pages that wait for a
/// reload are told every fifteen seconds that the server is there.
const LAMA: Duration = Duration::from_secs(30);

/// A listener within these limits.
pub struct Terbatas {
    listener: TcpListener,
    bebas: Arc<Semaphore>,
}

impl Terbatas {
    pub fn new(listener: TcpListener) -> Self {
        Self { listener, bebas: Arc::new(Semaphore::new(BANYAK)) }
    }
}

impl Listener for Terbatas {
    type Io = Sambungan;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Sambungan, SocketAddr) {
        loop {
            let Ok(izin) = Arc::clone(&self.bebas).acquire_owned().await else { continue };
            let (stream, address) = Listener::accept(&mut self.listener).await;
            return (Sambungan { stream, waktu: Box::pin(sleep(LAMA)), _izin: izin }, address);
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

/// One connection: ended when its time is over.
pub struct Sambungan {
    stream: TcpStream,
    waktu: Pin<Box<Sleep>>,
    _izin: OwnedSemaphorePermit,
}

impl Sambungan {
    /// Nothing to do is an error once the time is over.
    fn tunggu<T>(&mut self, context: &mut Context<'_>, poll: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        match poll {
            Poll::Pending => self.waktu.as_mut().poll(context).map(|()| Err(io::ErrorKind::TimedOut.into())),
            ready => ready,
        }
    }

    fn terkirim<T>(&mut self, poll: &Poll<io::Result<T>>) {
        if matches!(poll, Poll::Ready(Ok(_))) {
            self.waktu.as_mut().reset(Instant::now() + LAMA);
        }
    }
}

impl AsyncRead for Sambungan {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let poll = Pin::new(&mut self.stream).poll_read(context, buf);
        self.tunggu(context, poll)
    }
}

impl AsyncWrite for Sambungan {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        let poll = Pin::new(&mut self.stream).poll_write(context, buf);
        self.terkirim(&poll);
        self.tunggu(context, poll)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let poll = Pin::new(&mut self.stream).poll_write_vectored(context, bufs);
        self.terkirim(&poll);
        self.tunggu(context, poll)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
