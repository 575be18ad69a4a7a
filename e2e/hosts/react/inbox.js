// What the package's own wrapper does, as little of it as the page needs.

import { createElement, useEffect, useRef } from "react";
import "nexudus-inbox";

export function NexudusInbox({ onCount, ...options }) {
  const element = useRef(null);
  useEffect(() => { Object.assign(element.current, options); });
  useEffect(() => {
    const at = element.current;
    at.addEventListener("nexudus-count", onCount);
    return () => at.removeEventListener("nexudus-count", onCount);
  }, [onCount]);
  return createElement("nexudus-inbox", { ref: element });
}
