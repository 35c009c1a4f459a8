/**
 * The checks of a schema as statements: each keyword's, guarded by the type of instance it looks at.
 */
import { type InstanceType, isObject } from "../instance.ts";
import { maxReferences } from "../interpreter/depth.ts";
import { openSites } from "../interpreter/open-interpreter.ts";
import type { Keyword, Site, Target } from "../keywords/keyword.ts";
import { acceptsTypes, readTypes, typeCondition } from "../keywords/type.ts";
import { createBlock, printBlock } from "./block.ts";
import type { Frame, Position } from "./frame.ts";
import type { Definition, Face, ModuleScope } from "./module-scope.ts";
import type { SchemaWriter } from "./schema-writer.ts";
import { type Place, writeApplications } from "./write-applications.ts";
import { writeFailures } from "./write-failures.ts";
import { writeValues } from "./write-values.ts";

/** The text of one of a definition's functions. */
export function printFunction(scope: ModuleScope, definition: Definition, face: Face): string {
  const countsDepth = scope.plan.countsDepth(definition);
  const block = createBlock();
  const frame: Frame = { face, scope, definition, isQuestion: false, block, locals: 0 };
  const path = [{ kind: "code", code: "p" } as const];
  writeSchema(frame, { node: definition.node, value: "v", path, nesting: 0, unevaluated: false });
  const { is, list } = definition.names;
  const parameters = [
    ...(face === "fast" ? ["v"] : ["v", "p", "errors"]),
    ...(countsDepth ? ["d", "m"] : []),
  ];
  const head = `function ${face === "fast" ? is : list}(${parameters.join(", ")}) {\n`;
  const guard = countsDepth
    ? `  if (d > ${maxReferences}) throw new ${scope.use("Refusal")}();\n`
    : "";
  return `${head}${guard}${printBlock(block, "  ")}${face === "fast" ? "  return true;\n" : ""}}`;
}

function writeSchema(frame: Frame, place: Place): void {
  const { node } = place;
  const sites = openSites(frame.scope.interpreter, node);
  const types = frame.face === "fast" ? readKnownTypes(sites) : undefined;
  const unevaluated =
    place.unevaluated || sites.some(([{ vocabulary }]) => vocabulary === "unevaluated");
  const position: Position = { ...place, sites, types, unevaluated };
  const writer = createWriter(frame, position);
  if (node.schema === false) {
    const reported = { keyword: "false", location: node.pointer };
    writer.failIf(reported, { condition: "true", params: "{}" });
  }
  for (const group of groupByTarget(sites)) writeGroup(writer, position, group);
  if (isObject(node.schema)) for (const [{ name }] of sites) frame.scope.met.add(name);
}

function createWriter(frame: Frame, position: Position): SchemaWriter {
  const values = writeValues(frame, position);
  const { scope } = frame;
  return {
    ...values,
    ...writeFailures(frame, position),
    ...writeApplications(frame, position, { values, writeInline: writeSchema }),
    ...{ literal: scope.literal, constant: scope.constant, regex: scope.regex },
    ...{ textSet: scope.textSet, format: scope.format },
    use(name) {
      // It compares two parts of the instance, however deep they are.
      if (name === "findDuplicate") scope.guarded.add(frame.definition);
      return scope.use(name);
    },
  };
}

interface Group {
  readonly target: Target;
  readonly sites: (readonly [Keyword, Site])[];
}

function groupByTarget(sites: Position["sites"]): readonly Group[] {
  const groups: Group[] = [];
  for (const site of sites) {
    const { target, compile } = site[0];
    if (compile === undefined) continue;
    const last = groups.at(-1);
    if (last?.target === target) last.sites.push(site);
    else groups.push({ target, sites: [site] });
  }
  return groups;
}

function writeGroup(writer: SchemaWriter, position: Position, { target, sites }: Group): void {
  const write = () => {
    for (const [keyword, site] of sites) keyword.compile?.(site, writer);
  };
  const applies = applicability(target, position.types);
  if (applies === "always") write();
  if (applies === "sometimes" && target !== "any") {
    writer.when(typeCondition(target, writer.value), write);
  }
}

/** When is an instance of these types one of the target's? */
function applicability(target: Target, types: Position["types"]): "always" | "sometimes" | "never" {
  if (target === "any") return "always";
  if (types === undefined) return "sometimes";
  const fitting = types.filter((type) => targetOf(type) === target);
  if (fitting.length === 0) return "never";
  return fitting.length === types.length ? "always" : "sometimes";
}

function targetOf(type: InstanceType): Target | undefined {
  if (type === "integer") return "number";
  return type === "boolean" || type === "null" ? undefined : type;
}

/** What the instance is once `type`, which comes first, has let it through. */
function readKnownTypes(sites: Position["sites"]): readonly InstanceType[] | undefined {
  const value = sites.find(([{ name }]) => name === "type")?.[1].value;
  return value !== undefined && acceptsTypes(value) ? readTypes(value) : undefined;
}
