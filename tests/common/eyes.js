// Eyes for the elements of a page under test, and the plainest hands.

/** A frame, or a moment where the browser draws none. */
export function frame() {
  return new Promise((go) => {
    requestAnimationFrame(go);
    setTimeout(go, 50);
  });
}

export function all(node, selector) { return [...node.querySelectorAll(selector)]; }

/** What a person sees: hidden parts are left out. */
export function visibleText(node) {
  return node.innerText ?? [...node.children].map((child) => child.innerText).join("\n");
}

/** What assistive technology calls an element, as far as these views go. */
export function nameOf(element) {
  const tree = element.getRootNode();
  const byId = (id) => tree.getElementById(id)?.textContent ?? "";
  const labelled = element.getAttribute("aria-labelledby");
  if (labelled) return labelled.split(" ").map(byId).join(" ").trim();
  if (element.ariaLabel) return element.ariaLabel.trim();
  if (element.labels?.length) return element.labels[0].textContent.trim();
  return (element.textContent || element.title).trim();
}

/** The visible elements of that selector and name. */
export function named(node, selector, name) {
  return all(node, selector).filter((element) => element.checkVisibility() && nameOf(element) === name);
}

export function type(element, text) {
  element.focus();
  element.value = text;
  element.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
}

export function adopted(root) { return root.adoptedStyleSheets.length; }
export function computed(element, property) { return getComputedStyle(element).getPropertyValue(property); }

export function hidePopover(element) {
  element.hidePopover();
}

/** Fills a field in as some password managers do: nobody is told. */
export function fillSilently(element, text) {
  element.value = text;
}

/** What is kept of that name's beginning, as `name text`. */
export function kept(storage, prefix) {
  return Object.keys(storage).filter((name) => name.startsWith(prefix)).map((name) => `${name} ${storage.getItem(name)}`);
}
