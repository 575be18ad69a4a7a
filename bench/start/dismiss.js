// Runs in a page whose list is there: from the click that takes a row away to the end of the frame without it, nine times, and how
// many elements the list is made of. Only where the button is found differs from one to the next.
(async (name) => {
  const RUNS = 9;
  const frame = () => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  const pause = (milliseconds) => new Promise((go) => setTimeout(go, milliseconds));
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  /** A button may be an element of its own with the true one in its shadow. */
  const press = (button) => (button.shadowRoot?.querySelector("button") ?? button).click();
  const second = (row, selector) => press(all(selector, row)[1]);
  const WAYS = {
    nexudus: { rows: () => all("li.row", document.querySelector("nexudus-inbox").shadowRoot), act: (row) => row.querySelector("button[part=dismiss]").click() },
    floor: { rows: () => all("#inbox > li"), act: (row) => row.querySelector("button").click() },
    novu: { rows: () => all(".nv-notification"), act: (row) => row.querySelector("[class*=notificationArchive__button]").click() },
    knock: { rows: () => all(".rnf-notification-cell"), act: (row) => row.querySelector(".rnf-archive-notification-btn").click() },
    // The buttons of these two come with the pointer or stand in a menu; that is done beforehand and not counted.
    courier: {
      rows: () => all("courier-inbox-list-item"),
      before: (row) => row.dispatchEvent(new MouseEvent("mouseenter")),
      act: (row) => second(row, "courier-icon-button"),
    },
    magicbell: {
      rows: () => all(".magicbell--inbox-item"),
      before: (row) => row.querySelector(".magicbell--menu-button").click(),
      act: (row) => second(row, ".magicbell--floating-menu button"),
      told: (row) => row.querySelector(".magicbell--inbox-item--title").textContent,
    },
  };
  const { rows, act, before, told = (row) => row.textContent } = WAYS[name];
  const count = (root) => all("*", root).reduce((sum, one) => sum + 1 + (one.shadowRoot ? count(one.shadowRoot) : 0), 0);
  // Without the cards beside the list, which are the page's.
  const elements = count(document.querySelector(".columns")) - count(document.querySelector(".cards")) - 1;

  const times = [];
  for (let run = 0; run < RUNS; run += 1) {
    const row = rows()[3];
    before?.(row);
    if (before) await pause(200);
    const text = told(row);
    const begun = performance.now();
    act(row);
    // A row that is made use of for another message is gone as well. One frame is waited for in any case.
    for (let frames = 0; frames === 0 || (row.isConnected && told(row) === text); frames += 1) {
      if (frames > 300) throw new Error(`${name}: the row was still there after 300 frames`);
      await frame();
    }
    times.push(performance.now() - begun);
    await pause(300);
  }
  return { dismiss: times, elements };
})
