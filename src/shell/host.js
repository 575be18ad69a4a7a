// The page's own way to a token: `element.getToken`. What it gives, or throws, is told to nobody.

import { EARLY } from "./browser.js";

const asking = new WeakMap();

/** Whether the page gives this element its token. */
export function givesToken(host) {
  return typeof host.getToken === "function";
}

/**
 * Asks the page for a token, once for all who wait; `anew` does not wait with them. Resolves to the token, a line break and whose
 * it is; to an empty text where the page says that nobody is signed in; to nothing where its answer is of no use.
 */
export function askPage(host, gone, refused, anew) {
  if (anew || !asking.has(gone)) {
    const asked = ask(host, gone, refused).finally(() => { if (asking.get(gone) === asked) asking.delete(gone); });
    asking.set(gone, asked);
  }
  return asking.get(gone);
}

async function ask(host, gone, refused) {
  let end;
  // A page that never answers does not hold what has gone.
  const ended = new Promise((_, reject) => gone.addEventListener("abort", end = reject));
  try {
    const answer = await Promise.race([(!refused && givenEarly(host)) || host.getToken({ refused }), ended]);
    if (answer == null) return "";
    const token = tokenOf(answer);
    if (token) return `${token}\n${/string|number/.test(typeof answer.user) ? answer.user : ""}`;
  } catch { /* nothing */ } finally {
    gone.removeEventListener("abort", end);
  }
}

/** What the door has asked the page for already; once. */
function givenEarly(host) {
  const given = host[EARLY]?.given;
  if (given) delete host[EARLY].given;
  return given;
}

/** The token in what a page has given, if it is one: a header takes nothing else. */
export function tokenOf(answer) {
  const token = typeof answer === "string" ? answer : answer?.token;
  return typeof token === "string" && /^[!-~]+$/.test(token) ? token : undefined;
}
