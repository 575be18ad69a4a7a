// The pseudo-language: every text of the tables longer and in brackets, so that what is not from them stands out.

const text = (text) => `⟦${text.split(/(\{\w+\})/).map((part, at) => (at % 2 ? part : part.replace(/[aeiou]/gi, "$&$&"))).join("")}⟧`;

/** The texts of inbox and desk in the pseudo-language, as JSON. */
export async function pseudo() {
  const { english } = await import("/src/i18n/texts.js");
  const { desk } = await import("/src/i18n/desk.js");
  const entry = (value) => (typeof value === "string" ? text(value) : Object.fromEntries(Object.entries(value).map(([form, value]) => [form, text(value)])));
  return JSON.stringify(Object.fromEntries(Object.entries({ ...english, ...desk }).map(([key, value]) => [key, entry(value)])));
}

const inside = (root) => [...root.querySelectorAll("*")].filter((element) => element.checkVisibility() || element.tagName === "OPTION");

/** What can be read and stands in no brackets. Messages, times and days are data. */
export function unbracketed(root) {
  const own = (element) => [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data);
  const said = inside(root)
    .filter((element) => !element.matches(".text, .text a, time, [part=group] h3, .week text, .table-box tbody th"))
    .flatMap((element) => [...own(element), ...["aria-label", "title", "placeholder"].map((name) => element.getAttribute(name) ?? "")]);
  return said.filter((text) => {
    let rest = text;
    for (let before; before !== rest; rest = rest.replace(/⟦[^⟦⟧]*⟧/g, "")) before = rest;
    return /\p{L}/u.test(rest);
  });
}

/** What is wider than its own box, or reaches out of the element. What somebody types may be, and what scrolls in its own box. */
export function clipped(host) {
  const outer = host.getBoundingClientRect();
  return inside(host.shadowRoot)
    .filter((element) => !element.matches("input, textarea, select, option, svg, svg *, .unseen, .scroll, .scroll *"))
    .filter((element) => {
      const box = element.getBoundingClientRect();
      const isOut = !element.closest("[popover]") && (box.left < outer.left - 0.5 || box.right > outer.right + 0.5);
      return isOut || (element.clientWidth > 0 && element.scrollWidth > element.clientWidth);
    })
    .map((element) => `${element.outerHTML.slice(0, 120)} ${element.scrollWidth} in ${element.clientWidth}`);
}

/** From now on, that language's file is not to be had: a policy lets all scripts pass but this one. It stays, as policies do. */
export function loseLanguage(name) {
  const { name: address } = performance.getEntriesByType("resource").find((entry) => entry.name.endsWith("/src/i18n/language.js"));
  const others = ["de", "en", "es", "fr", "it", "pt"].filter((other) => other !== name);
  const allowed = [
    "'unsafe-inline'", "'unsafe-eval'", "blob:", `${location.origin}/src/`, `${location.origin}/tests/`,
    ...others.map((other) => new URL(`lang/${other}.js`, address)),
    ...performance.getEntriesByType("resource").map((entry) => entry.name).filter((entry) => entry.startsWith(location.origin)),
  ];
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = `script-src ${allowed.join(" ")}`;
  document.head.append(policy);
}

/** Whether `first` begins farther to the left than `second`. */
export function standsLeft(first, second) {
  return first.getBoundingClientRect().left < second.getBoundingClientRect().left;
}

/** A place inside a shadow root of somebody else's, whose host has that language. */
export function foreignShadow(language) {
  const host = document.createElement("div");
  host.className = "moved-to";
  host.lang = language;
  document.body.append(host);
  const place = document.createElement("p");
  host.attachShadow({ mode: "open" }).append(place);
  return place;
}
