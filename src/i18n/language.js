// Which language an element speaks. English is at hand; any other is fetched when an element wants it.

import { addLanguage, languageOf } from "./texts.js";

// Those in lang/. A region's own, such as "pt-br", would be found before its language.
const translated = ["de", "es", "fr", "it", "pt"];

/** The closest such attribute around the element, itself included; shadow roots are looked through. */
function closest(host, name) {
  for (let at = host; at; at = at.getRootNode().host) {
    const found = at.closest(`[${name}]`);
    if (found) return found.getAttribute(name);
  }
}

/** A tag as Intl takes it; "" for none, and for what is not one. */
function canonical(tag) {
  try {
    return Intl.getCanonicalLocales(tag?.replaceAll("_", "-"))[0] ?? "";
  } catch {
    return "";
  }
}

/** What the element speaks: an index for texts.js, or a promise of one while its language is fetched. */
export function speak(host) {
  const own = host.getAttribute("texts") || "{}";
  const tag = canonical(closest(host, "lang")) || canonical(navigator.language) || "en";
  const first = tag.split("-")[0];
  const name = [tag.toLowerCase(), first].find((name) => translated.includes(name));
  if (!name) {
    // With texts of its own a page adds its language; without, dates are as English as the rest.
    return addLanguage(first === "en" || own !== "{}" ? tag : "en", {}, own);
  }
  const address = new URL(`./lang/${name}.js`, import.meta.url).href;
  return import(address).then((module) => addLanguage(tag, module.default, own), () => {
    console.warn(`nexudus-inbox: ${address} could not be loaded; English is used.`);
    return addLanguage("en", {}, own);
  });
}

/** Says on the element's root which language it speaks, and its direction where the page has said none. */
export function label(root, host, texts) {
  root.lang = languageOf(texts);
  if (/^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/.test(root.lang) && !closest(host, "dir")) root.dir = "rtl";
}
