// Which language an element speaks. English is at hand; any other is fetched when an element wants it.

/** Apart from its use: bundlers take an address that begins with it for a file of theirs. */
const here = import.meta.url;

// Written out one by one, so that bundlers see them. Each has a second file with what the desk says besides.
const languages = {
  de: [() => import("./lang/de.js"), () => import("./lang/desk/de.js")],
  es: [() => import("./lang/es.js"), () => import("./lang/desk/es.js")],
  fr: [() => import("./lang/fr.js"), () => import("./lang/desk/fr.js")],
  it: [() => import("./lang/it.js"), () => import("./lang/desk/it.js")],
  pt: [() => import("./lang/pt.js"), () => import("./lang/desk/pt.js")],
};

/** What an element is called before its language is there. */
const names = {
  de: "Benachrichtigungen", en: "Notifications", es: "Notificaciones", fr: "Notifications", it: "Notifiche", pt: "Notificações",
};

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

function tagOf(host) {
  return canonical(closest(host, "lang")) || canonical(navigator.language) || "en";
}

/** The name of one of the languages; nothing for English and what nobody has translated. A region's own, such as "pt-br", comes first. */
function translated(tag) {
  return [tag.toLowerCase(), tag.split("-")[0]].find((name) => Object.hasOwn(languages, name));
}

/** What an inbox is called in its language. */
export function nameOf(host) {
  return names[translated(tagOf(host))] ?? names.en;
}

/** Tables that are there already: an element that is drawn anew does not wait for them. */
const fetched = new Map();

/**
 * What an element speaks: its language as Intl takes it, the table of its texts, and the page's own texts as JSON. Or a promise
 * of that, while the table is fetched.
 */
export function speak(host, isDesk) {
  const own = host.getAttribute("texts") || "{}";
  const tag = tagOf(host);
  const name = translated(tag);
  // With texts of its own a page adds its language; without, dates are as English as the rest.
  if (!name) return { tag: tag.startsWith("en") || own !== "{}" ? tag : "en", table: english, own };
  const key = name + isDesk;
  if (fetched.has(key)) return { tag, table: fetched.get(key), own };
  const parts = languages[name].slice(0, isDesk ? 2 : 1).map((fetch) => fetch());
  return Promise.all(parts).then(
    (modules) => {
      if (!fetched.has(key)) fetched.set(key, Object.assign({}, ...modules.map((module) => module.default)));
      return { tag, table: fetched.get(key), own };
    },
    () => {
      console.warn(`nexudus-inbox: ${new URL(`./lang/${name}.js`, here)} could not be loaded; English is used.`);
      return { tag: "en", table: english, own };
    },
  );
}

/** No texts besides those that are at hand. */
const english = {};

/** Says on the element's root which language it speaks, and its direction where the page has said none. */
export function label(root, host, tag) {
  root.lang = tag;
  if (/^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/.test(tag) && !closest(host, "dir")) root.dir = "rtl";
}
