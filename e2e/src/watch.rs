//! What an element has taken of the page and not given back: timers, channels, requests, locks, listeners, memory.

use serde_json::{Value, json};

use crate::{Stage, until};

/// Counts what is taken and given back. The things themselves are as they were.
const WATCH: &str = "{
    const taken = { timers: new Set(), channels: new Set(), observers: new Set(), requests: 0, memories: new Set() };
    Object.defineProperty(window, 'taken', { value: taken });
    for (const [start, end] of [['setTimeout', 'clearTimeout'], ['setInterval', 'clearInterval'],
        ['requestIdleCallback', 'cancelIdleCallback'], ['requestAnimationFrame', 'cancelAnimationFrame']]) {
        const real = { start: window[start], end: window[end] };
        window[start] = (act, ...rest) => {
            const key = [];
            const timer = real.start.call(window, (...given) => {
                if (start !== 'setInterval') taken.timers.delete(key[0]);
                act(...given);
            }, ...rest);
            taken.timers.add(key[0] = `${start} ${timer}`);
            return timer;
        };
        window[end] = (timer) => {
            taken.timers.delete(`${start} ${timer}`);
            real.end.call(window, timer);
        };
    }
    window.BroadcastChannel = class extends BroadcastChannel {
        constructor(name) { super(name); taken.channels.add(this); }
        close() { taken.channels.delete(this); super.close(); }
    };
    for (const name of ['IntersectionObserver', 'ResizeObserver', 'MutationObserver']) {
        window[name] = class extends window[name] {
            observe(...given) { taken.observers.add(this); super.observe(...given); }
            disconnect() { taken.observers.delete(this); super.disconnect(); }
        };
    }
    const { fetch } = window;
    window.fetch = async (...given) => {
        taken.requests += 1;
        try { return await fetch(...given); } finally { taken.requests -= 1; }
    };
    for (const name of ['instantiate', 'instantiateStreaming']) {
        const real = WebAssembly[name];
        WebAssembly[name] = async (...given) => {
            const made = await real.apply(WebAssembly, given);
            const { exports } = made.instance ?? made;
            for (const one of Object.values(exports)) if (one instanceof WebAssembly.Memory) taken.memories.add(one);
            return made;
        };
    }
}";

/// What is taken at the moment, in words.
const TAKEN: &str = "return navigator.locks.query().then(({ held, pending }) => [
    ...taken.timers, ...[...taken.channels].map(({ name }) => `channel ${name}`), ...[...taken.observers].map(({ constructor }) => constructor.name),
    ...held.map(({ name }) => `lock ${name}`), ...pending.map(({ name }) => `wait for ${name}`), ...Array(taken.requests).fill('request'),
])";

/// What the page weighs when all that can go has gone.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weight {
    pub listeners: i64,
    pub nodes: i64,
    /// Bytes.
    pub heap: i64,
    /// Bytes of WebAssembly.
    pub memory: i64,
}

impl Stage {
    /// Watches every page from now on.
    pub async fn watch(&self) {
        self.ahead_of_all(WATCH).await;
    }

    /// What the page has taken and not given back.
    pub async fn taken(&self) -> Vec<String> {
        serde_json::from_value(self.ask(TAKEN, vec![]).await).unwrap()
    }

    /// Waits until everything is given back.
    ///
    /// # Panics
    /// With what is left, when it stays.
    pub async fn gives_all_back(&self) {
        let mut left = vec![];
        until("the page has everything back", async || {
            left = self.taken().await;
            if !left.is_empty() {
                eprintln!("still taken: {left:?}");
            }
            left.is_empty()
        })
        .await;
    }

    /// Weighs the page.
    pub async fn weigh(&self) -> Weight {
        // The list of what was fetched is the browser's, and has an end.
        self.ask("performance.clearResourceTimings()", vec![]).await;
        self.command("Performance.enable", json!({})).await;
        for _ in 0..3 {
            self.command("HeapProfiler.collectGarbage", json!({})).await;
        }
        let metrics = self.command("Performance.getMetrics", json!({})).await;
        let metric = |name: &str| {
            let found = metrics["metrics"].as_array().unwrap().iter().find(|metric| metric["name"] == name);
            found.unwrap()["value"].as_f64().unwrap() as i64
        };
        let memory = "return [...taken.memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0)";
        let memory: Value = self.ask(memory, vec![]).await;
        Weight {
            listeners: metric("JSEventListeners"),
            nodes: metric("Nodes"),
            heap: metric("JSHeapUsedSize"),
            memory: memory.as_i64().unwrap(),
        }
    }
}
