// Runs in the page of `make bench`, with the member's list loaded: what its rows cost. Returns milliseconds and counts.
const element = document.querySelector("nexudus-inbox[audience=member]");
const root = element.shadowRoot;
const frame = () => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
const pause = (milliseconds) => new Promise((go) => setTimeout(go, milliseconds));
const at = (times, share) => times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];

// From the click to the end of the frame that no longer has the row.
const dismissals = [];
for (let run = 0; run < 9; run += 1) {
  const buttons = root.querySelectorAll("li.row button[part=dismiss]");
  const row = buttons[3].closest("li");
  const begun = performance.now();
  buttons[3].click();
  await frame();
  if (row.isConnected) throw new Error("the row was still there after a frame");
  dismissals.push(performance.now() - begun);
  await pause(150);
}

// A screen and a half for each frame, down and up again.
const frames = [];
for (let step = 0; step < 80; step += 1) {
  const begun = performance.now();
  scrollBy(0, (step < 40 ? 1 : -1) * innerHeight * 1.5);
  await frame();
  frames.push(performance.now() - begun);
}
const seen = [...root.querySelectorAll("li.row")].some((row) => {
  const { top, bottom } = row.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
});
if (!seen && element.getBoundingClientRect().bottom > 0) throw new Error("no row is in sight after scrolling");

const exported = Object.values(await (await import("./nexudus-inbox.js")).default);
return {
  dismiss: at(dismissals, 0.5),
  frame: at(frames, 0.5),
  slowest: at(frames, 1),
  elements: root.querySelectorAll("*").length,
  heap: performance.memory.usedJSHeapSize,
  wasm: exported.find((one) => one instanceof WebAssembly.Memory).buffer.byteLength,
};
