/**
 * One function while it is written, and where in it a schema is.
 */
import type { SchemaNode } from "../document/node.ts";
import type { InstanceType } from "../instance.ts";
import type { Site } from "../keywords/keyword.ts";
import { type Block, createBlock } from "./block.ts";
import type { Definition, ModuleScope } from "./module-scope.ts";
import { printMark } from "./names.ts";

/** A function while it is written; `block` is where the next statement goes. */
export interface Frame {
  readonly scope: ModuleScope;
  readonly definition: Definition;
  /** Is this not a function, but a question that is asked on the way? */
  isQuestion: boolean;
  block: Block;
  /** Where in the schema the function has come to. */
  position: Position;
  locals: number;
}

/**
 * A schema where the function has come to.
 *
 * - `value`: the variable with its instance
 * - `sites`: its keywords
 * - `required`: the properties that must be there
 * - `types`: what the instance is known to be: the function has returned otherwise
 * - `nesting`: how many schemas are written into one another here
 * - `unevaluated`: will `unevaluated…`, here or around, ask again which branches this instance meets?
 */
export interface Position {
  readonly node: SchemaNode;
  readonly value: string;
  readonly sites: readonly Site[];
  readonly required: ReadonlySet<string>;
  readonly types: readonly InstanceType[] | undefined;
  readonly nesting: number;
  readonly unevaluated: boolean;
}

/** A schema and its instance, before it is known what the schema says. */
export type Place = Omit<Position, "sites" | "required" | "types">;

/** Opens a function of a definition. */
export function openFrame(scope: ModuleScope, definition: Definition): Frame {
  const place = { node: definition.node, value: "v", nesting: 0, unevaluated: false };
  const position = { ...place, sites: [], required: new Set<string>(), types: undefined };
  const start = { isQuestion: false, block: createBlock(), locals: 0 };
  return { scope, definition, position, ...start };
}

/** Adds a name to a function's own: no local equals another one or a name of the module. */
export function allocateLocal(frame: Frame, hint: string): string {
  frame.locals += 1;
  return `${hint}${frame.locals}`;
}

/** Writes statements into a block of their own; undefined where there are none. */
export function writeBlock(frame: Frame, body: () => void): Block | undefined {
  const outer = frame.block;
  const block = createBlock(outer);
  frame.block = block;
  body();
  frame.block = outer;
  return block.statements.length === 0 ? undefined : block;
}

/** Ends the function where the condition holds. */
export function writeFail({ block }: Frame, condition: string): void {
  if (condition !== "false") block.statements.push({ kind: "fail", condition });
}

/** A value, and the definition it is evaluated against, so many references down. */
export interface Call {
  readonly callee: Definition;
  readonly value: string;
  readonly references: number;
}

/** The expression of a call; the function that is called will be written. */
export function printCall(frame: Frame, { callee, value, references }: Call): string {
  const further = reach(frame, callee, references);
  return `${printMark(callee.id, { kind: "is" })}(${value}${further})`;
}

/** The same, with an answer that is remembered where a recursion could ask for it again and again. */
export function printQuestion(frame: Frame, { callee, value, references }: Call): string {
  const further = reach(frame, callee, references);
  const asked = printMark(callee.id, { kind: "asked" });
  return `${printMark(callee.id, { kind: "ask" })}(${asked}${value}${further})`;
}

function reach({ scope, definition }: Frame, callee: Definition, references: number): string {
  definition.callees.add(callee);
  scope.demand(callee);
  return printMark(callee.id, { kind: "arguments", references });
}
