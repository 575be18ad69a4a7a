// What moves an element, and how it is brought in.

/**
 * What moves an element: `mount` builds its view in a root and returns what ends it again; `sheets` are for beside the
 * common one. A function brings it in.
 * @typedef {{ mount(host: HTMLElement, root: HTMLElement, tag: string, table: object, own: string): { unmount(): void }, sheets?: CSSStyleSheet[] }} Engine
 */

/** A constructed sheet is shared by all instances and allowed under a strict style-src. */
export function sheetOf(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

/** Brings an engine in once; what failed is tried again the next time. */
export function source(engine) {
  if (typeof engine !== "function") return { loaded: engine };
  const from = {
    load() {
      from.loading ??= engine().then((loaded) => { from.loaded = loaded; }, (why) => {
        from.loading = undefined;
        throw why;
      });
      return from.loading;
    },
  };
  return from;
}
