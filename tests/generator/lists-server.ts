import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A server with seven things, in pages of three, by every way of paging; and with streams of them. */
export interface ListsServer {
  readonly url: string;
  /** Path and query of each request, and its header `x-trace` where it has one. */
  readonly asked: string[];
  readonly close: () => void;
}

const things = ["a", "b", "c", "d", "e", "f", "g"].map((id) => ({ id }));
const size = 3;

/** Starts the server on a free port. */
export async function startListsServer(): Promise<ListsServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { url = "", headers } = request;
    asked.push([url, ...[headers["x-trace"] ?? []].flat()].join(" "));
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, close };
}

function answer({ url = "", headers }: IncomingMessage, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(url, "http://127.0.0.1");
  const say = (mediaType: string, body: string) => {
    response.setHeader("content-type", mediaType);
    response.end(body);
  };
  const sayJson = (body: unknown) => say("application/json", JSON.stringify(body));
  const first = Number(searchParams.get("offset") ?? 0);
  const page = things.slice(first, first + Number(searchParams.get("limit") ?? size));
  const after = first + size;
  const next = after < things.length ? `${pathname}?offset=${after}` : undefined;
  const past = (id: string | null) => things.findIndex((thing) => thing.id === id) + 1;
  const routes: Readonly<Record<string, () => void>> = {
    "/offset": () => sayJson({ data: page, total: things.length }),
    "/page": () => {
      const start = (Number(searchParams.get("page") ?? 1) - 1) * size;
      sayJson(things.slice(start, start + size));
    },
    "/cursor": () => {
      const start = past(searchParams.get("after"));
      const items = things.slice(start, start + size);
      const more = start + size < things.length;
      sayJson({ items, meta: { next_cursor: more ? items.at(-1)?.id : null } });
    },
    "/link": () => {
      const link = `<${pathname}>; rel="first prev", <${next}>; title="a, b"; rel=next`;
      if (next !== undefined) response.setHeader("link", link);
      sayJson(page);
    },
    "/url": () => sayJson({ data: page, links: { next: next && `http://${headers.host}${next}` } }),
    "/last": () => {
      const start = past(searchParams.get("starting_after"));
      const data = things.slice(start, start + size);
      sayJson({ data, has_more: start + size < things.length });
    },
    "/events": () =>
      say("text/event-stream", 'event: add\ndata: {"id":"a"}\n\ndata: {"id":"b"}\n\n'),
    "/completions": () => say("text/event-stream", 'data: {"id":"a"}\n\ndata: [DONE]\n\n'),
    "/log": () => say("application/jsonl", '{"id":"a"}\n{"id":"b"}\n'),
    "/ticks": () => say("text/event-stream", "data: tick\n\n"),
  };
  const route = routes[pathname];
  response.statusCode = route === undefined ? 404 : 200;
  (route ?? (() => response.end()))();
}
