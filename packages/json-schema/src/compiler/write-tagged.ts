/**
 * A union as a `switch` on the tag that tells its branches apart: one of them is asked, not each.
 */
import type { SchemaNode } from "../document/node.ts";
import { typeCondition } from "../keywords/type.ts";
import { type Frame, writeBlock, writeFail } from "./frame.ts";
import { printLiteral } from "./literal.ts";
import { findTagging, type Tagging } from "./tagging.ts";
import type { KeepingWriter } from "./write-values.ts";

interface Parts {
  readonly values: KeepingWriter;
  readonly holds: (node: SchemaNode, value: string) => string;
}

/** Writes the union where a tag is proved; answers false, and writes nothing, where none is. */
export function writeTagged(frame: Frame, branches: readonly SchemaNode[], parts: Parts): boolean {
  const { position } = frame;
  // Whoever asks again which branches are met needs the answer of each.
  if (position.unevaluated) return false;
  const tagging = findTagging(frame.scope.interpreter, branches);
  if (tagging === undefined) return false;
  const { value, types } = position;
  const isObject = typeCondition("object", value);
  const write = () => writeSwitch(frame, tagging, parts);
  if (types?.every((type) => type === "object")) {
    write();
  } else if (tagging.others.length === 0) {
    writeFail(frame, `!${isObject}`);
    write();
  } else {
    parts.values.when(isObject, write);
    const met = tagging.others.map((node) => parts.holds(node, value));
    parts.values.when(`!${isObject}`, () => writeFail(frame, `!(${met.join(" || ")})`));
  }
  return true;
}

/** Engines compare a value with one text of a switch after the other; above so many a map finds it sooner. */
const mostTexts = 32;

function writeSwitch(frame: Frame, { property, branches }: Tagging, parts: Parts): void {
  const tag = parts.values.member(property);
  const tags = branches.flatMap(({ values }) => values);
  const numbers = new Map(tags.map((one, index) => [one, index]));
  const isMapped = numbers.size > mostTexts;
  const value = isMapped ? `${frame.scope.map([...numbers])}.get(${tag})` : tag;
  const printLabel = (one: string) => (isMapped ? String(numbers.get(one)) : printLiteral(one));
  const cases = branches.flatMap(({ node, values }) => {
    if (values.length === 0) return [];
    const answer = parts.holds(node, frame.position.value);
    const body = writeBlock(frame, () => writeFail(frame, `!${answer}`));
    return body === undefined ? [] : [{ labels: values.map(printLabel), body }];
  });
  frame.block.statements.push({ kind: "switch", value, cases });
}
