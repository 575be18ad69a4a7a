// What a hand does beside a plain press, and what an eye measures.

import { nameOf } from "./eyes.js";

/** Chooses what a select calls by that name. */
export function choose(select, name) {
  select.value = [...select.options].find((option) => option.textContent === name).value;
  select.dispatchEvent(new Event("change", { bubbles: true }));
}

/** A pointer comes or goes. */
export function pointer(element, event) {
  element.dispatchEvent(new PointerEvent(event));
}

/** The clicks of a double click, as browsers count them. */
export function clickTwice(element) {
  for (const detail of [1, 2]) element.dispatchEvent(new PointerEvent("click", { bubbles: true, cancelable: true, composed: true, detail }));
}

/** Clicks with such keys held. Returns whether the browser was left to follow the link; it does not get to. */
export function clickHolding(element, keys) {
  let followed = true;
  const last = (event) => {
    followed = !event.defaultPrevented;
    event.preventDefault();
  };
  window.addEventListener("click", last, { once: true });
  const held = Object.fromEntries(keys.map((key) => [`${key}Key`, true]));
  element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, composed: true, ...held }));
  return followed;
}

/** A page that routes by itself, or one that only listens. Returns what it is told, as it comes, one JSON text each. */
export function follow(host, takesOver) {
  const told = [];
  host.addEventListener("nexudus-navigate", (event) => {
    told.push(JSON.stringify(event.detail));
    if (takesOver) event.preventDefault();
  });
  return told;
}

/** What can be pressed or chosen, can be seen, and is smaller than a finger can hit. */
export function tooSmall(root) {
  return [...root.querySelectorAll("button, select, summary, input")]
    .filter((element) => element.checkVisibility())
    .filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      return width < 24 || height < 24;
    })
    .map((element) => element.outerHTML.slice(0, 160));
}

/** Buttons whose visible text is not part of their name: who speaks to the machine says what they see. */
export function misnamed(root) {
  return [...root.querySelectorAll("button")]
    .filter((element) => element.checkVisibility() && element.innerText.trim())
    .filter((element) => !nameOf(element).toLowerCase().includes(element.innerText.trim().toLowerCase()))
    .map((element) => `"${element.innerText.trim()}" is called "${nameOf(element)}"`);
}

/** Rules of a root's sheets that move something, and are not for those alone who do not mind. */
export function motions(root) {
  const walk = (rules) => [...rules].flatMap((rule) => {
    if (rule.conditionText?.includes("prefers-reduced-motion: no-preference")) return [];
    const style = rule.style;
    // `all` spells these out as well in WebKit, with the value that says nothing.
    const says = (value) => value && !value.includes("initial");
    const moves = style && (says(style.transition) || says(style.animation) || style.scrollBehavior === "smooth");
    return [...(moves ? [rule.cssText] : []), ...(rule.cssRules ? walk(rule.cssRules) : [])];
  });
  return root.adoptedStyleSheets.flatMap((sheet) => walk(sheet.cssRules));
}

/** Whether an element is inside what the window shows. */
export function isInSight(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

/** Scrolls the page so that this many pixels are above the window. */
export function scrollPage(pixels) {
  window.scrollTo(0, pixels);
}

/** Lets files fall on an element: pairs of name and bytes. */
export function dropFiles(element, files) {
  const dataTransfer = new DataTransfer();
  for (const [name, bytes] of files) dataTransfer.items.add(new File([bytes], name));
  for (const kind of ["dragover", "drop"]) {
    element.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, composed: true, dataTransfer }));
  }
}

/** Chooses files, pairs of name and bytes, as soon as the browser is asked to let somebody choose. */
export function chooseFiles(files) {
  const choose = (event) => {
    const [input] = event.composedPath();
    if (input.type !== "file") return;
    removeEventListener("click", choose, true);
    event.preventDefault();
    const chosen = new DataTransfer();
    for (const [name, bytes] of files) chosen.items.add(new File([bytes], name));
    input.files = chosen.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  };
  addEventListener("click", choose, true);
}

/** What is saved to disk while it is there; nothing really is. */
export class Caught {
  #files = [];
  #before = { createObjectURL: URL.createObjectURL, click: HTMLAnchorElement.prototype.click };

  constructor() {
    const blobs = new Map(), files = this.#files, { createObjectURL, click } = this.#before;
    URL.createObjectURL = (blob) => {
      const url = createObjectURL.call(URL, blob);
      blobs.set(url, blob);
      return url;
    };
    HTMLAnchorElement.prototype.click = function () {
      if (!blobs.has(this.href)) return click.call(this);
      files.push(blobs.get(this.href).arrayBuffer().then((bytes) => {
        // Without the mark at the beginning of a text, a decoder would take it away.
        return `${this.download}\n${new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)}`;
      }));
    };
  }

  /** Name and text of each. */
  saved() {
    return Promise.all(this.#files);
  }

  end() {
    URL.createObjectURL = this.#before.createObjectURL;
    HTMLAnchorElement.prototype.click = this.#before.click;
  }
}

/** Presses a key on an element: `ArrowDown`, `Control+z`. */
export function typeKey(element, name) {
  const ctrlKey = name.startsWith("Control+");
  const key = ctrlKey ? name.slice("Control+".length) : name;
  element.focus();
  element.dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey, bubbles: true, composed: true, cancelable: true }));
}

/** Gives an element the focus as keys do, which shows where it is, or as a press does. */
export function focusBy(keys, element) {
  element.focus({ focusVisible: keys });
}

/** Whether the page would ask before somebody leaves it. */
export function asksBeforeLeaving() {
  return !window.dispatchEvent(new Event("beforeunload", { cancelable: true }));
}

/** Whether an element takes part in the page. */
export function hasRoom(element) {
  return element.checkVisibility();
}
