// What Rust cannot be: a class that extends HTMLElement. It knows when the element comes and goes, and nothing else.

/**
 * Registers a custom element; one that exists already is left as it is.
 * @param {string} tag
 * @param {string[]} attributes those whose change starts the widget anew
 * @param {string} css
 * @param {(host: HTMLElement, root: HTMLElement) => { unmount(): void }} mount
 */
export function defineElement(tag, attributes, css, mount) {
  if (customElements.get(tag)) return;
  // A constructed sheet is shared by all instances and allowed under a strict style-src.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);

  class Widget extends HTMLElement {
    static observedAttributes = attributes;
    #shadow = this.attachShadow({ mode: "open" });
    #mounted = null;
    #stale = false;
    #queued = false;

    connectedCallback() { this.#settle(); }
    disconnectedCallback() { this.#settle(); }
    attributeChangedCallback(_name, before, after) {
      if (before === after) return;
      this.#stale = true;
      this.#settle();
    }

    // A move in the document is a disconnect and a connect in one go, and several attributes often change together:
    // the next microtask sees only what has become of it. It also keeps a mount out of whatever code caused it.
    #settle() {
      if (this.#queued) return;
      this.#queued = true;
      queueMicrotask(() => {
        this.#queued = false;
        if (this.#mounted && (!this.isConnected || this.#stale)) {
          this.#mounted.unmount();
          this.#mounted = null;
          this.#shadow.replaceChildren();
        }
        if (this.isConnected && !this.#mounted) {
          this.#stale = false;
          this.#shadow.adoptedStyleSheets = [sheet];
          const root = document.createElement("div");
          root.className = "root";
          this.#shadow.append(root);
          this.#mounted = mount(this, root);
        }
      });
    }
  }
  customElements.define(tag, Widget);
}
