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
 * `client.repos.listForOrg`, and `drive.files.list` is `client.files.list`.
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
  const plain = tag.replace(/^subpackage_/, "").replace(/^\d+\s*[.):-]\s*(?=\p{L})/u, "");
  const words = [plain, firstPart(path)];
  const name = words.map(lowerFirst).find((word) => word !== "") ?? "root";
  return reserved.has(name) ? `${name}Group` : name;
}

/** `v2`, `1.0`, `v1beta1`, `2010-04-01`, `2024-05-01-preview`. */
const version = /^(?:v\d+(?:[.p]\d+)*|\d+(?:[.-]\d+)*)(?:-?(?:alpha|beta|preview|rc)\d*)?$/i;

/** The first part of a path that says what is called: no parameter, no version, no query; `pets` of `pets.json`. */
function firstPart(path: string): string {
  const [plain = ""] = path.split(/[?#]/, 1);
  const isTelling = (part: string) =>
    part !== "" && !/[{}]|^api$/i.test(part) && !version.test(part);
  return (
    plain
      .split("/")
      .find(isTelling)
      ?.replace(/\.(?:json|xml)$/i, "") ?? ""
  );
}

/** In camel case; `""` for a text without letters. */
function lowerFirst(text: string): string {
  const name = toPascalCase(text.replaceAll(/['\u2019]/g, "").replaceAll("_", " "));
  const lower = name.replace(/^(?:\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}+(?!\p{Ll})|\p{Lu})/u, (start) =>
    start.toLowerCase(),
  );
  return lower === "" || isIdentifier(lower) ? lower : `_${lower}`;
}

/** Names that stay as they are come first: a shortened one gives way to them. */
function nameMethods(group: string, members: readonly NamedOperation[]): readonly Method[] {
  const { allocate } = createNameAllocator();
  const taken = new Set(members.map(({ names }) => names.call));
  const methods = members.map((named) => {
    const { call } = named.names;
    const short = shorten(call, named.operation, group);
    const name = taken.has(short) ? call : short;
    taken.add(name);
    return { name: allocate(name), named };
  });
  return methods.map((method) => ({ ...method, pages: allocate(`${method.name}Pages`) }));
}

/** A call without its group, and what an operation id in parts (`drive.files.list`) has before that. */
function shorten(call: string, { operationId = "", name }: Operation, group: string): string {
  const parts = operationId.split(/[./:]/);
  const at = call === name ? parts.findIndex((part) => lowerFirst(part) === group) : -1;
  const own = at < 0 ? "" : parts.slice(at + 1).join(" ");
  const rest = call.startsWith(group)
    ? call.slice(group.length).replace(/^(And|Or)\p{Lu}.*/u, "")
    : "";
  const short = lowerFirst(own) || (/^\p{Lu}/u.test(rest) ? lowerFirst(rest) : call);
  return reserved.has(short) ? call : short;
}
