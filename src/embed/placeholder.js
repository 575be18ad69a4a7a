// What is seen of an element before its engine is there, or when that could not be had: the same bell and the same panel.

import { nameOf } from "../i18n/language.js";

/** Said where an element could not be started; src/i18n/lang/ has them too. */
export const english = {
  notStarted: "This part of the page could not be loaded. Check your connection and try again; if it stays so, tell your administrator.",
};

function make(tag, attributes, ...children) {
  const svg = ["svg", "path"].includes(tag);
  const node = svg ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/**
 * The root of an element that is not there yet.
 * @param {HTMLElement} host
 * @param {object} [table] the texts of its language, where it has failed
 * @param {() => void} [retry]
 */
export function placeholder(host, table, retry) {
  const isInbox = host.localName === "nexudus-inbox";
  const name = isInbox ? nameOf(host) : "";
  const panel = make("div", { class: "panel", part: "panel" });
  if (name) panel.append(make("div", { class: "bar", part: "header" }, make("h2", { tabindex: -1 }, name)));
  if (retry) {
    const again = make("button", { type: "button" }, table.retry ?? "Try again");
    again.addEventListener("click", retry);
    const sentence = make("p", {}, table.notStarted ?? english.notStarted);
    panel.append(make("div", { class: "state failed", part: "error", role: "alert" }, sentence, again));
  } else panel.append(make("div", { class: "state" }, "…"));
  const root = make("div", { class: "root waits", ...(retry ? {} : { "aria-busy": "true" }) });
  if (isInbox && host.getAttribute("display") === "bell") {
    panel.id = "panel";
    panel.popover = "auto";
    const path = make("path", { d: "M6 16V11a6 6 0 0 1 12 0v5l2 2H4l2-2zm4 4a2 2 0 0 0 4 0" });
    const icon = make("svg", { class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true" }, path);
    root.append(make("button", { type: "button", class: "bell", part: "bell", popovertarget: "panel", "aria-label": name }, icon));
  }
  root.append(panel);
  return root;
}
