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
  const line = (text: string): void => {
    frame.block.statements.push({ kind: "line", text });
  };
  const local = (hint: string, expression: string): string => {
    const name = allocateLocal(frame, hint);
    line(`const ${name} = ${expression};`);
    return name;
  };
  const keep = (key: string, hint: string, expression: () => string): string => {
    const known = findKnown(frame.block, key);
    if (known !== undefined) return known;
    const name = local(hint, expression());
    keepKnown(frame.block, key, name);
    return name;
  };
  const { own, member } = writeOwn(frame, { line, keep });
  const loop = (header: string, body: () => void): void => {
    const block = writeBlock(frame, body);
    if (block !== undefined) frame.block.statements.push({ kind: "for", header, body: block });
  };
  const eachItem = (start: number, body: (index: string, item: string) => void): void => {
    const { value } = frame.position;
    const index = allocateLocal(frame, "index");
    loop(`for (let ${index} = ${start}; ${index} < ${value}.length; ${index} += 1)`, () =>
      body(index, local("item", `${value}[${index}]`)),
    );
  };
  return {
    ...{ line, local, keep, loop, member, object: own },
    eachName(body) {
      const object = own();
      const name = allocateLocal(frame, "name");
      loop(`for (const ${name} in ${object})`, () =>
        body(name, `${object}[${name}] !== undefined`),
      );
    },
    eachMember(body) {
      const object = own();
      const name = allocateLocal(frame, "name");
      loop(`for (const ${name} in ${object})`, () => {
        const member = local("member", `${object}[${name}]`);
        line(`if (${member} === undefined) continue;`);
        body(name, member);
      });
    },
    eachItem,
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
