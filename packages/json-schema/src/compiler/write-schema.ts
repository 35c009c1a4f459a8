/**
 * The checks of a schema as statements: each keyword's, guarded by the type of instance it looks at.
 */
import type { SchemaNode } from "../document/node.ts";
import { type InstanceType, isOfType } from "../instance.ts";
import { isJsonArray, isJsonObject, type JsonValue } from "../json.ts";
import type { Site, Target } from "../keywords/keyword.ts";
import { acceptsTypes, readTypes, typeCondition } from "../keywords/type.ts";
import { printBlock } from "./block.ts";
import { type Frame, openFrame, type Place, type Position } from "./frame.ts";
import type { Definition, ModuleScope } from "./module-scope.ts";
import { hasMarks, printMark } from "./names.ts";
import { readRequired } from "./presence.ts";
import type { ModuleWriter, SchemaWriter } from "./schema-writer.ts";
import { writeApplications } from "./write-applications.ts";
import { writeFailures } from "./write-failures.ts";
import { writeValues } from "./write-values.ts";

/** Parameters and body of a definition's function, with marks. */
export function printFunction(scope: ModuleScope, definition: Definition): string {
  const { id, node } = definition;
  const frame = openFrame(scope, definition);
  openWriter(frame).write({ node, value: "v", nesting: 0, unevaluated: false });
  const body = printBlock(frame.block, "  ");
  const guard = printMark(id, { kind: "guard" });
  return `(v${printMark(id, { kind: "parameters" })}) {\n${guard}${body}  return true;\n}`;
}

/** A function that tells of a value which properties or items a schema has evaluated, with marks. */
export function printCover(frame: Frame, node: SchemaNode, kind: "property" | "item"): string {
  frame.position = openPosition(frame, { node, value: "v", nesting: 0, unevaluated: true });
  const covers = openWriter(frame).writer.cover(kind);
  const answer =
    kind === "property"
      ? `(name) => ${covers.property("name")}`
      : `(index, item) => ${covers.item("index", "item")}`;
  return `(v, d, m) {\n${printBlock(frame.block, "  ")}  return ${answer};\n}`;
}

/** A function that answers whether a value meets a schema, with marks. */
export function printQuestionFunction(frame: Frame, node: SchemaNode): string {
  const place = { node, value: "v", nesting: 0, unevaluated: false };
  // One expression has no place for what an answer is kept in.
  frame.position = { ...openPosition(frame, place), unevaluated: false };
  const answer = openWriter(frame).writer.holds(node, "v");
  // Without names and depths that are decided later, the code stands for itself.
  return hasMarks(answer) ? `(v, d, m) => ${answer}` : `(v) => ${answer}`;
}

function openPosition(frame: Frame, place: Place): Position {
  const sites = frame.scope.sitesOf(place.node);
  const unevaluated =
    place.unevaluated || sites.some(({ keyword }) => keyword.vocabulary === "unevaluated");
  const { node, value, nesting } = place;
  const known = { required: readRequired(sites), types: readKnownTypes(sites) };
  return { node, value, nesting, sites, ...known, unevaluated };
}

/** The writer of a function; it writes where the function has come to. */
interface OpenWriter {
  readonly writer: SchemaWriter;
  /** Writes the checks of a schema at a place. */
  readonly write: (place: Place) => void;
}

function openWriter(frame: Frame): OpenWriter {
  const write = (place: Place): void => {
    const outer = frame.position;
    frame.position = openPosition(frame, place);
    writeChecks(frame, writer);
    frame.position = outer;
  };
  const values = writeValues(frame);
  const writer: SchemaWriter = {
    ...{ ...values, ...writeFailures(frame), module: moduleOf(frame) },
    ...writeApplications(frame, { values, writeInline: write }),
    get value() {
      return frame.position.value;
    },
  };
  return { writer, write };
}

function writeChecks({ position, scope }: Frame, writer: SchemaWriter): void {
  const { schema } = position.node;
  if (schema === false) writer.failIf("true");
  const sites = position.sites.filter(({ keyword }) => keyword.compile !== undefined);
  const told = listTold(sites, position.types);
  // Most schemas say one thing, and there is nothing to group.
  const groups = told.length === 1 ? told.map(openGroup) : groupByTarget(told);
  for (const group of groups) writeGroup(writer, position, group);
  if (isJsonObject(schema)) for (const { keyword } of position.sites) scope.met.add(keyword.name);
}

/** The module's face for a function. */
function moduleOf({ scope, definition }: Frame): ModuleWriter {
  const use: ModuleWriter["use"] = (name) => {
    // It compares two parts of the instance, however deep they are.
    if (name === "findDuplicate") scope.guarded.add(definition);
    return scope.use(name);
  };
  const pattern: ModuleWriter["pattern"] = (one) => {
    // Repeating a group takes the engine memory for each time, so a very long text runs out of the stack.
    if (one.steps === undefined && /\)[*+{]/.test(one.source)) scope.guarded.add(definition);
    return scope.pattern(one);
  };
  const { literal, constant, textSet, scalarSet, compositeSet, map, format, imported } = scope;
  const constants = { literal, constant, textSet, scalarSet, compositeSet, map, format };
  return { ...constants, imported, pattern, use };
}

/** The keywords but for a `type` that `const` or `enum`, which come next, say already. */
function listTold(sites: Position["sites"], types: Position["types"]): Position["sites"] {
  if (sites.length < 2 || types === undefined) return sites;
  const values = sites.flatMap(({ keyword: { name }, value }) => {
    if (name === "const") return [[value]];
    return name === "enum" && isJsonArray(value) ? [value] : [];
  });
  const isTold = (value: JsonValue) =>
    (value === null || typeof value !== "object") && types.some((type) => isOfType(value, type));
  if (!values.some((list) => list.every(isTold))) return sites;
  return sites.filter(({ keyword }) => keyword.name !== "type");
}

interface Group {
  readonly target: Target;
  readonly sites: Site[];
}

function openGroup(site: Site): Group {
  return { target: site.keyword.target, sites: [site] };
}

function groupByTarget(sites: Position["sites"]): readonly Group[] {
  const groups: Group[] = [];
  for (const site of sites) {
    const last = groups.at(-1);
    if (last?.target === site.keyword.target) last.sites.push(site);
    else groups.push(openGroup(site));
  }
  return groups;
}

function writeGroup(writer: SchemaWriter, position: Position, { target, sites }: Group): void {
  const write = () => {
    for (const site of sites) site.keyword.compile?.(site, writer);
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
  const value = sites.find(({ keyword }) => keyword.name === "type")?.value;
  return value !== undefined && acceptsTypes(value) ? readTypes(value) : undefined;
}
