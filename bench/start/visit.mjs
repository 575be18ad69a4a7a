// One visit by a browser that has never been there, on a given line.

/** As the other tables of this kind have it: a middling phone on a slow line. */
export const LINES = {
  loopback: { title: "loopback", cpu: 1 },
  slow: { title: "CPU / 4, 1.6 Mbit/s, 150 ms", cpu: 4, kilobits: 1600, latency: 150 },
};
const BINDING = "benchTells";
const PATIENCE = 60_000;

/** Visits `url`. The result has times in milliseconds from the start of the navigation. With `events`, what the network did; with
 *  `after`, what that script, called with `argument`, found in the page. */
export async function visit(browser, { url, line, script, storage, events, after, argument }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-GB" });
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await Promise.all([cdp.send("Runtime.enable"), cdp.send("Network.enable"), cdp.send("Page.enable")]);
    await cdp.send("Runtime.addBinding", { name: BINDING });
    const source = `sessionStorage.setItem(${JSON.stringify(storage[0])}, ${JSON.stringify(storage[1])});(${script.source})(${JSON.stringify(
      { marks: script.marks, binding: BINDING },
    )});`;
    await cdp.send("Page.addScriptToEvaluateOnNewDocument", { source: `if (location.protocol === "http:") {${source}}` });
    const heard = {};
    const done = new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`no row in ${url} after ${PATIENCE / 1000} s`)), PATIENCE);
      cdp.on("Runtime.bindingCalled", ({ name, payload }) => {
        if (name !== BINDING) return;
        Object.assign(heard, JSON.parse(payload));
        if (heard.blocked === undefined) return;
        clearTimeout(late);
        resolve();
      });
    });
    done.catch(() => {});
    if (events) follow(cdp, events);
    await slowDown(cdp, line);
    await page.goto(url, { waitUntil: "commit" });
    await done;
    if (after) heard.after = await page.evaluate(`(${after})(${JSON.stringify(argument)})`);
    return heard;
  } finally {
    await context.close();
  }
}

async function slowDown(cdp, { cpu, kilobits, latency }) {
  if (kilobits) {
    const bytes = (kilobits * 1000) / 8;
    await cdp.send("Network.emulateNetworkConditions", {
      offline: false, latency, downloadThroughput: bytes, uploadThroughput: bytes,
    });
  }
  if (cpu > 1) await cdp.send("Emulation.setCPUThrottlingRate", { rate: cpu });
}

/** Gathers when each request went out, was answered and was through, in seconds of the browser's clock. */
function follow(cdp, events) {
  const known = new Map();
  cdp.on("Network.requestWillBeSent", ({ requestId, request, timestamp, initiator }) => {
    if (!request.url.startsWith("http")) return;
    const one = { path: new URL(request.url).pathname, sent: timestamp, by: initiator.type };
    known.set(requestId, one);
    events.push(one);
  });
  const note = (name) => ({ requestId, timestamp, encodedDataLength }) => {
    const one = known.get(requestId);
    if (one) Object.assign(one, { [name]: timestamp, bytes: encodedDataLength ?? one.bytes });
  };
  cdp.on("Network.responseReceived", ({ requestId, timestamp }) => note("answered")({ requestId, timestamp }));
  cdp.on("Network.loadingFinished", note("finished"));
}
