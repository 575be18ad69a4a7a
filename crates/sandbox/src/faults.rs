//! Faults on demand: what a network and a busy server do to a client, for a chosen route and number of times.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// One kind of trouble for the next `count` requests whose path starts with `path`.
///
/// As JSON: `{"path": "/api/spaces", "method": "POST", "count": 2, "kind": "latency", "ms": 500}`.
/// A preflight never meets a fault, because it would spend one that is meant for the request behind it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// The path prefix the fault waits for; empty for every path.
    #[serde(default)]
    pub path: String,
    /// The method it waits for, or `None` for every method.
    #[serde(default)]
    pub method: Option<String>,
    /// How many requests it meets before it is spent. Default 1.
    #[serde(default = "once")]
    pub count: u32,
    /// What happens to them.
    #[serde(flatten)]
    pub kind: FaultKind,
}

fn once() -> u32 {
    1
}

impl Fault {
    /// A fault for one request with any method.
    pub fn once(path: impl Into<String>, kind: FaultKind) -> Self {
        Self { path: path.into(), method: None, count: 1, kind }
    }

    fn meets(&self, method: &str, path: &str) -> bool {
        let method_fits = self.method.as_deref().is_none_or(|wanted| wanted.eq_ignore_ascii_case(method));
        self.count > 0 && method_fits && path.starts_with(&self.path)
    }
}

/// What happens to a request. In JSON the name in kebab case stands under `kind`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum FaultKind {
    /// The request waits before anything else happens to it.
    Latency {
        /// How long, in milliseconds.
        ms: u64,
    },
    /// The connection closes without a byte of answer, and the request has no effect.
    DropBefore,
    /// The request takes effect, then the connection closes without a byte of answer.
    DropAfter,
    /// Status 500 with "Ooops! There was a problem while running this action" `[client]`; no effect.
    ServerError,
    /// The request takes effect, the answer is 200 with an empty body.
    EmptyBody,
    /// The request takes effect, the body ends in the middle and `Content-Length` agrees with that.
    TruncatedBody,
    /// The throttle status of [`ThrottleStatus`](crate::ThrottleStatus); no effect.
    Throttle {
        /// The seconds it asks the client to wait.
        seconds: u64,
    },
    /// Status 307 to the same path at another port of this machine; no effect here. It keeps method and body.
    Redirect {
        /// The port.
        port: u16,
    },
}

/// What the faults hold for one request.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Plan {
    /// The latencies together.
    pub wait: Duration,
    /// The oldest fault that is not a latency.
    pub fault: Option<FaultKind>,
}

/// The faults that are not spent yet, oldest first.
#[derive(Debug, Default)]
pub struct Faults {
    waiting: Vec<Fault>,
}

impl Faults {
    /// Queues one more fault.
    pub fn add(&mut self, fault: Fault) {
        self.waiting.push(fault);
    }

    /// Forgets all faults.
    pub fn clear(&mut self) {
        self.waiting.clear();
    }

    /// Spends what meets this request: every latency, and the oldest fault of another kind.
    pub fn take(&mut self, method: &str, path: &str) -> Plan {
        let mut plan = Plan::default();
        for fault in &mut self.waiting {
            if !fault.meets(method, path) {
                continue;
            }
            match fault.kind {
                FaultKind::Latency { ms } => {
                    plan.wait = plan.wait.saturating_add(Duration::from_millis(ms));
                }
                _ if plan.fault.is_some() => continue,
                kind => plan.fault = Some(kind),
            }
            fault.count -= 1;
        }
        self.waiting.retain(|fault| fault.count > 0);
        plan
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latency_joins_another_fault_and_both_are_spent() {
        let mut faults = Faults::default();
        faults.add(Fault::once("/api", FaultKind::Latency { ms: 5 }));
        faults.add(Fault::once("/api", FaultKind::DropAfter));
        faults.add(Fault::once("/api", FaultKind::EmptyBody));
        let first = faults.take("GET", "/api/x");
        assert_eq!(first.wait, Duration::from_millis(5));
        assert_eq!(first.fault, Some(FaultKind::DropAfter));
        assert_eq!(faults.take("GET", "/en/x"), Plan::default());
        assert_eq!(faults.take("GET", "/api/x").fault, Some(FaultKind::EmptyBody));
        assert_eq!(faults.take("GET", "/api/x"), Plan::default());
    }

    #[test]
    fn json_names_the_kind_and_defaults_the_count() {
        let fault: Fault = serde_json::from_str(r#"{"path":"/api","kind":"throttle","seconds":3}"#).unwrap();
        assert_eq!(fault, Fault::once("/api", FaultKind::Throttle { seconds: 3 }));
    }
}
