// For pages that would rather call than place an element.

import { assign } from "./properties.js";

/**
 * Puts an element into a place of the page.
 * @param {Element | string} target an element, or a selector of one
 * @param {object} [options] every attribute by its property's name, `getToken`, and `element`: "nexudus-inbox" or "nexudus-desk"
 */
export function mount(target, { element: tag = "nexudus-inbox", ...options } = {}) {
  const place = typeof target === "string" ? document.querySelector(target) : target;
  if (!(place instanceof Element)) throw new TypeError(`nexudus-inbox: mount found no element "${target}" to put it in.`);
  if (tag !== "nexudus-inbox" && tag !== "nexudus-desk") {
    throw new TypeError(`nexudus-inbox: element: "${tag}" is neither "nexudus-inbox" nor "nexudus-desk".`);
  }
  const element = document.createElement(tag);
  assign(element, options);
  place.append(element);
  return {
    element,
    refresh: () => element.refresh(),
    open: () => element.open(),
    close: () => element.close(),
    signOut: () => element.signOut(),
    setOptions: (changes) => assign(element, changes),
    unmount: () => element.remove(),
  };
}
