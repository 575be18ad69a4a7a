// What a member's first view asks the service for, asked while the engine is still on its way: the token where the page gives it, and
// the list. The engine takes over what it would have asked for in the same words, and knows nothing of the rest.

import { EARLY, call } from "../shell/browser.js";
import { tokenOf } from "../shell/host.js";

/** Asks, once, where it can be known who is signed in. */
export function askEarly(host) {
  if (host[EARLY] || host.localName !== "nexudus-inbox" || host.getAttribute("audience") === "staff") return;
  const portal = address(host, "portal-url") ?? "";
  const gone = new AbortController();
  const early = { url: `${portal}/en/coworker/notifications`, end: () => gone.abort() };
  const list = (token) => {
    early.token = token;
    early.answer = call(null, "GET", early.url, "application/json", undefined, token, undefined, gone.signal);
    // Whoever takes it over hears of it.
    early.answer.catch(() => {});
  };
  if (typeof host.getToken === "function") {
    early.given = (async () => host.getToken({ refused: false }))();
    early.given.then((answer) => {
      const token = tokenOf(answer);
      if (token && !gone.signal.aborted) list(token);
    }, () => {});
  } else {
    const token = stored(`nexudus-inbox.session.member.${address(host, "token-url") ?? portal}`);
    if (!token) return;
    list(token);
  }
  host[EARLY] = early;
}

/** Nobody is going to take it over. */
export function dropEarly(host) {
  host[EARLY]?.end();
  delete host[EARLY];
}

/** As the engine reads it (`src/embed/config.rs`). Above all the token goes nowhere else. */
function address(host, name) {
  const value = host.getAttribute(name)?.trim().replace(/\/+$/, "");
  return value === "" || /^(https?:\/\/|\/(?!\/))/.test(value) ? value : undefined;
}

/** The token of an earlier page in this tab (`src/session/account.rs`). */
function stored(key) {
  try {
    return sessionStorage.getItem(key)?.split("\n")[0];
  } catch { /* A frame without storage. */ }
}
