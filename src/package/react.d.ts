import type { ForwardRefExoticComponent, HTMLAttributes, RefAttributes } from "react";
import type {
  DeskOptions, InboxOptions, NexudusDeskElement, NexudusEvents, NexudusHandlers, NexudusInboxElement,
} from "./nexudus-inbox.js";

type Props<Options, Element> = Options & NexudusHandlers & RefAttributes<Element> &
  Omit<HTMLAttributes<Element>, keyof Options | keyof NexudusHandlers | "children" | "dangerouslySetInnerHTML">;

export type NexudusInboxProps = Props<InboxOptions, NexudusInboxElement>;
export type NexudusDeskProps = Props<DeskOptions, NexudusDeskElement>;

/** `<nexudus-inbox>`. */
export const NexudusInbox: ForwardRefExoticComponent<NexudusInboxProps>;
/** `<nexudus-desk>`. */
export const NexudusDesk: ForwardRefExoticComponent<NexudusDeskProps>;

type Kebab<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? First extends Lowercase<First> ? `${First}${Kebab<Rest>}` : `-${Lowercase<First>}${Kebab<Rest>}`
  : "";
/** The tag itself: its attributes, and in React 19 its properties and events. */
type Tag<Options, Element> = RefAttributes<Element> & Omit<HTMLAttributes<Element>, "lang"> & { class?: string } &
  { [Name in keyof Options & string as Kebab<Exclude<Name, "getToken">>]?: Options[Name] | string } &
  { [Name in keyof Options & ("getToken" | "links" | "texts")]?: Options[Name] | string } &
  { [Name in keyof NexudusEvents as `on${Name}`]?: (event: NexudusEvents[Name]) => void };

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "nexudus-inbox": Tag<InboxOptions, NexudusInboxElement>;
      "nexudus-desk": Tag<DeskOptions, NexudusDeskElement>;
    }
  }
}
