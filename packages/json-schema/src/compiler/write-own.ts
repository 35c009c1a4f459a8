/**
 * Reads members of an object so that only those count that are own and enumerable.
 */
import { isInherited } from "../instance.ts";
import { findKnown, keepKnown } from "./block.ts";
import { allocateLocal, type Frame } from "./frame.ts";
import { printAccess, printLiteral } from "./literal.ts";
import type { ValueWriter } from "./schema-writer.ts";

/** The function's own parameter: the one variable that can be given another value. */
const parameter = "v";

/** The variable with the object whose members count, and the one with a member of it. */
interface OwnWriter {
  own(): string;
  member(name: string): string;
}

/** Writes statements and constants; `keep` writes an expression once and answers with the constant. */
interface Statements extends Pick<ValueWriter, "line"> {
  readonly keep: (key: string, hint: string, expression: () => string) => string;
}

/** Writes the reading of the object at the place. */
export function writeOwn(frame: Frame, { line, keep }: Statements): OwnWriter {
  const own = (): string => {
    const { value } = frame.position;
    const key = `own ${value}`;
    if (value !== parameter) return keep(key, "own", () => `${frame.scope.use("own")}(${value})`);
    if (findKnown(frame.block, key) === undefined) {
      line(`if (${frame.scope.use("isForeign")}(${value})) ${value} = { ...${value} };`);
      keepKnown(frame.block, key, value);
    }
    return value;
  };
  /** Asked after a member was read, when an engine knows what kind of object it is, it costs next to nothing. */
  const readFirst = (value: string, name: string): string => {
    const member = allocateLocal(frame, "member");
    line(`let ${member} = ${printAccess(value, name)};`);
    const again = printAccess(`(${value} = { ...${value} })`, name);
    line(`if (${frame.scope.use("isForeign")}(${value})) ${member} = ${again};`);
    keepKnown(frame.block, `own ${value}`, value);
    return member;
  };
  return {
    own,
    member(name) {
      const { value } = frame.position;
      const known = `member ${value} ${name}`;
      const isFirst = value === parameter && findKnown(frame.block, `own ${value}`) === undefined;
      if (isFirst && !isInherited(name)) {
        const member = readFirst(value, name);
        keepKnown(frame.block, known, member);
        return member;
      }
      const object = own();
      return keep(known, "member", () => {
        const access = printAccess(object, name);
        if (!isInherited(name)) return access;
        return `Object.hasOwn(${object}, ${printLiteral(name)}) ? ${access} : undefined`;
      });
    },
  };
}
