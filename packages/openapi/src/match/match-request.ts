import type { Description, Operation, Server } from "../model/model.ts";
import {
  compareTemplates,
  matchTemplate,
  type PathTemplate,
  parseTemplate,
  rankTemplate,
} from "./path-template.ts";
import { type RequestAddress, stripServer } from "./server-match.ts";
import { hostOf, originOf, parseServer, type ServerTemplate } from "./server-template.ts";

/** What a request is, in the words of a description. */
export type RequestMatch =
  | {
      readonly kind: "operation";
      readonly operation: Operation;
      /** By name, percent escapes decoded. */
      readonly pathParameters: ReadonlyMap<string, string>;
    }
  /** A server of the description, and none of its paths. */
  | { readonly kind: "unknown-path"; readonly server: Server; readonly path: string }
  /** A path of the description that does not have this method. */
  | { readonly kind: "unknown-method"; readonly path: string }
  | { readonly kind: "foreign-server" };

/** A request, as far as matching needs it. */
export interface MatchableRequest {
  /** Any case. */
  readonly method: string;
  /** Absolute, or a path with or without query. */
  readonly url: string;
}

/** How requests are matched. */
export interface MatchOptions {
  /** Treat this URL as the description's one server. */
  readonly server?: string;
}

/** A match, and how good it is. */
interface Found {
  readonly match: RequestMatch;
  readonly rank: string;
}

const worst = "4";

interface Candidate {
  readonly template: PathTemplate;
  readonly path: string;
  readonly operations: ReadonlyMap<string, Operation>;
}

/** The paths that are served by the same servers. */
interface Group {
  readonly servers: readonly ServerTemplate[];
  /** By number of segments; the most concrete template first. */
  readonly candidates: ReadonlyMap<number, readonly Candidate[]>;
}

/**
 * Finds the operation that a request calls. For many requests make one {@link createRequestMatcher}.
 *
 * Concrete paths win over templated ones, whichever of the servers serve them, a trailing slash is forgiven when nothing else fits, and
 * a server's scheme is not compared.
 *
 * @example
 * ```ts
 * import { type Description, matchRequest } from "@truespec/openapi";
 *
 * declare const description: Description;
 * const match = matchRequest(description, { method: "GET", url: "https://api.example.com/pets/7" });
 * if (match.kind === "operation") console.log(match.operation.label);
 * ```
 */
export function matchRequest(
  description: Description,
  request: MatchableRequest,
  options: MatchOptions = {},
): RequestMatch {
  return createRequestMatcher(description, options)(request);
}

/** Prepares {@link matchRequest} for many requests to one description. */
export function createRequestMatcher(
  description: Description,
  options: MatchOptions = {},
): (request: MatchableRequest) => RequestMatch {
  const groups = groupOperations(description, options);
  return ({ method, url }) => {
    const address = parseAddress(url);
    const exact = address && matchAddress(groups, method.toUpperCase(), address);
    if (exact === undefined) return { kind: "foreign-server" };
    if (exact.kind !== "unknown-path" || address?.segments.at(-1) !== "") return exact;
    const plain = { ...address, segments: address.segments.slice(0, -1) };
    const forgiven = matchAddress(groups, method.toUpperCase(), plain);
    return forgiven.kind === "foreign-server" ? exact : forgiven;
  };
}

function matchAddress(
  groups: readonly Group[],
  method: string,
  address: RequestAddress,
): RequestMatch {
  let best: Found = { match: { kind: "foreign-server" }, rank: worst };
  for (const group of groups) {
    for (const server of group.servers) {
      const segments = stripServer(server, address);
      if (segments === undefined) continue;
      const base = address.segments.length - segments.length;
      const found = matchSegments(group, method, segments, base) ?? {
        match: { kind: "unknown-path", server: server.server, path: `/${segments.join("/")}` },
        rank: "3",
      };
      if (found.rank < best.rank) best = found;
    }
  }
  return best.match;
}

/**
 * The best match below one server. Ranks compare as texts, the smaller one is better: operations,
 * then paths without the method, and among them segment by segment the more concrete. What a server
 * says of the path is concrete, for its variables have few values.
 */
function matchSegments(
  { candidates }: Group,
  method: string,
  segments: readonly string[],
  base: number,
): Found | undefined {
  let path: Found | undefined;
  for (const candidate of candidates.get(segments.length) ?? []) {
    const pathParameters = matchTemplate(candidate.template, segments);
    if (pathParameters === undefined) continue;
    const rank = `${"0".repeat(base)}${rankTemplate(candidate.template)}`;
    const operation = candidate.operations.get(method);
    if (operation !== undefined) {
      return { match: { kind: "operation", operation, pathParameters }, rank: `1${rank}` };
    }
    path ??= { match: { kind: "unknown-method", path: candidate.path }, rank: `2${rank}` };
  }
  return path;
}

function groupOperations(description: Description, { server }: MatchOptions): Group[] {
  const named =
    server === undefined ? undefined : [{ url: server, description: undefined, variables: [] }];
  const groups = new Map<readonly Server[], Operation[]>([[named ?? description.servers, []]]);
  for (const operation of description.operations) {
    const servers = named ?? operation.servers;
    const group = groups.get(servers);
    if (group === undefined) groups.set(servers, [operation]);
    else group.push(operation);
  }
  return [...groups].map(([servers, operations]) => ({
    servers: servers.map((one) => parseServer(one, description.source)),
    candidates: indexCandidates(operations),
  }));
}

function indexCandidates(operations: readonly Operation[]): Map<number, Candidate[]> {
  const paths = new Map<string, Map<string, Operation>>();
  for (const operation of operations) {
    const methods = paths.get(operation.path) ?? new Map<string, Operation>();
    methods.set(operation.method.toUpperCase(), operation);
    paths.set(operation.path, methods);
  }
  const index = new Map<number, Candidate[]>();
  for (const [path, methods] of paths) {
    const template = parseTemplate(path);
    const count = template.segments.length;
    const list = index.get(count) ?? [];
    list.push({ template, path, operations: methods });
    index.set(count, list);
  }
  for (const list of index.values()) {
    list.sort((left, right) => compareTemplates(left.template, right.template));
  }
  return index;
}

function parseAddress(url: string): RequestAddress | undefined {
  if (url.startsWith("/") && !url.startsWith("//")) {
    const [path = ""] = url.split(/[?#]/, 1);
    return { host: undefined, origin: undefined, segments: path.split("/").slice(1) };
  }
  if (!URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  const segments = parsed.pathname.split("/").slice(1);
  return { host: hostOf(parsed), origin: originOf(parsed), segments };
}
