// The elements as React components, for React 18 and 19: options as attributes, which a server can render too; `getToken` and the
// events, which React 18 does not know how to set, by hand.

import { createElement, forwardRef, useEffect, useImperativeHandle, useLayoutEffect, useRef } from "react";

import { names } from "../embed/properties.js";
import { events } from "./events.js";

// A server has no elements to define.
const isBrowser = typeof document !== "undefined";
if (isBrowser) import("./nexudus-inbox.js");
// Before the element looks at itself, which it does as soon as the commit is over. On a server React 18 warns of the other one.
const useCommit = isBrowser ? useLayoutEffect : useEffect;

const handlers = events.map((event) => [`nexudus-${event}`, `on${event.replace(/(?:^|-)./g, (letters) => letters.at(-1).toUpperCase())}`]);
const own = new Set([...handlers.map(([, prop]) => prop), "getToken", "className"]);

function component(tag, name) {
  function Element(props, ref) {
    const element = useRef(null);
    const latest = useRef(props);
    useImperativeHandle(ref, () => element.current, []);
    useCommit(() => {
      latest.current = props;
      element.current.getToken = props.getToken ?? null;
    });
    useCommit(() => {
      const controller = new AbortController();
      for (const [event, prop] of handlers) {
        element.current.addEventListener(event, (told) => latest.current[prop]?.(told), { signal: controller.signal });
      }
      return () => controller.abort();
    }, []);
    return createElement(tag, { ...attributes(props), ref: element });
  }
  return Object.assign(forwardRef(Element), { displayName: name });
}

/** Everything but events and functions. `class` is what both versions pass on to an element that is not HTML's. */
function attributes(props) {
  const given = {};
  for (const [prop, value] of Object.entries(props)) {
    const attribute = names.find(([, property]) => property === prop)?.[0] ?? prop;
    if (!own.has(prop)) given[attribute] = attribute !== "style" && value !== null && typeof value === "object" ? JSON.stringify(value) : value ?? undefined;
  }
  if (props.className) given.class = props.className;
  return given;
}

export const NexudusInbox = component("nexudus-inbox", "NexudusInbox");
export const NexudusDesk = component("nexudus-desk", "NexudusDesk");
