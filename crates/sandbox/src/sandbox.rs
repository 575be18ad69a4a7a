//! A running sandbox in the hands of the program or test that started it.

use std::{
    net::{Ipv4Addr, SocketAddr},
    sync::Arc,
};

use axum::{Router, http::HeaderValue};
use serde_json::Value;
use tokio::{net::TcpListener, sync::watch, task::JoinSet};

use crate::{
    config::Config,
    control,
    db::Table,
    error::Error,
    faults::Fault,
    http,
    log::LoggedRequest,
    serve::serve,
    state::App,
    switches::{Switches, Zone},
};

/// A running sandbox. It stops when it is dropped; [`Sandbox::stop`] also waits until it has stopped.
#[derive(Debug)]
pub struct Sandbox {
    app: Arc<App>,
    address: SocketAddr,
    control: Option<SocketAddr>,
    stop: watch::Sender<()>,
    listeners: JoinSet<()>,
}

/// Opens the database and the listeners. Must be called inside a Tokio runtime.
///
/// # Errors
/// [`Error::Listen`] when an address is taken, [`Error::Database`] when the file cannot be used,
/// [`Error::Policy`] when [`Config::csp`] is not a header value.
pub async fn start(config: Config) -> Result<Sandbox, Error> {
    let csp = config.csp.as_deref().map(HeaderValue::from_str).transpose().map_err(|_| Error::Policy)?;
    // The listeners first: a taken port is said before a large sample is made.
    let listener = listen(config.listen).await?;
    let door = match config.control {
        Some(port) => Some(listen((Ipv4Addr::LOCALHOST, port).into()).await?),
        None => None,
    };
    let app = Arc::new(App::new(&config)?);
    let (stop, stopped) = watch::channel(());
    let mut sandbox = Sandbox {
        address: address(&listener, config.listen)?,
        app: Arc::clone(&app),
        control: None,
        stop,
        listeners: JoinSet::new(),
    };
    let router = http::router(&app, config.site.as_deref(), csp);
    sandbox.run(listener, router, stopped.clone());
    if let (Some(door), Some(port)) = (door, config.control) {
        sandbox.control = Some(address(&door, (Ipv4Addr::LOCALHOST, port).into())?);
        sandbox.run(door, control::router(&app), stopped);
    }
    Ok(sandbox)
}

async fn listen(address: SocketAddr) -> Result<TcpListener, Error> {
    TcpListener::bind(address).await.map_err(|source| Error::Listen { address, source })
}

fn address(listener: &TcpListener, asked: SocketAddr) -> Result<SocketAddr, Error> {
    listener.local_addr().map_err(|source| Error::Listen { address: asked, source })
}

impl Sandbox {
    fn run(&mut self, listener: TcpListener, router: Router, stopped: watch::Receiver<()>) {
        self.listeners.spawn(serve(listener, router, stopped));
    }

    /// The base URL of the API without a slash at its end, for example `http://127.0.0.1:8788`.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The base URL of the control door, when it is open.
    pub fn control_url(&self) -> Option<String> {
        self.control.map(|address| format!("http://{address}"))
    }

    /// The requests since the start or the last [`Sandbox::clear_requests`], oldest first, at most 20,000.
    pub fn requests(&self) -> Vec<LoggedRequest> {
        self.app.log().entries()
    }

    /// Empties the request log.
    pub fn clear_requests(&self) {
        self.app.log().clear();
    }

    /// Queues a fault behind those that wait.
    pub fn add_fault(&self, fault: Fault) {
        self.app.faults().add(fault);
    }

    /// Forgets all faults that wait.
    pub fn clear_faults(&self) {
        self.app.faults().clear();
    }

    /// The switches as they stand.
    pub fn switches(&self) -> Switches {
        self.app.switches()
    }

    /// Replaces all switches from the next request on.
    pub fn set_switches(&self, switches: Switches) {
        self.app.set_switches(switches);
    }

    /// All rows of a table by `Id`, as the API shows them with dates in `Z`, whatever the switches say.
    ///
    /// # Errors
    /// [`Error::Database`] when the database refuses.
    pub fn rows(&self, table: Table) -> Result<Vec<Value>, Error> {
        self.app.database.rows(table.entity(), Zone::Z)
    }

    /// Throws all rows away and makes the sample data anew with so many notifications. Tokens, switches,
    /// faults and the request log stay.
    ///
    /// # Errors
    /// [`Error::Database`] when the database refuses.
    pub fn reset(&self, notifications: u32) -> Result<(), Error> {
        self.app.database.reset(notifications)
    }

    /// Makes so many more customers, who have nothing yet, and answers their `Id`s. Their addresses are
    /// `guest.{id}@example.com`.
    ///
    /// # Errors
    /// [`Error::Database`] when the database refuses.
    pub fn add_customers(&self, count: u32) -> Result<Vec<i64>, Error> {
        self.app.database.add_customers(count)
    }

    /// Every token that was ever issued, access and refresh tokens alike, good or not, the newest last; at most 2,000.
    pub fn issued_tokens(&self) -> Vec<String> {
        self.app.sessions().issued().map(str::to_owned).collect()
    }

    /// Ends the life of every access token; refresh tokens stay good.
    pub fn expire_tokens(&self) {
        self.app.sessions().expire_access();
    }

    /// Makes every refresh token unknown; access tokens stay good.
    pub fn revoke_refresh_tokens(&self) {
        self.app.sessions().revoke_refresh();
    }

    /// Closes all listeners and connections and waits for that.
    pub async fn stop(mut self) {
        let _ = self.stop.send(());
        while self.listeners.join_next().await.is_some() {}
    }
}
