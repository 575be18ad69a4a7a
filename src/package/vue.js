// The elements as Vue components: a prop for each option, an event for each of theirs without the `nexudus-` before it.

import { defineComponent, h, shallowRef } from "vue";

import { names } from "../embed/properties.js";
import { events } from "./events.js";

// A server has no elements to define.
if (typeof document !== "undefined") import("./nexudus-inbox.js");

const methods = ["refresh", "open", "close", "signOut"];

function component(tag, name) {
  return defineComponent({
    name,
    props: Object.fromEntries([...names.map(([, property]) => [property, null]), ["getToken", Function]]),
    emits: events,
    setup(props, { emit, expose }) {
      const element = shallowRef(null);
      expose({ element, ...Object.fromEntries(methods.map((method) => [method, () => element.value?.[method]?.()])) });
      const listeners = Object.fromEntries(events.map((event) => [`on:nexudus-${event}`, (told) => emit(event, told)]));
      return () => {
        // `.getToken` is a property also while the element is not defined yet.
        const given = { ref: element, ".getToken": props.getToken ?? null, ...listeners };
        for (const [attribute, property] of names) {
          const value = props[property];
          if (value != null) given[attribute] = typeof value === "object" ? JSON.stringify(value) : value;
        }
        return h(tag, given);
      };
    },
  });
}

export const NexudusInbox = component("nexudus-inbox", "NexudusInbox");
export const NexudusDesk = component("nexudus-desk", "NexudusDesk");
