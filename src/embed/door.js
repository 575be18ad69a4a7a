// What a page loads first: the two elements, and when what moves them (the engine, a WebAssembly module) is brought in.
// Rust cannot extend HTMLElement; this class knows when an element comes, changes and goes, and nothing else.

import { label, speak } from "../i18n/language.js";
import { askEarly, dropEarly } from "./early.js";
import { sheetOf, source } from "./engine.js";
import { submit } from "./frames.js";
import { hold } from "./intent.js";
import { adopt, choice, redraws, reflect } from "./properties.js";
import { placeholder } from "./placeholder.js";

/**
 * Registers the elements; one that exists already is left as it is.
 * @param {string} css the sheet that all of them have
 * @param {Record<string, import("./engine.js").Engine | (() => Promise<import("./engine.js").Engine>)>} engines by tag
 */
export function define(css, engines) {
  // A server that renders the page ahead of time has none.
  if (!globalThis.customElements) return;
  const sheet = sheetOf(css);
  for (const [tag, engine] of Object.entries(engines)) {
    if (!customElements.get(tag)) customElements.define(tag, elementClass(tag, sheet, source(engine)));
  }
}

/** Each tag needs a class of its own. What could be by itself stands in the modules beside; the rest is one state. */
function elementClass(tag, sheet, engine) {
  class Widget extends HTMLElement {
    static observedAttributes = reflect(Widget);
    #shadow = this.attachShadow({ mode: "open" });
    #mounted = null;
    #stale = false;
    #queued = false;
    #turn = 0;
    /** Somebody has wanted to use it: from then on it waits for nothing. */
    #wanted = false;
    /** Ends the wait for an intent. */
    #let = () => {};
    /** What was asked for before there was anybody to do it. */
    #asked = [];
    #getToken = null;
    #isOpen = false;

    constructor() {
      super();
      this.#shadow.addEventListener("toggle", () => this.#tellIfOpen(), true);
      if (top !== window) this.#shadow.addEventListener("click", submit);
    }

    connectedCallback() {
      adopt(this);
      this.#settle();
    }
    disconnectedCallback() { this.#settle(); }
    attributeChangedCallback(name, before, after) {
      if (before === after) return;
      const redrawn = redraws(name);
      if (redrawn) this.#stale = true;
      else choice(this, name, true);
      if (redrawn || name === "loading") this.#settle();
    }

    /** Asks the page for who is signed in: `async ({ refused }) => token | { token, user } | null`. */
    get getToken() { return this.#getToken; }
    set getToken(ask) {
      if (ask != null && typeof ask !== "function") {
        console.warn("nexudus-inbox: getToken is not a function; it is not used.");
        ask = null;
      }
      // It is read whenever it is needed, so another function alone changes nothing that is seen.
      if (!ask !== !this.#getToken) {
        this.#stale = true;
        if (this.isConnected) this.#settle();
      }
      this.#getToken = ask ?? null;
    }

    refresh() { this.#ask("refresh"); }
    signOut() { this.#ask("sign-out"); }
    open() {
      // One that was put in the page just now has nothing to open yet.
      this.#bringIn();
      this.#shadow.querySelector("[popover]")?.showPopover();
    }
    close() { this.#shadow.querySelector("[popover]")?.hidePopover(); }

    /** An event inside of the shadow root is the whole way to the view. */
    #ask(what) {
      const panel = this.#mounted && this.#shadow.querySelector(".panel");
      if (panel) panel.dispatchEvent(new Event(`nexudus-${what}`));
      else {
        this.#asked.push(what);
        this.#bringIn();
      }
    }

    /** One panel may take the place of another while it is open, which is nothing to tell of. */
    #tellIfOpen() {
      const isOpen = this.#shadow.querySelector(":popover-open") != null;
      if (isOpen === this.#isOpen) return;
      this.#isOpen = isOpen;
      this.#tell(isOpen ? "open" : "close");
    }

    #tell(what, detail) {
      this.dispatchEvent(new CustomEvent(`nexudus-${what}`, { bubbles: true, composed: true, detail }));
    }

    // A move in the document is a disconnect and a connect in one go, and several attributes often change together:
    // the next microtask sees only what has become of it. It also keeps a mount out of whatever code caused it.
    #settle() {
      if (this.#queued) return;
      this.#queued = true;
      queueMicrotask(() => {
        this.#queued = false;
        this.#turn += 1;
        const isOpen = this.#shadow.querySelector(":popover-open") != null;
        if (!this.isConnected || this.#stale) this.#end();
        if (!this.isConnected) this.#tellIfOpen();
        if (this.isConnected && !this.#mounted) {
          this.#stale = false;
          if (engine.loaded || this.#wanted) this.#bringIn(isOpen);
          else {
            this.#show(placeholder(this), isOpen);
            this.#let = hold(this, choice(this, "loading"), () => this.#bringIn());
          }
        }
      });
    }

    #end() {
      this.#let();
      dropEarly(this);
      this.#mounted?.unmount();
      this.#mounted = null;
      this.#shadow.replaceChildren();
    }

    #bringIn(isOpen = false) {
      if (this.#mounted || !this.isConnected) return;
      this.#let();
      this.#wanted = true;
      const turn = this.#turn;
      const speech = speak(this, tag === "nexudus-desk");
      if (engine.loaded && !(speech instanceof Promise)) return this.#mount(speech, isOpen);
      if (!this.#shadow.firstChild) this.#show(placeholder(this), isOpen);
      // Not before everything is set that is being set.
      if (!this.#queued) askEarly(this);
      // Whatever has happened to the element since then has had a turn of its own, or is about to.
      const isLate = () => turn !== this.#turn || this.#queued || this.#mounted;
      Promise.all([speech, engine.loaded ?? engine.load()]).then(([speech]) => isLate() || this.#mount(speech), (why) => {
        if (!isLate()) this.#fail(why);
      });
    }

    #show(root, isOpen) {
      this.#shadow.adoptedStyleSheets = [sheet, ...(engine.loaded?.sheets ?? [])];
      this.#shadow.replaceChildren(root);
      if (isOpen) this.#shadow.querySelector("[popover]")?.showPopover();
    }

    #mount({ tag, table, own }, isOpen) {
      const wasOpen = isOpen || this.#shadow.querySelector(":popover-open") != null;
      const hadFocus = this.#shadow.activeElement != null;
      const root = document.createElement("div");
      root.className = "root";
      label(root, this, tag);
      this.#show(root, false);
      try {
        this.#mounted = engine.loaded.mount(this, root, tag, table, own);
      } catch (why) {
        return this.#fail(why);
      }
      if (wasOpen) this.open();
      if (hadFocus) this.#shadow.querySelector(".bell, h2")?.focus();
      this.#tellIfOpen();
      this.#tell("ready");
      for (const what of this.#asked.splice(0)) this.#ask(what);
    }

    /** Nothing could be brought in. That is said in the element's language where that at least is there. */
    async #fail(why) {
      const turn = this.#turn;
      const { table } = await speak(this, false);
      if (turn !== this.#turn || this.#mounted) return;
      const isOpen = this.#shadow.querySelector(":popover-open") != null;
      this.#show(placeholder(this, table, () => {
        this.#show(placeholder(this), this.#shadow.querySelector(":popover-open") != null);
        this.#bringIn();
      }), isOpen);
      console.warn("nexudus-inbox: the WebAssembly module could not be started.", why);
      this.#tell("error", { message: this.#shadow.querySelector("p").textContent });
    }
  }
  return Widget;
}
