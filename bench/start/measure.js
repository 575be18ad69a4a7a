// Runs in each page before anything of its own. Tells when the first row has been painted, and a second later how long the page's
// thread was kept busy. It is the same for all: it knows no contender, only the beginnings of the messages.
(({ marks, binding }) => {
  const tell = (found) => globalThis[binding](JSON.stringify(found));
  const text = new RegExp(marks.map((mark) => mark.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"));
  let found = false;
  let blocked = 0;

  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) blocked += duration - 50;
  }).observe({ type: "longtask", buffered: true });

  // What intersects the window has been laid out and has a size; the answer comes at the end of the frame that shows it.
  const sight = new IntersectionObserver((entries) => {
    const seen = entries.find(({ isIntersecting, boundingClientRect }) => isIntersecting && boundingClientRect.height > 0);
    if (!seen || found) return;
    found = true;
    const row = performance.now();
    for (const observer of observers) observer.disconnect();
    sight.disconnect();
    tell({ row, at: performance.timeOrigin + row });
    setTimeout(() => tell({ blocked }), 1000);
  });

  /** The innermost element around the first text that is a message's. */
  const inner = (node) => {
    const walk = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    for (let one = node.nodeType === Node.TEXT_NODE ? node : walk.nextNode(); one; one = walk.nextNode()) {
      if (text.test(one.data)) return one.parentElement;
    }
    return null;
  };
  const look = (changes) => {
    for (const { type, target, addedNodes } of changes) {
      for (const node of type === "childList" ? addedNodes : [target]) {
        const row = node.isConnected && text.test(node.textContent) ? inner(node) : null;
        if (row) sight.observe(row);
      }
    }
  };
  const observers = [];
  const follow = (root) => {
    const observer = new MutationObserver(look);
    observer.observe(root, { childList: true, subtree: true, characterData: true });
    observers.push(observer);
    // A tree that was filled before it was hung in.
    if (root.textContent && text.test(root.textContent)) look([{ type: "childList", addedNodes: [...root.childNodes] }]);
  };
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function attachShadow(options) {
    const root = attach.call(this, options);
    follow(root);
    return root;
  };
  follow(document);
})
