// What is left to see where a person's own few colours take the place of the page's.

/** Whether they do. */
export function areForced() {
  return matchMedia("(forced-colors: active)").matches;
}

/** All that an eye can tell an element apart by from others of its kind, or from itself at another time. */
export function look(element) {
  const style = getComputedStyle(element);
  const edges = ["top", "right", "bottom", "left"].map((edge) => `border-${edge}`);
  const borders = edges.map((edge) => {
    const width = style.getPropertyValue(`${edge}-width`);
    return width === "0px" ? "none" : `${width} ${style.getPropertyValue(`${edge}-style`)} ${style.getPropertyValue(`${edge}-color`)}`;
  });
  return JSON.stringify([style.color, style.backgroundColor, style.textDecorationLine, ...borders]);
}

/** Red, green, blue and how much of them, by the browser's own reading. */
function channels(color) {
  const brush = new OffscreenCanvas(1, 1).getContext("2d");
  brush.fillStyle = color;
  brush.fillRect(0, 0, 1, 1);
  return [...brush.getImageData(0, 0, 1, 1).data];
}

/** What an element stands on. */
function ground(element) {
  for (let node = element; node; node = node.parentElement ?? node.getRootNode().host) {
    const color = channels(getComputedStyle(node).backgroundColor);
    if (color[3] > 0) return color;
  }
  return channels("Canvas");
}

function luminance([red, green, blue]) {
  const [r, g, b] = [red, green, blue].map((one) => (one / 255 <= 0.04045 ? one / 3294.6 : ((one / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** How much a colour of an element stands out from what is around it, from 1 to 21. */
export function contrast(element, property) {
  const style = getComputedStyle(element);
  const color = channels(style.getPropertyValue(property));
  // A line of no width has a colour as well.
  if (color[3] === 0 || style.getPropertyValue(property.replace("-color", "-width")) === "0px") return 1;
  const around = property === "color" ? ground(element) : ground(element.parentElement ?? element.getRootNode().host);
  const [high, low] = [luminance(color), luminance(around)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}
