import { callAt } from "../call.ts";
import type { CallOptions } from "../call-options.ts";
import type { Connection } from "../connection.ts";
import { dataOf } from "../data-of.ts";
import { ClientError } from "../error.ts";
import { labelOf, type Operation } from "../operation.ts";
import { chooseBaseUrl } from "../request/prepare.ts";
import type { Result } from "../result.ts";
import { findAt, type Next, type Paging } from "./paging.ts";

/**
 * A list page by page; `items` is the same list item by item. The next page is asked for when it is
 * wanted, and each iteration begins anew.
 */
export interface Pages<Data, Item> extends AsyncIterable<Data> {
  readonly items: AsyncIterable<Item>;
}

/** The items of a list, where its data is described so; `unknown` for what is not. */
export type ItemOf<Data, Path extends readonly string[]> = Path extends readonly [
  infer Name,
  ...infer Rest extends readonly string[],
]
  ? Name extends keyof NonNullable<Data>
    ? ItemOf<NonNullable<Data>[Name], Rest>
    : unknown
  : NonNullable<Data> extends readonly (infer Item)[]
    ? Item
    : unknown;

/** What pages are asked by: the first input, and the options of each call. */
export interface Asked {
  readonly input: object | undefined;
  readonly options: CallOptions | undefined;
}

/**
 * The pages of an operation that answers a list.
 *
 * `Data` and `Item` are what generated code knows of them; they are trusted as a call's results are.
 * Iterating throws ClientError as a call does, and for an answer that is no success as `dataOf` does;
 * `unreadable-body` where the next page is this one again, or on another host, which gets no key.
 */
export function paginate<Data, Item>(
  connection: Connection,
  operation: Operation,
  paging: Paging,
  asked: Asked,
): Pages<Data, Item> {
  const iterate = () => readPages(connection, { operation, paging, asked });
  // The description says so.
  return {
    [Symbol.asyncIterator]: () => readData(iterate()) as AsyncGenerator<Data>,
    items: { [Symbol.asyncIterator]: () => readItems(iterate()) as AsyncGenerator<Item> },
  };
}

interface Listed {
  readonly operation: Operation;
  readonly paging: Paging;
  readonly asked: Asked;
}

interface ReadPage {
  readonly data: unknown;
  readonly items: readonly unknown[];
}

async function* readPages(connection: Connection, listed: Listed): AsyncGenerator<ReadPage> {
  const { operation, paging, asked } = listed;
  const options = { ...asked.options, accept: paging.accept };
  let next: (Next & { readonly url?: string }) | undefined = { input: { ...asked.input } };
  while (next !== undefined) {
    const { input, url }: Next & { readonly url?: string } = next;
    const result: Result = await callAt(connection, operation, {
      input,
      options,
      ...(url === undefined ? {} : { url }),
    });
    const data: unknown = dataOf(result);
    const found = findAt(data, paging.items);
    const items: readonly unknown[] = Array.isArray(found) ? found : [];
    yield { data, items };
    const after: Next | undefined = result.ok
      ? paging.next({ paging, operation, input, result, items })
      : undefined;
    next = after && goOn(connection, listed, { after, before: next, response: result.response });
  }
}

async function* readData(pages: AsyncIterable<ReadPage>): AsyncGenerator<unknown> {
  for await (const { data } of pages) {
    yield data;
  }
}

async function* readItems(pages: AsyncIterable<ReadPage>): AsyncGenerator<unknown> {
  for await (const { items } of pages) {
    yield* items;
  }
}

interface Step {
  readonly after: Next;
  readonly before: Next & { readonly url?: string };
  readonly response: Response;
}

/** The next page with its URL resolved; a server that sends round in a ring, or elsewhere, is not followed. */
function goOn(
  connection: Connection,
  { operation, paging, asked }: Listed,
  { after, before, response }: Step,
): Next & { readonly url?: string } {
  const { parameter = "" } = paging;
  const refuse = (why: string) =>
    new ClientError("unreadable-body", `${labelOf(operation)}: the next page ${why}`, { response });
  if (after.link === undefined) {
    if (String(after.input[parameter]) === String(before.input[parameter])) {
      throw refuse("is this one again");
    }
    return after;
  }
  const state = connection["~connection"];
  const base = chooseBaseUrl({ state, operation, options: asked.options ?? {} });
  const from = response.url || base;
  if (!URL.canParse(after.link, from)) {
    throw refuse("has no URL");
  }
  const url = new URL(after.link, from);
  // Servers behind a proxy do not know that they are asked by https.
  url.protocol = new URL(base).protocol;
  if (url.host !== new URL(base).host) {
    throw refuse("is on another host");
  }
  if (url.href === (before.url ?? response.url)) {
    throw refuse("is this one again");
  }
  return { ...after, url: url.href };
}
