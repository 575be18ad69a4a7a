// A page under test: what its fetch answers, what was sent, what went wrong, and what comes over it from outside.

let routes = [];
let sent = [];
let held = [];
let troubles = [];
let warnings = [];
let undo = [];

function replace(object, name, make) {
  const before = object[name];
  object[name] = make(before);
  undo.push(() => { object[name] = before; });
}

function listen(event, tell) {
  const listener = (occurred) => troubles.push(`${event}: ${tell(occurred)}`);
  window.addEventListener(event, listener);
  undo.push(() => window.removeEventListener(event, listener));
}

export function install() {
  routes = []; sent = []; held = []; troubles = []; warnings = [];
  replace(window, "fetch", () => fakeFetch);
  replace(console, "warn", (real) => (...words) => { warnings.push(words.join(" ")); real.apply(console, words); });
  replace(console, "error", (real) => (...words) => { troubles.push(words.join(" ")); real.apply(console, words); });
  listen("error", (event) => event.message);
  listen("unhandledrejection", (event) => event.reason);
}

export function restore() {
  for (const back of undo.reverse()) back();
  undo = [];
  sessionStorage.clear();
  localStorage.clear();
}

/** What a sandboxed frame does: the very getter throws. */
export function forbidSessionStorage() {
  const before = Object.getOwnPropertyDescriptor(window, "sessionStorage");
  Object.defineProperty(window, "sessionStorage", {
    configurable: true,
    get() { throw new DOMException("forbidden", "SecurityError"); },
  });
  undo.push(() => Object.defineProperty(window, "sessionStorage", before));
}

/** What a sandboxed frame does with Web Locks. */
export function forbidLocks() {
  replace(navigator.locks, "request", () => () => Promise.reject(new DOMException("forbidden", "SecurityError")));
}

let full;

/** No text finds room on disk any more, until there is some again. */
export function fillDisk(isFull) {
  fill(localStorage);
  if (!isFull) full = undefined;
}

/** No text finds room in the tab's session any more. */
export const fillSession = () => fill(sessionStorage);

function fill(storage) {
  if (!full) {
    replace(Storage.prototype, "setItem", (real) => function (...entry) {
      if (full === this) throw new DOMException("full", "QuotaExceededError");
      return real.apply(this, entry);
    });
    undo.push(() => { full = undefined; });
  }
  full = storage;
}

/**
 * The page gives the element its token: one answer after the other, the last one again and again. `{ "throws": … }` fails.
 * Returns what was asked, as it comes: whether the last token was refused.
 */
export function giveToken(host, answers) {
  const list = JSON.parse(answers), asked = [];
  host.getToken = async ({ refused }) => {
    asked.push(refused);
    const answer = list.length > 1 ? list.shift() : list[0];
    if (answer?.throws) throw new Error(answer.throws);
    return answer;
  };
  return asked;
}

/** Everything that leaves an element by another way than its requests and its texts, as it comes. */
export function overhear() {
  const heard = [];
  const note = (way) => (real) => function (...words) {
    heard.push(`${way} ${words.map((word) => (word instanceof Event ? `${word.type} ${JSON.stringify(word.detail)}` : JSON.stringify(word) ?? word)).join(" ")}`);
    return real.apply(this, words);
  };
  for (const name of ["log", "info", "debug", "warn", "error"]) replace(console, name, note("console"));
  replace(Storage.prototype, "setItem", note("storage"));
  replace(BroadcastChannel.prototype, "postMessage", note("channel"));
  replace(EventTarget.prototype, "dispatchEvent", note("event"));
  for (const name of ["pushState", "replaceState"]) replace(history, name, note("address"));
  return heard;
}

/** Another tab takes a lock; what comes back gives it away. */
export function takeLock(name) {
  return new Promise((held) => navigator.locks.request(name, () => new Promise((release) => held(release))));
}

/** Another tab, on a channel. */
export class OtherTab {
  #channel;
  heard = [];

  constructor(name) {
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = ({ data }) => this.heard.push(data);
    undo.push(() => this.#channel.close());
  }

  say(text) { this.#channel.postMessage(text); }
}

/** Whether an element of this page has been given the part of the one that sends. */
export async function leads() {
  return (await navigator.locks.query()).held.some(({ name }) => name.endsWith(".send"));
}

/** Time passes, as over a closed laptop. */
export function passTime(milliseconds) {
  replace(Date, "now", (real) => () => real.call(Date) + milliseconds);
}

/** Milliseconds by a clock that no test sets. */
export function clock() {
  return performance.now();
}

/** The page goes out of sight or comes back. */
export function setHidden(hidden) {
  Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
  undo.push(() => delete document.hidden);
  document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
}

/** The network comes or goes, as far as the browser knows. */
export function setOnline(online) {
  Object.defineProperty(navigator, "onLine", { configurable: true, get: () => online });
  undo.push(() => delete navigator.onLine);
  window.dispatchEvent(new Event(online ? "online" : "offline"));
}

/** The browser is somebody's who reads that language. */
export function setLanguageOfBrowser(language) {
  Object.defineProperty(navigator, "language", { configurable: true, get: () => language });
  undo.push(() => delete navigator.language);
}

/** The last answer of a route repeats. With a bearer, any other token gets 401. */
export function route(method, where, answers, bearer) {
  routes.unshift({ method, where, answers: JSON.parse(answers), bearer });
}

function answerTo(entry) {
  const fits = routes.filter((r) => r.method === entry.method
    && (r.where.startsWith("http") ? entry.url : entry.path).startsWith(r.where));
  // The longest prefix wins, then the latest: sorting is stable.
  const found = fits.sort((a, b) => b.where.length - a.where.length)[0];
  if (!found) {
    troubles.push(`nothing answers ${entry.method} ${entry.url}`);
    return { offline: true };
  }
  if (found.bearer && entry.headers.authorization !== `Bearer ${found.bearer}`) return { status: 401, body: "", held: found.answers[0].held };
  return found.answers.length > 1 ? found.answers.shift() : found.answers[0];
}

async function fakeFetch(input, init) {
  const request = input instanceof Request ? input : new Request(input, init);
  const { method, url, keepalive, redirect, credentials, cache, signal } = request;
  const { pathname, search } = new URL(url);
  const headers = Object.fromEntries(request.headers);
  const call = { method, url, path: pathname + search, headers, body: "", keepalive, redirect, credentials, cache };
  const entry = { ...call, read: false, answered: false, aborted: false };
  sent.push(entry);
  const answer = answerTo(entry);
  // From the moment it counts as sent, so that a test may let go of it then.
  const hold = answer.held ? new Promise((go) => held.push(go)) : undefined;
  const aborted = new Promise((_, reject) => {
    const abort = () => { entry.read = entry.aborted = true; reject(signal.reason); };
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort);
  });
  const answered = (async () => {
    entry.body = await request.text();
    entry.read = true;
    await hold;
    entry.answered = true;
    if (answer.offline) throw new TypeError("Failed to fetch");
    return new Response(answer.body, { status: answer.status, headers: answer.headers });
  })();
  return Promise.race([aborted, answered]);
}

export function release() { for (const go of held.splice(0)) go(); }
export function sentSoFar() { return JSON.stringify(sent); }
export function troublesSoFar() { return troubles; }
export function warningsSoFar() { return warnings; }
