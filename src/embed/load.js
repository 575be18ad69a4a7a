// Starts a wasm module while it is still arriving.

/**
 * @param {URL} url
 * @param {WebAssembly.Imports} imports
 * @returns {Promise<WebAssembly.Instance>}
 */
export async function load(url, imports) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  // A server that does not know the type of wasm makes it start later, and no worse.
  const isKnown = response.headers.get("Content-Type") === "application/wasm";
  const { instance } = await (isKnown
    ? WebAssembly.instantiateStreaming(response, imports)
    : WebAssembly.instantiate(await response.arrayBuffer(), imports));
  return instance;
}
