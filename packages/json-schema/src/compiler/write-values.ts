import { findKnown, keepKnown } from "./block.ts";
import { allocateLocal, type Frame, writeBlock } from "./frame.ts";
import type { ValueWriter } from "./schema-writer.ts";
import { writeOwn } from "./write-own.ts";

/** Reads the instance, and keeps what was read. */
export interface KeepingWriter extends Omit<ValueWriter, "value"> {
  /** The constant that holds what the key stands for; a new one with the expression's value, if none does. */
  keep(key: string, hint: string, expression: () => string): string;
  /** Statements below a header; none where there are none. */
  loop(header: string, body: () => void): void;
}

/** The writer's face that reads the instance. */
export function writeValues(frame: Frame): KeepingWriter {
  const line = (text: string): void => writeLine(frame, text);
  const local = (hint: string, expression: string): string => writeLocal(frame, hint, expression);
  const keep: KeepingWriter["keep"] = (...kept) => keepLocal(frame, ...kept);
  const { own, member } = writeOwn(frame, { line, keep });
  return {
    ...{ line, local, keep, member, object: own },
    loop: (header, body) => writeLoop(frame, header, body),
    eachName: (body) =>
      writeNames(frame, own(), (name, access) => body(name, `${access} !== undefined`)),
    eachMember: (body) =>
      writeNames(frame, own(), (name, access) => {
        const member = local("member", access);
        line(`if (${member} === undefined) continue;`);
        body(name, member);
      }),
    eachItem: (start, body) => writeItems(frame, start, body),
    when(condition, body) {
      const block = writeBlock(frame, body);
      if (block !== undefined) frame.block.statements.push({ kind: "if", condition, body: block });
    },
    counter(hint) {
      const name = allocateLocal(frame, hint);
      line(`let ${name} = 0;`);
      return name;
    },
  };
}

function writeLine({ block }: Frame, text: string): void {
  block.statements.push({ kind: "line", text });
}

function writeLocal(frame: Frame, hint: string, expression: string): string {
  const name = allocateLocal(frame, hint);
  writeLine(frame, `const ${name} = ${expression};`);
  return name;
}

function keepLocal(frame: Frame, key: string, hint: string, expression: () => string): string {
  const known = findKnown(frame.block, key);
  if (known !== undefined) return known;
  const name = writeLocal(frame, hint, expression());
  keepKnown(frame.block, key, name);
  return name;
}

function writeLoop(frame: Frame, header: string, body: () => void): void {
  const block = writeBlock(frame, body);
  if (block !== undefined) frame.block.statements.push({ kind: "for", header, body: block });
}

/** A loop over the names of an object, with an expression of the member. */
function writeNames(
  frame: Frame,
  object: string,
  body: (name: string, access: string) => void,
): void {
  const name = allocateLocal(frame, "name");
  writeLoop(frame, `for (const ${name} in ${object})`, () => body(name, `${object}[${name}]`));
}

function writeItems(
  frame: Frame,
  start: number,
  body: (index: string, item: string) => void,
): void {
  const { value } = frame.position;
  const index = allocateLocal(frame, "index");
  const header = `for (let ${index} = ${start}; ${index} < ${value}.length; ${index} += 1)`;
  writeLoop(frame, header, () => body(index, writeLocal(frame, "item", `${value}[${index}]`)));
}
