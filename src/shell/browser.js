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

/** The same request, but one that outlives the page. */
export function keptAlive(request) {
  return new Request(request, { keepalive: true });
}

/** Tells the page. Returns whether nobody has cancelled it. */
export function emit(target, name, detail) {
  return target.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, cancelable: true, detail }));
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
