// Files that the page hands out.

const files = [];
const click = HTMLAnchorElement.prototype.click;

/** From now on, what a link would save is kept here instead. */
export function keepFiles() {
  files.length = 0;
  HTMLAnchorElement.prototype.click = function () {
    if (!this.download) return click.call(this);
    const { download: name, href } = this;
    // `fetch` is the test's own.
    const request = new XMLHttpRequest();
    request.open("GET", href);
    request.responseType = "arraybuffer";
    // Without the mark at the beginning of a text, a decoder would take it away.
    request.onload = () => files.push(`${name}\n${new TextDecoder("utf-8", { ignoreBOM: true }).decode(request.response)}`);
    request.send();
  };
}

/** Their names, each with its text on the lines behind. */
export function handedOut() {
  return files;
}
