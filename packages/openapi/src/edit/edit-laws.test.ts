import { type JsonObject, type JsonValue, setMember } from "@truespec/json-schema/json";
import { appendKey } from "@truespec/json-schema/json-pointer";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Document, isMap, isSeq, visit } from "yaml";
import { parseText } from "../parse/parse-text.ts";
import type { DocumentEdit } from "./edit.ts";
import { editDocument } from "./edit-document.ts";

const key = fc.oneof(
  fc.constantFrom("a", "b", "__proto__", "<<", "1.0", "yes", "2020-01-01", "", "~", "- x", "a: b"),
  fc.string({ maxLength: 5 }),
  fc.string({ unit: "grapheme", maxLength: 4 }),
);
const scalar = fc.oneof(
  fc.constantFrom<JsonValue>(
    null,
    true,
    false,
    0,
    1.5,
    -1e30,
    "",
    "yes",
    "null",
    "1",
    "x # y",
    "a: b",
  ),
  fc.string(),
  fc.string({ unit: "grapheme" }),
  fc.constantFrom(
    "l1\nl2\n",
    "l1\n\n  l2",
    " l1\nl2",
    "l1\n\n",
    "\n",
    "l1 \nl2",
    "tab\there",
    "cr\r\nlf",
  ),
);
const json: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalar,
    fc.array(tie("value"), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie("value")), { maxLength: 4 }).map((all) => Object.fromEntries(all)),
  ),
})).value;

/** How a value is written before it is edited. */
interface Layout {
  readonly indent: number;
  readonly indentSeq: boolean;
  readonly flow: readonly boolean[];
  readonly comments: readonly boolean[];
  readonly lineBreak: "\n" | "\r\n";
}
const layout: fc.Arbitrary<Layout> = fc.record({
  indent: fc.constantFrom(1, 2, 4),
  indentSeq: fc.boolean(),
  flow: fc.array(
    fc.integer({ max: 9, min: 0 }).map((number) => number === 0),
    { minLength: 7, maxLength: 7 },
  ),
  comments: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
  lineBreak: fc.constantFrom("\n", "\r\n"),
});

function writeYaml(
  value: JsonValue,
  { indent, indentSeq, flow, comments, lineBreak }: Layout,
): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  let count = 0;
  visit(document, {
    Node: (_key, node) => {
      count++;
      if (comments[count % comments.length]) node.comment = ` c${count}`;
      if (comments[(count + 1) % comments.length]) node.commentBefore = ` before ${count}`;
      if ((isMap(node) || isSeq(node)) && flow[count % flow.length]) node.flow = true;
      return undefined;
    },
  });
  return document.toString({ indent, indentSeq, lineWidth: 0 }).replaceAll("\n", lineBreak);
}

/** What a number of picks leads to: a pointer into a value that changes with every edit. */
interface Step {
  readonly kind: DocumentEdit["kind"];
  readonly picks: readonly number[];
  readonly key: string;
  readonly value: JsonValue;
}
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom("set", "insert", "remove"),
  picks: fc.array(fc.nat(50), { minLength: 1, maxLength: 5 }),
  key,
  value: json,
});

/** The edit of a step, and what it makes of the value; in a way of its own, to compare with. */
function plan(
  before: JsonValue,
  { kind, picks, key: name, value }: Step,
): { edit: DocumentEdit; after: JsonValue } {
  // Not structuredClone, which would keep what aliases share as one value
  const after: JsonValue = JSON.parse(JSON.stringify(before));
  let pointer = "";
  let container = after;
  for (const pick of picks) {
    const children = childrenOf(container);
    const child = children[pick % Math.max(children.length, 1)];
    if (child === undefined || childrenOf(child[1]).length === 0) break;
    pointer = appendKey(pointer, child[0]);
    container = child[1];
  }
  const children = childrenOf(container);
  const chosen = children[(picks[0] ?? 0) % Math.max(children.length, 1)]?.[0];
  if (kind === "remove" && chosen !== undefined) {
    if (Array.isArray(container)) container.splice(Number(chosen), 1);
    else if (isObject(container)) Reflect.deleteProperty(container, chosen);
    return { edit: { kind, pointer: appendKey(pointer, chosen) }, after };
  }
  if (Array.isArray(container)) {
    const index = (picks[0] ?? 0) % (container.length + 1);
    container.splice(index, 0, value);
    return { edit: { kind: "insert", pointer: appendKey(pointer, index), value }, after };
  }
  if (!isObject(container)) return { edit: { kind: "set", pointer: "", value }, after: value };
  const member = kind === "insert" || chosen === undefined ? name : chosen;
  setMember(container, member, value);
  return { edit: { kind: "set", pointer: appendKey(pointer, member), value }, after };
}

