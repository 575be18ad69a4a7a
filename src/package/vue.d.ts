import type { DefineComponent, ShallowRef } from "vue";
import type { DeskOptions, InboxOptions, NexudusDeskElement, NexudusEvents, NexudusInboxElement } from "./nexudus-inbox.js";

type Told = { [Name in keyof NexudusEvents as Name extends `nexudus-${infer Short}` ? Short : never]: (event: NexudusEvents[Name]) => void };
/** What a `ref` of the component has. */
export interface NexudusExposed<Element> {
  element: Element | null;
  refresh(): void;
  open(): void;
  close(): void;
  signOut(): void;
}
type Bindings<Element> = { [Name in keyof NexudusExposed<Element>]: Name extends "element" ? ShallowRef<Element | null> : NexudusExposed<Element>[Name] };
type Component<Options, Element> = DefineComponent<Options, Bindings<Element>, {}, {}, {}, {}, {}, Told>;

/** `<nexudus-inbox>`. */
export const NexudusInbox: Component<InboxOptions, NexudusInboxElement>;
/** `<nexudus-desk>`. */
export const NexudusDesk: Component<DeskOptions, NexudusDeskElement>;
