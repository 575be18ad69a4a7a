// When an engine is brought in: at once, when the page has time for it, or when somebody is about to use the element.

/**
 * Calls `go` when it is time, once. Returns what ends the waiting.
 * @param {HTMLElement} element
 * @param {string} mode `eager`, `idle` or `intent`; without, a bell waits until the page has time, and a list does not wait
 * @param {() => void} go
 */
export function hold(element, mode, go) {
  const isBell = element.getAttribute("display") === "bell";
  if (mode === "intent") return isBell ? touched(element, go) : seen(element, go);
  if (mode === "idle" || (!mode && isBell)) return idle(go);
  go();
  return () => {};
}

function idle(go) {
  // Safari has none.
  if (!globalThis.requestIdleCallback) {
    const timer = setTimeout(go, 200);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(go, { timeout: 2000 });
  return () => cancelIdleCallback(handle);
}

/** A pointer over it, a finger or the focus on it. */
function touched(element, go) {
  const controller = new AbortController();
  const end = () => controller.abort();
  for (const event of ["pointerover", "pointerdown", "focusin", "click"]) {
    // A press that nothing announced, as assistive technology makes it, first opens the panel that is there.
    element.addEventListener(event, () => { end(); setTimeout(go); }, { signal: controller.signal, passive: true });
  }
  return end;
}

/** What stands in the page is about to be used when it is scrolled near. */
function seen(element, go) {
  const observer = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) {
      observer.disconnect();
      go();
    }
  }, { rootMargin: "200px" });
  observer.observe(element);
  return () => observer.disconnect();
}
