// What the desk alone needs of the browser.

const plain = (text) => text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase();

/** Whether a text contains another, whatever their letter case and accents. */
export function resembles(text, wanted) {
  return plain(text).includes(plain(wanted));
}

/** Which comes first: less than 0, 0 or more. */
export function collate(text, other) {
  return text.localeCompare(other);
}

/** Hands a text to the person as a file. */
export function download(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  link.download = name;
  link.click();
  // Some browsers begin to read it after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Whether this page is given locks: an insecure one has none, and a sandboxed frame is refused. */
export async function canLock(name) {
  try {
    await navigator.locks.request(name, { ifAvailable: true }, () => {});
    return true;
  } catch {
    return false;
  }
}

let held = 0;
const ask = (event) => {
  event.preventDefault();
  // Some browsers look at this alone.
  event.returnValue = true;
};

/** While it holds, leaving the page asks first. A listener that is always there would keep the page out of the back/forward cache. */
export function holdPage(holds) {
  held += holds ? 1 : -1;
  if (held > 0) addEventListener("beforeunload", ask);
  else removeEventListener("beforeunload", ask);
}
