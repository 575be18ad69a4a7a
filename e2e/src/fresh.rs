//! A forwarder that gives every request a connection of its own, and loses some of them.
//!
//! A browser sends a request a second time, by itself and whatever its method, when a connection that it has used before
//! ends without an answer. A page can neither prevent nor see that. What the page makes of a lost answer shows only where
//! the browser has no reason to try again.

use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst},
    },
};

use nexudus_sandbox::Sandbox;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt, copy_bidirectional, sink},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};

/// Forwards until it is dropped.
pub struct Forwarder {
    pub url: String,
    pub road: Arc<Road>,
    task: JoinHandle<()>,
}

/// What befalls requests on their way; nothing at first.
#[derive(Debug, Default)]
pub struct Road {
    closed: AtomicBool,
    rough: AtomicBool,
    dismissals: AtomicUsize,
    /// How often each of [`MISHAPS`] has happened.
    happened: [AtomicUsize; 4],
}

#[derive(Debug, Clone, Copy)]
enum Mishap {
    /// The request never arrives.
    LostOnTheWayThere,
    /// It arrives and takes effect; its answer does not come back.
    LostOnTheWayBack,
    /// These words instead of any effect.
    Answer(&'static str),
}

const MISHAPS: [Mishap; 4] = [
    Mishap::LostOnTheWayThere,
    Mishap::LostOnTheWayBack,
    Mishap::Answer("500 Internal Server Error\r\n"),
    Mishap::Answer("409 Conflict\r\nRetry-After: 1\r\n"),
];
/// One dismissal in so many.
const RARELY: usize = 5;

impl Road {
    /// While it is closed, pages load and calls end without an answer.
    pub fn close(&self, closed: bool) {
        self.closed.store(closed, SeqCst);
    }

    /// While it is rough, every fifth dismissal meets a mishap, each kind in turn.
    pub fn roughen(&self, rough: bool) {
        self.rough.store(rough, SeqCst);
    }

    /// How often each kind has happened.
    pub fn mishaps(&self) -> Vec<usize> {
        self.happened.iter().map(|count| count.load(SeqCst)).collect()
    }

    fn mishap(&self, head: &[u8]) -> Option<Mishap> {
        let asks = |path: &str| head.windows(path.len()).any(|part| part == path.as_bytes());
        if self.closed.load(SeqCst) && (asks(" /en/") || asks(" /api/")) {
            return Some(Mishap::LostOnTheWayThere);
        }
        if !self.rough.load(SeqCst) || !asks(" /en/coworker/dismissNotifications") {
            return None;
        }
        let nth = self.dismissals.fetch_add(1, SeqCst) + 1;
        let kind = (nth / RARELY) % MISHAPS.len();
        nth.is_multiple_of(RARELY).then(|| {
            self.happened[kind].fetch_add(1, SeqCst);
            MISHAPS[kind]
        })
    }
}

impl Forwarder {
    pub async fn start(sandbox: &Sandbox) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let target = sandbox.url().replace("http://", "");
        let road = Arc::new(Road::default());
        let way = Arc::clone(&road);
        let task = tokio::spawn(async move {
            while let Ok((browser, _)) = listener.accept().await {
                tokio::spawn(forward(browser, target.clone(), Arc::clone(&way)));
            }
        });
        Self { url, road, task }
    }
}

impl Drop for Forwarder {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn forward(mut browser: TcpStream, target: String, road: Arc<Road>) -> io::Result<()> {
    let mut request = vec![];
    while !request.windows(4).any(|end| end == b"\r\n\r\n") {
        if browser.read_buf(&mut request).await? == 0 {
            return Ok(());
        }
    }
    let first_line = request.iter().position(|byte| *byte == b'\n').unwrap_or(0) + 1;
    let mishap = road.mishap(&request[..first_line]);
    match mishap {
        Some(Mishap::LostOnTheWayThere) => return Ok(()),
        Some(Mishap::Answer(words)) => {
            let answer = format!("HTTP/1.1 {words}Content-Length: 0\r\nConnection: close\r\n\r\n");
            return browser.write_all(answer.as_bytes()).await;
        }
        Some(Mishap::LostOnTheWayBack) | None => {}
    }
    let mut sandbox = TcpStream::connect(target).await?;
    sandbox.write_all(&request[..first_line]).await?;
    // The first of two contradictory headers counts as well as the last: either ends in a connection that closes.
    sandbox.write_all(b"Connection: close\r\n").await?;
    sandbox.write_all(&request[first_line..]).await?;
    match mishap {
        // Read to its end, so that it has certainly taken effect.
        Some(_) => tokio::io::copy(&mut sandbox, &mut sink()).await.map(|_| ()),
        None => copy_bidirectional(&mut browser, &mut sandbox).await.map(|_| ()),
    }
}
