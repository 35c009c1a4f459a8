import type { Description, Operation, Server } from "../model/model.ts";
import { chooseOperation } from "./choose-operation.ts";
import {
  compareTemplates,
  matchTemplate,
  type PathTemplate,
  parseTemplate,
  rankTemplate,
} from "./path-template.ts";
import type { MatchableRequest, OperationMatch, RequestMatch } from "./request.ts";
import { type RequestAddress, stripServer } from "./server-match.ts";
import {
  expandServer,
  hostOf,
  originOf,
  parseServer,
  type ServerTemplate,
} from "./server-template.ts";

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

/** A request on its way through the groups. */
interface Called {
  readonly method: string;
  readonly address: RequestAddress;
  /** Of operations that match alike, the one that is meant. */
  readonly choose: (rivals: readonly OperationMatch[]) => OperationMatch | undefined;
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
 * Concrete paths win over templated ones, whichever of the servers serve them; where several paths match
 * alike, parameters decide. A trailing slash is forgiven when nothing else fits, and a server's scheme is
 * not compared.
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
  return (request) => {
    const address = parseAddress(request.url);
    if (address === undefined) return { kind: "foreign-server" };
    const called: Called = {
      method: request.method.toUpperCase(),
      address,
      choose: (rivals) => chooseOperation(description.document, rivals, request),
    };
    const exact = matchAddress(groups, called);
    if (exact.kind !== "unknown-path" || address.segments.at(-1) !== "") return exact;
    const plain = { ...address, segments: address.segments.slice(0, -1) };
    const forgiven = matchAddress(groups, { ...called, address: plain });
    return forgiven.kind === "foreign-server" ? exact : forgiven;
  };
}

function matchAddress(groups: readonly Group[], called: Called): RequestMatch {
  const { address } = called;
  let best: Found = { match: { kind: "foreign-server" }, rank: worst };
  for (const group of groups) {
    for (const server of group.servers) {
      const segments = stripServer(server, address);
      if (segments === undefined) continue;
      const found = matchSegments(group, called, segments) ?? {
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
  { method, address, choose }: Called,
  segments: readonly string[],
): Found | undefined {
  const base = "0".repeat(address.segments.length - segments.length);
  const rivals: OperationMatch[] = [];
  let rank: string | undefined;
  let path: Found | undefined;
  for (const candidate of candidates.get(segments.length) ?? []) {
    const pathParameters = matchTemplate(candidate.template, segments);
    if (pathParameters === undefined) continue;
    const operation = candidate.operations.get(method);
    const own = `${base}${rankTemplate(candidate.template)}`;
    if (operation === undefined) {
      path ??= { match: { kind: "unknown-method", path: candidate.path }, rank: `2${own}` };
      continue;
    }
    if (rank !== undefined && rank !== own) break;
    rank = own;
    rivals.push({ kind: "operation", operation, pathParameters });
  }
  const match = choose(rivals);
  return match === undefined ? path : { match, rank: `1${rank}` };
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
    servers: servers.flatMap(expandServer).map((one) => parseServer(one, description.source)),
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
  // Browsers record what they load from elsewhere too: `data:`, `blob:` and the files of extensions.
  if (!/^(?:https?|wss?):$/.test(parsed.protocol)) return undefined;
  const segments = parsed.pathname.split("/").slice(1);
  return { host: hostOf(parsed), origin: originOf(parsed), segments };
}
