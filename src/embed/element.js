// What Rust cannot be: a class that extends HTMLElement. It knows when the element comes and goes, and nothing else.

import { label, speak } from "../i18n/language.js";

/**
 * Registers a custom element; one that exists already is left as it is.
 * @param {string} tag
 * @param {string} attributes names of those whose change starts the widget anew
 * @param {string} css
 * @param {(host: HTMLElement, root: HTMLElement, texts: number) => { unmount(): void }} mount
 */
export function defineElement(tag, attributes, css, mount) {
  if (customElements.get(tag)) return;
  // A constructed sheet is shared by all instances and allowed under a strict style-src.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);

  class Widget extends HTMLElement {
    static observedAttributes = attributes.split(" ");
    #shadow = this.attachShadow({ mode: "open" });
    #mounted = null;
    #stale = false;
    #queued = false;
    #turn = 0;

    connectedCallback() {
      // A page may have set the property before there was this class; then it hides the one below.
      if (Object.hasOwn(this, "texts")) {
        const { texts } = this;
        delete this.texts;
        this.texts = texts;
      }
      this.#settle();
    }
    disconnectedCallback() { this.#settle(); }
    attributeChangedCallback(_name, before, after) {
      if (before === after) return;
      this.#stale = true;
      this.#settle();
    }

    /** The attribute of that name, which takes an object as well. */
    get texts() { return this.getAttribute("texts"); }
    set texts(texts) {
      if (texts == null) this.removeAttribute("texts");
      else this.setAttribute("texts", typeof texts === "string" ? texts : JSON.stringify(texts));
    }

    // A move in the document is a disconnect and a connect in one go, and several attributes often change together:
    // the next microtask sees only what has become of it. It also keeps a mount out of whatever code caused it.
    #settle() {
      if (this.#queued) return;
      this.#queued = true;
      queueMicrotask(() => {
        this.#queued = false;
        const turn = ++this.#turn;
        if (this.#mounted && (!this.isConnected || this.#stale)) {
          this.#mounted.unmount();
          this.#mounted = null;
          this.#shadow.replaceChildren();
        }
        if (this.isConnected && !this.#mounted) {
          this.#stale = false;
          const texts = speak(this);
          if (typeof texts === "number") this.#mount(texts);
          else {
            texts.then((texts) => {
              // Whatever has happened to the element since then has had a turn of its own, or is about to.
              if (turn === this.#turn && !this.#queued) this.#mount(texts);
            });
          }
        }
      });
    }

    #mount(texts) {
      this.#shadow.adoptedStyleSheets = [sheet];
      const root = document.createElement("div");
      root.className = "root";
      label(root, this, texts);
      this.#shadow.append(root);
      this.#mounted = mount(this, root, texts);
    }
  }
  customElements.define(tag, Widget);
}
