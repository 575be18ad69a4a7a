//! A forwarder that gives every request a connection of its own.
//!
//! A browser sends a request a second time, by itself and whatever its method, when a connection that it has used before
//! ends without an answer. A page can neither prevent nor see that. What the page makes of a lost answer shows only where
//! the browser has no reason to try again.

use std::io;

use nexudus_sandbox::Sandbox;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt, copy_bidirectional},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};

/// Forwards until it is dropped.
pub struct Forwarder {
    pub url: String,
    task: JoinHandle<()>,
}

impl Forwarder {
    pub async fn start(sandbox: &Sandbox) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let target = sandbox.url().replace("http://", "");
        let task = tokio::spawn(async move {
            while let Ok((browser, _)) = listener.accept().await {
                tokio::spawn(forward(browser, target.clone()));
            }
        });
        Self { url, task }
    }
}

impl Drop for Forwarder {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn forward(mut browser: TcpStream, target: String) -> io::Result<()> {
    let mut request = vec![];
    while !request.windows(4).any(|end| end == b"\r\n\r\n") {
        if browser.read_buf(&mut request).await? == 0 {
            return Ok(());
        }
    }
    let mut sandbox = TcpStream::connect(target).await?;
    let first_line = request.iter().position(|byte| *byte == b'\n').unwrap_or(0) + 1;
    sandbox.write_all(&request[..first_line]).await?;
    // The first of two contradictory headers counts as well as the last: either ends in a connection that closes.
    sandbox.write_all(b"Connection: close\r\n").await?;
    sandbox.write_all(&request[first_line..]).await?;
    copy_bidirectional(&mut browser, &mut sandbox).await?;
    Ok(())
}
