import type { Operation } from "@truespec/openapi";
import { createNameAllocator } from "../names/allocate.ts";
import { toPascalCase } from "../names/identifier.ts";
import { isIdentifier } from "../print/literal.ts";
import type { NamedOperation } from "./source.ts";

/** The operations of a client that stand together: `client.models`. */
export interface Group {
  readonly name: string;
  readonly methods: readonly Method[];
}

/** An operation as the method of a group. */
export interface Method {
  readonly name: string;
  /** What reads all pages is called so, where the operation answers a list in pages. */
  readonly pages: string;
  readonly named: NamedOperation;
}

/**
 * The operations by their first tag, or else by the first part of their path, in document order.
 *
 * A method is called as its function is, without the group's name before it: `reposListForOrg` is
 * `client.repos.listForOrg`.
 */
export function groupOperations(operations: readonly NamedOperation[]): readonly Group[] {
  const groups = new Map<string, NamedOperation[]>();
  for (const named of operations) {
    const name = groupName(named.operation);
    const members = groups.get(name);
    if (members === undefined) {
      groups.set(name, [named]);
    } else {
      members.push(named);
    }
  }
  return [...groups].map(([name, members]) => ({ name, methods: nameMethods(name, members) }));
}

/** What every object has, and what `await` would call: no group and no method may be called so. */
const reserved = new Set([...Object.getOwnPropertyNames(Object.prototype), "then", "toJSON"]);

function groupName({ tags, path }: Operation): string {
  const [tag = ""] = tags;
  // Fern writes the folder of its own project before the name.
  const words = [tag.replace(/^subpackage_/, ""), firstPart(path), "root"];
  const name = words.map(lowerFirst).find((word) => word !== "") ?? "root";
  return reserved.has(name) ? `${name}Group` : name;
}

/** The first part of a path that says what is called: no parameter, no version. */
function firstPart(path: string): string {
  return path.split("/").find((part) => part !== "" && !/[{}]|^v\d+$|^api$/.test(part)) ?? "";
}

/** In camel case; `""` for a text without letters. */
function lowerFirst(text: string): string {
  const name = toPascalCase(text.replaceAll(/['\u2019]/g, ""));
  const lower = name.replace(/^\p{Lu}+(?=\p{Lu}\p{Ll})|^\p{Lu}+(?!\p{Ll})|^\p{Lu}/u, (start) =>
    start.toLowerCase(),
  );
  return lower === "" || isIdentifier(lower) ? lower : `_${lower}`;
}

/** Names that stay as they are come first: a shortened one gives way to them. */
function nameMethods(group: string, members: readonly NamedOperation[]): readonly Method[] {
  const { allocate } = createNameAllocator();
  const calls = new Set(members.map(({ names }) => names.call));
  const methods = members.map((named) => {
    const { call } = named.names;
    const short = withoutGroup(call, group);
    return { name: allocate(calls.has(short) ? call : short), named };
  });
  return methods.map((method) => ({ ...method, pages: allocate(`${method.name}Pages`) }));
}

function withoutGroup(call: string, group: string): string {
  const rest = call.startsWith(group) ? call.slice(group.length) : "";
  const short = /^\p{Lu}/u.test(rest) ? lowerFirst(rest) : call;
  return reserved.has(short) ? call : short;
}
