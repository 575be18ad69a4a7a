// What the desk alone needs of the browser.

const plain = (text) => text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase();

/** Whether a text contains another, whatever their letter case and accents. */
export function resembles(text, wanted) {
  return plain(text).includes(plain(wanted));
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
