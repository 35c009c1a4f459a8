import {
  findMember,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "@truespec/json-schema/json";
import { resolvePointer } from "@truespec/json-schema/json-pointer";
import { objectMember } from "../../json/json-value.ts";
import type { Description, Operation, SecurityScheme } from "../../model/model.ts";
import type { FoundChange } from "../change.ts";
import { isAlike, isEqual } from "../schema/equal.ts";
import { findReferenced } from "../schema/reference.ts";
import { type Comparison, tellAt } from "./comparison.ts";
import { showName } from "./wording.ts";

/** Schemes that are called otherwise now and are the same: new names by old ones. */
export function renamedSchemes({ before, after }: Comparison): ReadonlyMap<string, string> {
  const names = new Set(after.securitySchemes.map(({ name }) => name));
  const free = after.securitySchemes.filter(
    ({ name }) => !before.securitySchemes.some((one) => one.name === name),
  );
  return new Map(
    before.securitySchemes.flatMap((one) => {
      if (names.has(one.name)) return [];
      const same = free.find((other) => isAlike(definition(before, one), definition(after, other)));
      return same === undefined ? [] : [[one.name, same.name] as const];
    }),
  );
}

/** What changed in the definitions of the schemes that an operation went by. */
export function compareSchemes(
  { before, after }: Comparison,
  { security }: Operation,
): readonly FoundChange[] {
  const used = new Set(security.flatMap((one) => one.map(({ scheme }) => scheme)));
  return before.securitySchemes.flatMap((one) => {
    const other = after.securitySchemes.find(({ name }) => name === one.name);
    if (other === undefined || !used.has(one.name)) return [];
    return compareScheme(one, other, [definition(before, one), definition(after, other)]);
  });
}

function definition({ document }: Description, { pointer }: SecurityScheme): JsonObject {
  const value = resolvePointer(document, pointer);
  if (!isJsonObject(value)) return {};
  const target = findReferenced(document, value)?.schema;
  return isJsonObject(target) ? target : value;
}

function compareScheme(
  before: SecurityScheme,
  after: SecurityScheme,
  [old, recent]: readonly [JsonObject, JsonObject],
): readonly FoundChange[] {
  const tell = tellAt(null, after.pointer);
  const [was, is] = [describe(before), describe(after)];
  if (was !== is) {
    const message = `security scheme ${showName(after.name)} was ${was}, and is ${is} now`;
    return [tell("security-scheme", "breaking", message)];
  }
  const url = "openIdConnectUrl";
  if (!isEqual(findMember(old, url), findMember(recent, url))) {
    const message = `${url} of security scheme ${showName(after.name)} changed`;
    return [tell("security-scheme", "breaking", message)];
  }
  const flows = [objectMember(old, "flows"), objectMember(recent, "flows")] as const;
  return Object.entries(flows[0]).flatMap(([name, flow]) => {
    const fault = findFlowFault(flow, findMember(flows[1], name));
    if (fault === undefined) return [];
    const message = `${fault} of the ${name} flow of security scheme ${showName(after.name)}`;
    return [tell("security-scheme", "breaking", message)];
  });
}

/** What of a flow a client that went through it misses. */
function findFlowFault(before: JsonValue, after: JsonValue | undefined): string | undefined {
  if (after === undefined) return "the end";
  for (const url of ["authorizationUrl", "tokenUrl", "deviceAuthorizationUrl"]) {
    if (!isEqual(findMember(before, url), findMember(after, url))) return `another ${url}`;
  }
  const scopes = objectMember(after, "scopes");
  const gone = Object.keys(objectMember(before, "scopes")).filter(
    (scope) => !Object.hasOwn(scopes, scope),
  );
  return gone.length === 0 ? undefined : `the end of the scope ${gone.map(showName).join(", ")}`;
}

function describe(scheme: SecurityScheme): string {
  switch (scheme.kind) {
    case "http":
      return `HTTP ${scheme.scheme}`;
    case "apiKey": {
      const name = scheme.in === "header" ? scheme.parameter.toLowerCase() : scheme.parameter;
      return `an API key in ${scheme.in} ${showName(name)}`;
    }
    default:
      return scheme.kind;
  }
}
