// The page's own way to a token: `element.getToken`. What it gives, or throws, is told to nobody.

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
    const answer = await Promise.race([host.getToken({ refused }), ended]);
    if (answer == null) return "";
    const { token, user } = typeof answer === "string" ? { token: answer } : answer;
    // A header takes nothing else.
    if (typeof token === "string" && /^[!-~]+$/.test(token)) return `${token}\n${/string|number/.test(typeof user) ? user : ""}`;
  } catch { /* nothing */ } finally {
    gone.removeEventListener("abort", end);
  }
}
