import { readParameter } from "../request/parameter.ts";
import { findAt, type Next, type Page } from "./paging.ts";

/** The page after an offset: as many items further on as this one holds. */
export function nextByOffset(page: Page): Next | undefined {
  const { paging, input, items } = page;
  const { parameter = "", start = 0 } = paging;
  const offset = numberOf(input[parameter], start) + items.length;
  const total = paging.total && findAt(page.result.data, paging.total);
  const isOver = typeof total === "number" && offset >= total + start;
  return isOver || isLast(page) ? undefined : { input: { ...input, [parameter]: offset } };
}

/** The page of the next number. */
export function nextByPage(page: Page): Next | undefined {
  const { paging, input } = page;
  const { parameter = "", start = 1 } = paging;
  const next = numberOf(input[parameter], start) + 1;
  return isLast(page) ? undefined : { input: { ...input, [parameter]: next } };
}

/** The page that a cursor in the data stands for. */
export function nextByCursor({ paging, input, result }: Page): Next | undefined {
  const { parameter = "", says = [] } = paging;
  const cursor = findAt(result.data, says);
  return cursor === undefined || cursor === null || cursor === ""
    ? undefined
    : { input: { ...input, [parameter]: cursor } };
}

/** The page after the last item of this one, by its `id`, while the data says that there is more. */
export function nextByLastItem({ paging, input, result, items }: Page): Next | undefined {
  const { parameter = "", says = [] } = paging;
  const id = findAt(items.at(-1), ["id"]);
  return findAt(result.data, says) !== true || id === undefined
    ? undefined
    : { input: { ...input, [parameter]: id } };
}

/** The page at a URL in the data. */
export function nextByUrl(page: Page): Next | undefined {
  const link = findAt(page.result.data, page.paging.says ?? []);
  return typeof link === "string" && link !== "" ? nextAt(page, link) : undefined;
}

/** The page at the URL that the header `Link` gives for `next` (RFC 8288). */
export function nextByLink(page: Page): Next | undefined {
  const written = page.result.response.headers.get("link") ?? "";
  for (const [, link, parameters = ""] of written.matchAll(
    /<([^<>]*)>((?:\s*;[^,;"]*(?:"[^"]*")?)*)/g,
  )) {
    if (
      link !== undefined &&
      /;\s*rel\s*=\s*("([^"]*\s)?next(\s[^"]*)?"|next\s*(;|$))/i.test(parameters)
    ) {
      return nextAt(page, link);
    }
  }
  return undefined;
}

/**
 * The page at a URL: by an input, where the URL says no more than parameters of the operation and among
 * them the one for pages. Host and path are the call's own then: a gateway's are not the server's.
 */
function nextAt({ paging, operation, input }: Page, link: string): Next {
  const { parameter = "" } = paging;
  const keys = new Map(
    operation.parameters?.flatMap((written) => {
      const { name, in: place, key = name } = readParameter(written, operation.path);
      return place === "query" ? [[name, key] as const] : [];
    }),
  );
  const said = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(link.replace(/^[^?#]*\??|#.*$/g, ""))) {
    const key = keys.get(name);
    if (key === undefined) {
      return { input, link };
    }
    said.set(key, value);
  }
  const place = said.get(parameter);
  return place === undefined
    ? { input, link }
    : { input: { ...Object.fromEntries(said), ...input, [parameter]: place } };
}

/** Whether nothing comes after a page: it is empty, shorter than was asked for, or the data says so. */
function isLast({ paging, input, result, items }: Page): boolean {
  const size = numberOf(input[paging.size ?? ""], 1);
  return items.length < size || (paging.says && findAt(result.data, paging.says)) === false;
}

function numberOf(value: unknown, otherwise: number): number {
  return typeof value === "number" || typeof value === "string" ? Number(value) : otherwise;
}
