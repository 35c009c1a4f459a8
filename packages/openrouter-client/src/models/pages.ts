import { type CallOptions, ClientError, type Connection, dataOf } from "@truespec/client";
import type { ModelsListResponse } from "@truespec/openrouter-types";
import { getModels, listModelsUser } from "../generated/client.ts";
import type { ListQuery, UserListQuery } from "./query.ts";

/** Where a page begins and how long it is. */
interface Page {
  readonly offset: number;
  readonly limit: number;
}

const defaultLimit = 500;

/**
 * The list page by page, each as the server answers it; the next one is asked for when it is wanted.
 *
 * @param query `limit` is 500 unless given
 * @throws ClientError when the server does not answer, or not with success, or names a next page that
 *   does not go on
 */
export function pageModels(
  connection: Connection,
  query: ListQuery = {},
  options?: CallOptions,
): AsyncIterable<ModelsListResponse> {
  const json = { ...options, accept: "application/json" } as const;
  return follow(query, async (page) =>
    dataOf(await getModels(connection, { ...query, ...page }, json)),
  );
}

/** The list of the key's account page by page; as {@link pageModels}. */
export function pageModelsForUser(
  connection: Connection,
  query: UserListQuery = {},
  options?: CallOptions,
): AsyncIterable<ModelsListResponse> {
  return follow(query, async (page) =>
    dataOf(await listModelsUser(connection, { ...query, ...page }, options)),
  );
}

async function* follow(
  { offset = 0, limit = defaultLimit }: UserListQuery,
  ask: (page: Page) => Promise<ModelsListResponse>,
): AsyncGenerator<ModelsListResponse, void, undefined> {
  let page: Page | undefined = { offset, limit };
  while (page !== undefined) {
    const answer: ModelsListResponse = await ask(page);
    yield answer;
    page = nextPage(answer, page);
  }
}

/** Of the link only the page is taken: what it says of host and path could lead a key elsewhere. */
function nextPage({ links }: ModelsListResponse, page: Page): Page | undefined {
  const next = links?.next ?? undefined;
  if (next === undefined) return undefined;
  const parameters = new URLSearchParams(next.slice(next.indexOf("?") + 1));
  const offset = Number(parameters.get("offset") ?? Number.NaN);
  if (!(offset > page.offset)) {
    throw new ClientError("unreadable-body", `the page after offset ${page.offset} does not go on`);
  }
  return { ...page, offset };
}