function isObject(value: JsonValue): value is { [key: string]: JsonValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function childrenOf(value: JsonValue): readonly (readonly [string, JsonValue])[] {
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

function planAll(
  before: JsonValue,
  steps: readonly Step[],
): { edits: DocumentEdit[]; after: JsonValue } {
  const edits: DocumentEdit[] = [];
  let after = before;
  for (const one of steps) {
    const planned = plan(after, one);
    edits.push(planned.edit);
    after = planned.after;
  }
  return { edits, after };
}

const filled = fc.oneof(
  fc
    .array(fc.tuple(key, json), { minLength: 1, maxLength: 5 })
    .map((all): JsonObject => Object.fromEntries(all)),
  fc.array(json, { minLength: 1, maxLength: 4 }),
);

test("YAML: what an edited text says is what was edited", () => {
  fc.assert(
    fc.property(
      filled,
      layout,
      fc.array(step, { minLength: 1, maxLength: 4 }),
      (value, how, steps) => {
        const text = writeYaml(value, how);
        const given = parseText(text, "a.yaml").document?.value;
        fc.pre(given !== undefined && JSON.stringify(given) === JSON.stringify(value));
        const { edits, after } = planAll(value, steps);
        const edited = editDocument(text, edits, "a.yaml");
        expect(edited.diagnostics).toEqual([]);
        expect(parseText(edited.text, "a.yaml").document?.value).toEqual(after);
      },
    ),
    { numRuns: 1000 },
  );
});

test("JSON: what an edited text says is what was edited, in JSON", () => {
  const space = fc.constantFrom("", " ", "  ", "    ", "\t");
  fc.assert(
    fc.property(
      filled,
      space,
      fc.array(step, { minLength: 1, maxLength: 4 }),
      (value, indent, steps) => {
        const text = JSON.stringify(value, null, indent);
        const { edits, after } = planAll(value, steps);
        const edited = editDocument(text, edits, "a.json");
        expect(edited.diagnostics).toEqual([]);
        expect(JSON.parse(edited.text)).toEqual(after);
        // Names such as "0" come first in an object that is parsed, so lines are compared as a set
        const lines = (one: string): readonly string[] =>
          one
            .split("\n")
            .map((line) => line.replace(/,$/, ""))
            .sort();
        const printed = JSON.stringify(JSON.parse(edited.text), null, indent);
        if (indent !== "") expect(lines(edited.text)).toEqual(lines(printed));
      },
    ),
    { numRuns: 1000 },
  );
});

test("lines that an edit does not touch stay byte for byte", () => {
  fc.assert(
    fc.property(
      fc.array(json, { minLength: 3, maxLength: 6 }),
      layout,
      fc.nat(5),
      json,
      (items, how, at, value) => {
        const text = writeYaml(
          Object.fromEntries(items.map((item, index) => [`k${index}`, item])),
          {
            ...how,
            comments: [false, false, false, false, false],
            flow: how.flow.map(() => false),
          },
        );
        // Not what the library itself prints wrong, and no merge keys
        const given = parseText(text, "a.yaml").document?.value;
        fc.pre(
          JSON.stringify(given) ===
            JSON.stringify(Object.fromEntries(items.map((item, index) => [`k${index}`, item]))),
        );
        const name = `k${at % items.length}`;
        const edited = editDocument(text, [{ kind: "set", pointer: `/${name}`, value }], "a.yaml");
        expect(edited.diagnostics).toEqual([]);
        const others = (lines: string): readonly string[] =>
          lines.split(/(?=^k\d:)/m).filter((line) => !line.startsWith(`${name}:`));
        expect(others(edited.text)).toEqual(others(text));
      },
    ),
    { numRuns: 500 },
  );
});

test("an edit changes one place or is refused, whatever aliases there are", () => {
  const text = fc
    .array(
      fc.constantFrom(
        "a: &x { t: 1, u: [1, 2] }",
        "b: *x",
        "c: { <<: *x, v: 1 }",
        "d: [*x, &y 5, *y]",
        "e: &z 1",
        "f: *z",
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map((lines) => `${[...new Set(lines)].sort().join("\n")}\n`);
  fc.assert(
    fc.property(text, step, (given, one) => {
      const before = parseText(given, "a.yaml").document?.value;
      fc.pre(before !== undefined);
      const { edit, after } = plan(before, one);
      const edited = editDocument(given, [edit], "a.yaml");
      const says = parseText(edited.text, "a.yaml").document?.value;
      if (edited.diagnostics.length === 0) expect(says).toEqual(after);
      else expect(edited.text).toBe(given);
    }),
    { numRuns: 500 },
  );
});
