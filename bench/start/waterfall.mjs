// What one visit asked the network for, as lines of text.
const WIDTH = 64;

/** `.` from being asked for to the answer's head, `#` while it comes in; `|` is the first row. */
export function drawn(title, events, row) {
  const begin = Math.min(...events.map(({ sent }) => sent));
  const since = (time) => (time - begin) * 1000;
  const last = Math.max(row, ...events.map(({ finished }) => (finished ? since(finished) : 0)));
  const place = (time) => Math.min(WIDTH - 1, Math.floor((time / last) * WIDTH));
  const lines = events.map(({ path, sent, answered: told, finished, bytes }) => {
    // The head is told of by a busier part of the browser than the end, and sometimes after it.
    const answered = told && finished ? Math.min(told, finished) : told;
    const bar = Array.from({ length: WIDTH }, () => " ");
    bar.fill(".", place(since(sent)), place(since(answered ?? sent)) + 1);
    if (finished) bar.fill("#", place(since(answered)), place(since(finished)) + 1);
    if (bar[place(row)] === " ") bar[place(row)] = "|";
    const number = (value) => (value === undefined ? "" : String(Math.round(value))).padStart(6);
    const times = [sent, answered, finished].map((time) => number(time && since(time))).join("");
    return `${path.slice(-34).padEnd(35)}${times}${number(bytes)}  ${bar.join("")}`;
  });
  const head = `${"".padEnd(35)}${["sent", "head", "end", "bytes"].map((name) => name.padStart(6)).join("")}`;
  return [`\n${title}: first row ${Math.round(row)} ms`, head, ...lines].join("\n");
}
