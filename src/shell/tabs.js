// What the tabs of one account share: messages, two locks that say who acts for all of them, and entries on disk.

/** The way to the other tabs; without a scope there are none. Everything that is heard comes to `heard` as one line of text. */
export class Tabs {
  #scope; #heard; #channel; #roles = new Map();

  constructor(scope, heard) {
    this.#scope = scope;
    this.#heard = heard;
    if (scope) try {
      this.#channel = new BroadcastChannel(scope);
      this.#channel.onmessage = ({ data }) => heard(data);
    } catch { /* A page without an origin of its own has no other tabs. */ }
  }

  tell(text) {
    this.#channel?.postMessage(text);
  }

  /** Tries for a role, for as long as it takes; or gives it up. */
  lead(role, wanted) {
    if (!wanted) {
      if (this.#roles.has(role)) this.#heard(`lead ${role} 0`);
      this.#roles.get(role)?.();
      this.#roles.delete(role);
      return;
    }
    if (this.#roles.has(role)) return;
    const controller = new AbortController();
    const given = new Promise((give) => this.#roles.set(role, () => { controller.abort(); give(); }));
    const begin = () => { if (!controller.signal.aborted) this.#heard(`lead ${role} 1`); };
    (async () => {
      try {
        await (this.#scope ? navigator.locks.request(`${this.#scope}.${role}`, { signal: controller.signal }, () => { begin(); return given; }) : Promise.reject());
      } catch {
        // No Web Locks here (an insecure page, a sandboxed frame), or nobody to share with: each element acts for itself.
        begin();
      }
    })();
  }

  leave() {
    this.#heard = () => {};
    this.#channel?.close();
    for (const give of this.#roles.values()) give();
    this.#roles.clear();
  }
}

/** The entries on disk whose names begin so, one a line: the rest of the name, and the text. Nothing where there is no disk. */
export function entries(prefix) {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(prefix));
    return names.map((name) => `${name.slice(prefix.length)} ${localStorage.getItem(name)}`).join("\n");
  } catch { /* nothing */ }
}

/** Writes an entry or, without a text, removes it. Returns whether that worked. */
export function store(name, text) {
  try {
    if (text === undefined) localStorage.removeItem(name);
    else localStorage.setItem(name, text);
    return true;
  } catch {
    return false;
  }
}
