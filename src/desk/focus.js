/**
 * What has the focus may leave the desk, or hide: a button that is done, a question that is answered. Without this the focus would
 * fall to the page, and a keyboard would begin at its top. Who has moved the focus to a better place has done so before.
 */
export function keepFocus(panel) {
  let last, timer, root;
  const isThere = () => last.isConnected && last.checkVisibility();
  const check = () => {
    if (!last || isThere()) return;
    const { activeElement } = root;
    const isLost = activeElement ? activeElement === last : document.activeElement === document.body;
    last = undefined;
    // Without scrolling: what somebody is about to press stays where it is.
    if (isLost) panel.querySelector("h2").focus({ preventScroll: true });
  };
  const observer = new MutationObserver(() => {
    clearTimeout(timer);
    if (!panel.isConnected) observer.disconnect();
    else if (last) timer = setTimeout(check, 100);
  });
  panel.addEventListener("focusin", ({ target }) => {
    last = target;
    if (root) return;
    root = panel.getRootNode();
    // Of the root, so that the end of the panel is seen as well, and with it the observer's.
    observer.observe(root, { attributeFilter: ["hidden", "disabled"], childList: true, subtree: true });
  });
  // Somebody has gone elsewhere; what goes away is not there any more when this is looked at.
  panel.addEventListener("focusout", () => setTimeout(() => {
    if (last && !root.activeElement && isThere()) last = undefined;
  }));
}
