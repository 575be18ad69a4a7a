// Scrolling, wherever it happens: the page, a pane of the page, or a pane inside the shadow root.

/** By the object model: a strict policy refuses style attributes. */
export function setHeight(element, pixels) {
  element.style.height = `${pixels}px`;
}

/** Scrolls no further than needed. */
export function keepInSight(element) {
  element.scrollIntoView({ block: "nearest" });
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
