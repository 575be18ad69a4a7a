// Scrolling, wherever it happens: the page, a pane of the page, or a pane inside the shadow root.

/** By the object model: a strict policy refuses style attributes. */
export function setHeight(element, pixels) {
  element.style.height = `${pixels}px`;
}

/** Scrolls no further than needed. */
export function keepInSight(element) {
  element.scrollIntoView({ block: "nearest" });
}

/**
 * Gives the focus to the first `wanted` inside the closest `around`. What only holds the focus `stays` where it is when a pointer has
 * pressed `from`; who goes by keyboard sees where the focus has gone.
 */
export function focusFirst(from, around, wanted, stays) {
  from?.closest(around)?.querySelector(wanted)?.focus({ preventScroll: stays && !from.matches(":focus-visible") });
}

const keepsStill = CSS.supports("overflow-anchor", "auto");

/**
 * What is read stays where it is on screen while something above it changes its height. Most browsers see to that; Safari does
 * not, so it is scrolled after it. Returns what does that, for when the change is done.
 */
export function holdStill(area) {
  const top = (element) => element.getBoundingClientRect().top;
  const row = !keepsStill && top(area) < 0 && [...area.querySelectorAll(".row")].find((row) => row.getBoundingClientRect().bottom > 0);
  const before = row && top(row);
  return () => {
    // What does not scroll ignores it.
    for (let node = area; row?.isConnected && node && top(row) !== before; node = node.parentElement ?? node.getRootNode().host) {
      node.scrollTop += top(row) - before;
    }
  };
}

/**
 * Marks the row that the keyboard is in, from now on. A press does not: what the mark brings into sight would take away from under
 * the pointer what is pressed. (Safari does not follow `:has(:focus-visible)` inside a shadow root.)
 */
export function markKeyed(area) {
  const mark = ({ type, target }) => {
    target.closest(".row")?.classList.toggle("keyed", type === "focusin" && target.matches(":focus-visible"));
  };
  area.addEventListener("focusin", mark);
  area.addEventListener("focusout", mark);
}

/** Calls `act` at most once a frame while something around the element scrolls or changes its size. Returns what ends it. */
export function followScroll(element, act) {
  const controller = new AbortController();
  let frame = 0;
  const once = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      if (!controller.signal.aborted) act();
    });
  };
  const options = { capture: true, passive: true, signal: controller.signal };
  // An event inside a shadow root is not heard outside of it, and the element may not be in its root yet.
  window.addEventListener("scroll", once, options);
  window.addEventListener("resize", once, options);
  queueMicrotask(() => element.getRootNode().addEventListener("scroll", once, options));
  return () => controller.abort();
}
