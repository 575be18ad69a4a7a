// Brings in the rest of the inbox's wasm. The release is in two parts (scripts/split.mjs): what a first view runs, and this.

import { comesInParts } from "../shell/browser.js";

/** So long after the start it is fetched whatever the inbox shows: a sign-in form, a closed bell, an error. */
const AT_THE_LATEST = 1_500;
const AGAIN = 10_000;

/** The rules of style that come with it, for the elements of a first view; without any until then. */
export const later = globalThis.CSSStyleSheet && new CSSStyleSheet();

let arrive;
/** Settled once the rest has come. */
export const there = new Promise((settle) => { arrive = settle; });
comesInParts(there);

/**
 * Fetches the rest when the first rows are painted, and before any function of it runs.
 * @param {string} version what the rest calls the first part by, so that files of two releases cannot be taken for one
 * @param {WebAssembly.Exports} exports of the first part
 * @param {WebAssembly.Table} table where both parts find each other's functions
 * @param {() => WebAssembly.Imports} imports
 * @param {URL} url
 * @param {object} english the texts of a first view, which get the others
 * @returns {() => void} makes sure that the rest is there
 */
export function rest(version, exports, table, imports, url, english) {
  let isThere = false;
  const fetching = new AbortController();

  function link(module) {
    if (isThere) return;
    // Filling its slots in the table is all that an instance does.
    new WebAssembly.Instance(module, { ...imports(), [version]: exports, slot: new Proxy({}, { get: (_, slot) => table.get(slot) }) });
    isThere = true;
    const [texts, css] = ["texts", "css"].map((name) => new TextDecoder().decode(WebAssembly.Module.customSections(module, name)[0]));
    Object.assign(english, JSON.parse(texts));
    later.replaceSync(css);
    arrive();
  }

  async function bring() {
    if (isThere) return;
    try {
      const response = await fetch(url, { priority: "low", signal: fetching.signal });
      if (response.ok) link(await WebAssembly.compile(await response.arrayBuffer()));
    } catch { /* Whoever needs it says so; until then the connection may have come back. */ }
    if (!isThere) setTimeout(bring, AGAIN);
  }

  // Two frames on, the rows are on the screen.
  addEventListener("nexudus-count", () => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(bring))), { once: true });
  setTimeout(bring, AT_THE_LATEST);

  function need() {
    if (isThere) return;
    // Somebody was faster. The caller is in the middle of a call and cannot wait, so the page does: a request that blocks it.
    fetching.abort();
    const request = new XMLHttpRequest();
    request.open("GET", url, false);
    // A blocking request gives text alone. In this encoding the low byte of each character is the byte that was sent.
    request.overrideMimeType("text/plain; charset=x-user-defined");
    request.send();
    if (request.status !== 200) throw new Error(`nexudus-inbox: ${url} could not be loaded (${request.status}).`);
    link(new WebAssembly.Module(Uint8Array.from(request.responseText, (character) => character.charCodeAt(0))));
  }

  // A text that is not there is among those that come.
  Object.setPrototypeOf(english, new Proxy({}, { get(_, key) { need(); return Object.hasOwn(english, key) ? english[key] : undefined; } }));
  return need;
}
