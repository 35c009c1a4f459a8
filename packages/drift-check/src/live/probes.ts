import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from "yaml";
import { DriftCheckError } from "../error.ts";
import { isSecretHeader } from "../read/secrets.ts";

/** A request that somebody asked for by name. */
export interface Probe {
  /** Label such as `GET /models`. */
  readonly operation: string;
  /** Path parameters by name; those not named take the description's examples. */
  readonly path: ReadonlyMap<string, string>;
  /** Query parameters by name; a list is sent as one pair for each item. */
  readonly query: ReadonlyMap<string, readonly string[]>;
  /** Header parameters by name; never credentials. */
  readonly headers: ReadonlyMap<string, string>;
  /** Only made when a credential is configured. */
  readonly auth: boolean;
}

/** The requests of a probes file, in its order. */
export type Probes = readonly Probe[];

const fields = ["operation", "path", "query", "headers", "auth"];

/**
 * Parses a probes file: YAML `probes:`, a list of `{operation, path?, query?, headers?, auth?}`.
 *
 * @param source names the text in messages
 * @throws DriftCheckError `probes-invalid` with the place and what is expected there
 * @example
 * ```ts
 * import { parseProbes } from "@truespec/drift-check";
 *
 * const probes = parseProbes("probes:\n  - operation: GET /models\n", "probes.yaml");
 * ```
 */
export function parseProbes(text: string, source: string): Probes {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const place = { source, lineCounter };
  const [fault] = document.errors;
  if (fault !== undefined) {
    throw invalid(`${source}:${fault.linePos?.[0].line ?? 1}: it is not YAML: ${fault.code}`);
  }
  const root = readMap(document.contents, { ...place, name: "the file" });
  checkFields(root, ["probes"], place);
  const list = root.get("probes")?.value;
  if (!isSeq(list)) throw fail(list ?? document.contents, place, "`probes` should be a list");
  return list.items.map((item) => readProbe(item, place));
}

interface Place {
  readonly source: string;
  readonly lineCounter: LineCounter;
}

type Fields = ReadonlyMap<string, Pair>;

function readProbe(item: unknown, place: Place): Probe {
  const probe = readMap(item, { ...place, name: "a probe" });
  checkFields(probe, fields, place);
  return {
    operation: readOperation(probe.get("operation")?.value ?? item, place),
    path: readTexts(probe.get("path")?.value, { ...place, name: "`path`" }),
    query: readQuery(probe.get("query")?.value, { ...place, name: "`query`" }),
    headers: readHeaders(probe.get("headers")?.value, place),
    auth: readFlag(probe.get("auth")?.value, place),
  };
}

function readOperation(node: unknown, place: Place): string {
  const label = isScalar(node) ? node.value : undefined;
  const [, method = "", path = ""] =
    typeof label === "string" ? (/^([A-Za-z]+)\s+(\/.*)$/s.exec(label.trim()) ?? []) : [];
  if (path === "") {
    throw fail(node, place, "`operation` should be a method and a path, such as GET /models");
  }
  const upper = method.toUpperCase();
  if (upper !== "GET" && upper !== "HEAD") {
    throw fail(node, place, `a probe may only GET or HEAD, and this one would ${upper}`);
  }
  return `${upper} ${path}`;
}

function readFlag(node: unknown, place: Place): boolean {
  if (node === undefined) return false;
  if (isScalar(node) && typeof node.value === "boolean") return node.value;
  throw fail(node, place, "`auth` should be true or false");
}

function readTexts(node: unknown, place: Place & { name: string }): ReadonlyMap<string, string> {
  if (node === undefined) return new Map();
  const entries = [...readMap(node, place)];
  return new Map(entries.map(([name, { value }]) => [name, readText(value, place)]));
}

function readHeaders(node: unknown, place: Place): ReadonlyMap<string, string> {
  const headers = readTexts(node, { ...place, name: "`headers`" });
  const secret = [...headers.keys()].find(isSecretHeader);
  if (secret === undefined) return headers;
  throw fail(node, place, `the header ${secret} is a credential, and never stands in a file`);
}

function readQuery(
  node: unknown,
  place: Place & { name: string },
): ReadonlyMap<string, readonly string[]> {
  if (node === undefined) return new Map();
  return new Map(
    [...readMap(node, place)].map(([name, { value }]) => [
      name,
      isSeq(value) ? value.items.map((item) => readText(item, place)) : [readText(value, place)],
    ]),
  );
}

function readText(node: unknown, place: Place & { name: string }): string {
  const value = isScalar(node) ? node.value : undefined;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return String(value);
  }
  throw fail(node, place, `${place.name} should map names to texts, numbers or true and false`);
}

function readMap(node: unknown, place: Place & { name: string }): Fields {
  if (!isMap(node)) throw fail(node, place, `${place.name} should be a mapping`);
  return new Map(
    node.items.map((pair) => [String(isScalar(pair.key) ? pair.key.value : pair.key), pair]),
  );
}

function checkFields(map: Fields, known: readonly string[], place: Place): void {
  for (const [name, { key }] of map) {
    if (known.includes(name)) continue;
    const expected = known.map((field) => `\`${field}\``).join(", ");
    throw fail(key, place, `there is no field ${JSON.stringify(name)}; expected is ${expected}`);
  }
}

function fail(node: unknown, { source, lineCounter }: Place, why: string): DriftCheckError {
  const start = isNode(node) ? node.range?.[0] : undefined;
  const line = start === undefined ? 1 : lineCounter.linePos(start).line;
  return invalid(`${source}:${line}: ${why}`);
}

function isNode(node: unknown): node is Node {
  return isScalar(node) || isMap(node) || isSeq(node);
}

function invalid(message: string): DriftCheckError {
  return new DriftCheckError("probes-invalid", message);
}
