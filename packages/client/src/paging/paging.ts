import type { Operation } from "../operation.ts";
import type { Result } from "../result.ts";

/** How the list that an operation answers goes on, as generated code describes it. */
export interface Paging {
  /** What finds the next page. */
  readonly next: FindNext;
  /** Where the items stand in the data, member by member; `[]` for the data itself. */
  readonly items: readonly string[];
  /** The media type of the pages. */
  readonly accept: string;
  /** The member of the input that says which page: an offset, a number, a cursor. */
  readonly parameter?: string;
  /** What the first page is called where the input names none. */
  readonly start?: number;
  /** The member of the input that says how long a page is. */
  readonly size?: string;
  /** Where the data says what comes next, or that nothing does. */
  readonly says?: readonly string[];
  /** Where the data says how many items there are in all. */
  readonly total?: readonly string[];
}

/** A page that came, and what it was asked by. */
export interface Page {
  readonly paging: Paging;
  readonly operation: Operation;
  readonly input: Readonly<Record<string, unknown>>;
  readonly result: Result & { readonly ok: true };
  /** Its items. */
  readonly items: readonly unknown[];
}

/** What the next page is asked by: an input, or a URL that the server gave, perhaps a relative one. */
export interface Next {
  readonly input: Readonly<Record<string, unknown>>;
  readonly link?: string;
}

/** Finds what the next page is asked by; undefined after the last one. */
export type FindNext = (page: Page) => Next | undefined;

/** The value at a place in data; undefined where there is none. */
export function findAt(data: unknown, path: readonly string[]): unknown {
  let found = data;
  for (const name of path) {
    const isObject = typeof found === "object" && found !== null && Object.hasOwn(found, name);
    found = isObject ? Reflect.get(Object(found), name) : undefined;
  }
  return found;
}
