/**
 * One function while it is written, and where in it a schema is.
 */
import type { SchemaNode } from "../document/node.ts";
import type { InstanceType } from "../instance.ts";
import { escapeToken } from "../json-pointer.ts";
import type { Keyword, Site } from "../keywords/keyword.ts";
import { type Block, createBlock } from "./block.ts";
import { printLiteral } from "./literal.ts";
import type { Definition, Face, ModuleScope } from "./module-scope.ts";
import type { Step } from "./schema-writer.ts";

/** A function while it is written; `block` is where the next statement goes. */
export interface Frame {
  readonly face: Face;
  readonly scope: ModuleScope;
  readonly definition: Definition;
  /** Is this not a function, but a question that is asked on the way? */
  readonly isQuestion: boolean;
  block: Block;
  locals: number;
}

/** A piece of an instance location: text that is known, or an expression. */
export type PathPart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "code"; readonly code: string };

/**
 * A schema where the function has come to.
 *
 * - `value`: the variable with its instance; `path`: where in the whole instance that is
 * - `sites`: its keywords
 * - `types`: what the instance is known to be, in the fast function, which has returned otherwise
 * - `nesting`: how many schemas are written into one another here
 * - `unevaluated`: will `unevaluated…`, here or around, ask again which branches this instance meets?
 */
export interface Position {
  readonly node: SchemaNode;
  readonly value: string;
  readonly path: readonly PathPart[];
  readonly sites: readonly (readonly [Keyword, Site])[];
  readonly types: readonly InstanceType[] | undefined;
  readonly nesting: number;
  readonly unevaluated: boolean;
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

/** The path one step down. */
export function stepDown(
  frame: Frame,
  path: readonly PathPart[],
  step: Step | undefined,
): readonly PathPart[] {
  if (step === undefined) return path;
  if (step.kind === "literal") return appendText(path, `/${escapeToken(step.token)}`);
  const down = appendText(path, "/");
  if (step.kind === "index") return [...down, { kind: "code", code: step.variable }];
  // Only the slow function tells places.
  if (frame.face === "fast") return path;
  const code = `${frame.scope.use("escapeToken")}(${step.variable})`;
  return [...down, { kind: "code", code }];
}

function appendText(path: readonly PathPart[], text: string): readonly PathPart[] {
  const last = path.at(-1);
  if (last?.kind !== "text") return [...path, { kind: "text", text }];
  return [...path.slice(0, -1), { kind: "text", text: last.text + text }];
}

/** The expression of a path. */
export function printPath(path: readonly PathPart[]): string {
  return path
    .map((part) => (part.kind === "text" ? printLiteral(part.text) : part.code))
    .join(" + ");
}

/**
 * A call of one of a schema's functions.
 *
 * - `values`: the arguments before the depth
 * - `references`: how many are followed to get there
 * - `by`: a function that makes the call, with the called one as its first argument
 */
export interface Call {
  readonly callee: Definition;
  readonly face: Face;
  readonly values: readonly string[];
  readonly references: number;
  readonly by?: string;
}

/** The expression of a call; the function that is called will be written. */
export function printCall(frame: Frame, call: Call): string {
  const { callee, face, values, references, by } = call;
  frame.definition.callees.add(callee);
  const name = frame.scope.demand(callee, face);
  const first = by === undefined ? [] : [name];
  const depth = references === 0 ? "d" : `d + ${references}`;
  // Whoever calls a function that counts, counts itself.
  const last = frame.scope.plan.countsDepth(callee) ? [depth, "m"] : [];
  return `${by ?? name}(${[...first, ...values, ...last].join(", ")})`;
}
