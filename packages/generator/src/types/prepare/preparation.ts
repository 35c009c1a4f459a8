import type { JsonObject } from "@truespec/json-schema";
import { toPascalCase } from "../../names/identifier.ts";
import type { GenerateDiagnostic } from "../../options.ts";
import { hideSpecials } from "./placeholder.ts";
import { asObject, findAt, formatPointer, items, own, parseFragment } from "./pointer.ts";

/** What the walk through a document needs to know and gathers on its way. */
export interface Preparation {
  readonly document: JsonObject;
  readonly diagnostics: GenerateDiagnostic[];
  /** Names of schemas that stand outside of `components.schemas` and are referred to, by pointer. */
  readonly hoisted: Map<string, string>;
  /** Pointers in `hoisted` that are not written yet. */
  readonly pending: string[];
}

/** The start of a walk. */
export function startPreparation(document: JsonObject): Preparation {
  return { document, diagnostics: [], hoisted: new Map(), pending: [] };
}

/** `{ $ref }` to a component that certainly exists, spelled as openapi-typescript parses it. */
export function refTo(kind: string, name: string): JsonObject {
  const key = hideSpecials(name).replaceAll("~", "~0").replaceAll("/", "~1");
  return { $ref: `#/components/${kind}/${encodeURIComponent(key)}` };
}

/** The `$ref` of a schema as one to a component schema; a target elsewhere becomes a component; `{}` where there is none. */
export function referToSchema(preparation: Preparation, reference: string): JsonObject {
  const tokens = parseFragment(reference);
  const target = tokens && findAt(preparation.document, tokens);
  if (tokens === undefined || target === undefined) {
    reportUnresolved(preparation, reference);
    return {};
  }
  const [root, kind, name, ...rest] = tokens;
  if (root === "components" && kind === "schemas" && name && rest.length === 0) {
    return refTo("schemas", name);
  }
  return refTo("schemas", hoist(preparation, tokens));
}

/** `node` with its `$ref`s followed; undefined when that ends nowhere. */
export function resolveNode(
  preparation: Preparation,
  node: JsonObject | undefined,
): JsonObject | undefined {
  let current = node;
  const seen = new Set<string>();
  while (current !== undefined) {
    const reference = own(current, "$ref");
    if (typeof reference !== "string") {
      return current;
    }
    const tokens = parseFragment(reference);
    if (tokens === undefined || seen.has(reference)) {
      break;
    }
    seen.add(reference);
    current = asObject(findAt(preparation.document, tokens));
  }
  return undefined;
}

/** The name of a component of this kind that `node` refers to directly. */
export function findComponentRef(
  preparation: Preparation,
  kind: string,
  node: JsonObject,
): string | undefined {
  const reference = own(node, "$ref");
  const tokens = typeof reference === "string" ? parseFragment(reference) : undefined;
  const [root, written, name, ...rest] = tokens ?? [];
  if (root !== "components" || written !== kind || !name || rest.length > 0) {
    return undefined;
  }
  return asObject(findAt(preparation.document, [root, kind, name])) === undefined
    ? undefined
    : name;
}

function hoist(preparation: Preparation, tokens: readonly string[]): string {
  const pointer = formatPointer(tokens);
  const known = preparation.hoisted.get(pointer);
  if (known !== undefined) {
    return known;
  }
  const name = freeName(preparation, toPascalCase(tokens.join(" ")) || "Root");
  preparation.hoisted.set(pointer, name);
  preparation.pending.push(pointer);
  return name;
}

function freeName(preparation: Preparation, wanted: string): string {
  const written = asObject(findAt(preparation.document, ["components", "schemas"])) ?? {};
  const taken = new Set([...Object.keys(written), ...preparation.hoisted.values()]);
  let name = wanted;
  for (let suffix = 2; taken.has(name); suffix += 1) {
    name = `${wanted}${suffix}`;
  }
  return name;
}

function reportUnresolved(preparation: Preparation, reference: string): void {
  preparation.diagnostics.push({
    code: "unresolved-reference",
    severity: "warning",
    message: `Nothing is found at the reference ${JSON.stringify(reference)}; its type is unknown.`,
    hint: "Correct the $ref, or write what it refers to.",
    pointer: "",
  });
}

/** The strings among the items of an array. */
export function stringItems(value: Parameters<typeof items>[0]): readonly string[] {
  return items(value).filter((item) => typeof item === "string");
}
