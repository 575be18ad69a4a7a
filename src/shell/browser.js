// Browser services that have no binding without unstable flags, or whose bindings throw through Rust.

const chains = new Map();

/**
 * Waits for the lock of that name, over all tabs (or, without Web Locks, on this page). Resolves to what gives it back.
 * @returns {Promise<() => void>}
 */
export function lock(name) {
  return new Promise((held) => {
    let begun = false;
    const hold = () => {
      begun = true;
      return new Promise((release) => held(release));
    };
    (async () => navigator.locks.request(name, hold))().catch(() => {
      // No Web Locks here: an insecure page, or a sandboxed frame, which refuses them.
      if (!begun) chains.set(name, (chains.get(name) ?? Promise.resolve()).then(hold));
    });
  });
}

/** Resolves after a while. */
export function sleep(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * Makes a call. Without `unmount`, which ends it with its element, it outlives the page. What the door has asked for `host` already is
 * not asked again.
 */
export async function call(host, method, url, kind, body, token, clientId, unmount) {
  const early = host && takeEarly(host, method, url, token, unmount);
  if (early) return early;
  const headers = { Accept: "application/json", "Content-Type": kind };
  if (token) headers.Authorization = `Bearer ${token}`;
  if (clientId) headers.client_id = clientId;
  // So long a call may take before it counts as lost.
  const patience = AbortSignal.timeout(30_000);
  return fetch(url, {
    method, headers, body,
    signal: unmount ? AbortSignal.any([unmount, patience]) : patience,
    keepalive: !unmount,
    // A redirect could carry the token to another origin; a cache could repeat or hide a dismissal.
    redirect: "error", cache: "no-store", credentials: "omit",
  });
}

/** Where a call waits that was made before the engine was there (`src/embed/early.js`). Not every package has one module of both. */
export const EARLY = Symbol.for("nexudus-inbox.early");

/** The answer to this very call, where it is under way or here; `unmount` ends it from now on. */
function takeEarly(host, method, url, token, unmount) {
  const early = host[EARLY];
  delete host[EARLY];
  if (!early) return undefined;
  const isThis = method === "GET" && early.url === url && early.token === token && unmount && !unmount.aborted;
  if (!isThis) return early.end();
  unmount.addEventListener("abort", early.end);
  return early.answer;
}

/** Settled when all of the engine is there; nothing, where it is in one piece. */
let whole;
export function comesInParts(settled) { whole = settled; }

/**
 * Calls `act` with what happens to the window by these names. A page that is being left cannot wait for code any more, so all of it
 * has to be there; what came before is made up for by one `pageshow`. Returns what ends it.
 */
export function followWindow(names, act) {
  const controller = new AbortController();
  const { signal } = controller;
  const listen = () => { for (const name of names.split(" ")) addEventListener(name, act, { signal }); };
  if (whole) {
    whole.then(() => {
      listen();
      if (!signal.aborted) act(new Event("pageshow"));
    });
  } else listen();
  return () => controller.abort();
}

/** Tells the page. Returns whether nobody has cancelled it, which one event alone can be. */
export function emit(target, name, detail) {
  return target.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, cancelable: name === "nexudus-navigate", detail }));
}

export function isOnline() {
  return navigator.onLine;
}

/** Whether a text contains another, whatever their letter case. */
export function finds(text, wanted) {
  return text.toLowerCase().includes(wanted.toLowerCase());
}

/** Milliseconds that local time is ahead of UTC at a moment. */
export function zone(at) {
  return new Date(at).getTimezoneOffset() * -60_000;
}
