// Browser services that have no binding without unstable flags, or whose bindings throw through Rust.

const chains = new Map();

/** Runs `task` while no other tab (or, without Web Locks, nothing else on this page) runs one of that name. */
export async function exclusively(name, task) {
  let begun = false;
  const once = () => {
    begun = true;
    return task();
  };
  try {
    return await navigator.locks.request(name, once);
  } catch (error) {
    // No Web Locks here: an insecure page, or a sandboxed frame, which refuses them.
    if (begun) throw error;
  }
  const next = (chains.get(name) ?? Promise.resolve()).then(task, task);
  chains.set(name, next);
  return next;
}

/** Resolves after a while. */
export function sleep(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** A GET that outlives the page. Nobody will hear its answer. */
export function sendLastWords(url, token) {
  fetch(url, {
    headers: { authorization: `Bearer ${token}`, accept: "application/json", "content-type": "application/json" },
    keepalive: true, cache: "no-store", credentials: "omit", redirect: "error",
  }).catch(() => {});
}
