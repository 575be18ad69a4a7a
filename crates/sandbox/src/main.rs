//! Runs the sandbox until Ctrl-C.

use std::{
    io::{self, Write},
    net::SocketAddr,
    path::PathBuf,
    pin::pin,
    process::ExitCode,
};

use clap::Parser;
use nexudus_sandbox::{ACCOUNTS, Config, Error, Limits, Sandbox, Switches, start};
use tokio::signal::ctrl_c;

/// A stand-in for the Nexudus REST API
#[derive(Debug, Parser)]
#[command(version)]
struct Arguments {
    /// Where the API listens; port 0 takes any free port
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8788")]
    listen: SocketAddr,
    /// A SQLite file that is kept between runs, instead of a database in memory
    #[arg(long, value_name = "FILE")]
    database: Option<PathBuf>,
    /// How many sample notifications an empty database gets
    #[arg(long, value_name = "N", default_value_t = 250)]
    notifications: u32,
    /// What the sample data is drawn from
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// A folder to serve at /
    #[arg(long, value_name = "DIR")]
    site: Option<PathBuf>,
    /// A Content-Security-Policy for everything out of that folder
    #[arg(long, value_name = "POLICY", requires = "site")]
    csp: Option<String>,
    /// Opens the control door on this port of 127.0.0.1
    #[arg(long, value_name = "PORT")]
    control: Option<u16>,
    /// Enforces the documented rate limits
    #[arg(long)]
    limits: bool,
    /// The life of an access token in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 604_799)]
    token_seconds: u64,
    #[command(flatten)]
    switches: Switches,
}

impl From<Arguments> for Config {
    fn from(arguments: Arguments) -> Self {
        Self {
            listen: arguments.listen,
            database: arguments.database,
            notifications: arguments.notifications,
            seed: arguments.seed,
            site: arguments.site,
            csp: arguments.csp,
            control: arguments.control,
            switches: arguments.switches,
            limits: arguments.limits.then(Limits::default),
            token_seconds: arguments.token_seconds,
        }
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse().into()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nobody is left to tell when standard error is closed.
            let _ = writeln!(io::stderr(), "{error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(config: Config) -> Result<(), Error> {
    let sandbox = start(config).await?;
    let mut interrupted = pin!(ctrl_c());
    // Whoever has read the announcement may interrupt at once, so the handler stands before it is printed.
    // Without a way to hear of Ctrl-C there is nothing to wait for either.
    let _ = tokio::select! {
        biased;
        early = &mut interrupted => early,
        () = async { announce(&sandbox) } => interrupted.await,
    };
    sandbox.stop().await;
    Ok(())
}

fn announce(sandbox: &Sandbox) {
    let mut lines = vec![format!("The sandbox listens on {}", sandbox.url())];
    lines.extend(sandbox.control_url().map(|url| format!("Control door: {url}")));
    lines.push("Sign in with e-mail / password:".to_owned());
    lines.extend(ACCOUNTS.iter().map(|account| {
        let code = account.totp.map(|code| format!(", totp {code}"));
        let code = code.unwrap_or_default();
        format!("  {} / {}{code}", account.email, account.password)
    }));
    // The sandbox is as useful without a reader.
    let _ = writeln!(io::stdout(), "{}", lines.join("\n"));
}
