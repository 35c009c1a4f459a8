/**
 * The statements of a function while it is written.
 */

/**
 * One statement.
 *
 * - `fail`: the function answers no where the condition holds
 * - `if`, `for`: a block below a header
 * - `switch`: a block for the case that a value is; the function answers no where it is none
 */
export type Statement =
  | { readonly kind: "line"; readonly text: string }
  | { readonly kind: "fail"; readonly condition: string }
  | { readonly kind: "if"; readonly condition: string; readonly body: Block }
  | { readonly kind: "for"; readonly header: string; readonly body: Block }
  | { readonly kind: "switch"; readonly value: string; readonly cases: readonly Case[] };

/** A block that runs for the values of some literals. */
export interface Case {
  readonly labels: readonly string[];
  readonly body: Block;
}

/** A block, and which constants its statements have introduced, by what they hold: in most blocks none. */
export interface Block {
  readonly statements: Statement[];
  known: Map<string, string> | undefined;
  readonly parent: Block | undefined;
}

/** An empty block inside another one. */
export function createBlock(parent?: Block): Block {
  return { statements: [], known: undefined, parent };
}

/** The constant that holds this already, in the block or one around it. */
export function findKnown(block: Block, key: string): string | undefined {
  for (let scope: Block | undefined = block; scope !== undefined; scope = scope.parent) {
    const name = scope.known?.get(key);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** Keeps the constant that holds this from here on. */
export function keepKnown(block: Block, key: string, name: string): void {
  block.known ??= new Map();
  block.known.set(key, name);
}

/** The text of a block's statements. */
export function printBlock(block: Block, indent: string): string {
  let text = "";
  for (const statement of block.statements) text += printStatement(statement, indent);
  return text;
}

function printStatement(statement: Statement, indent: string): string {
  switch (statement.kind) {
    case "line":
      return `${indent}${statement.text}\n`;
    case "fail":
      return statement.condition === "true"
        ? `${indent}return false;\n`
        : `${indent}if (${statement.condition}) return false;\n`;
    case "if":
      return printIf(statement.condition, statement.body, indent);
    case "switch":
      return printSwitch(statement.value, statement.cases, indent);
    case "for":
      return `${indent}${statement.header} {\n${printBlock(statement.body, `${indent}  `)}${indent}}\n`;
  }
}

function printSwitch(value: string, cases: readonly Case[], indent: string): string {
  const blocks = cases.map(({ labels, body }) => {
    const headers = labels.map((label) => `${indent}  case ${label}:\n`).join("");
    return `${headers}${printBlock(body, `${indent}    `)}${indent}    break;\n`;
  });
  const rest = `${indent}  default:\n${indent}    return false;\n`;
  return `${indent}switch (${value}) {\n${blocks.join("")}${rest}${indent}}\n`;
}

function printIf(condition: string, body: Block, indent: string): string {
  const [only] = body.statements;
  if (only?.kind === "fail" && body.statements.length === 1) {
    const both = only.condition === "true" ? condition : `${condition} && (${only.condition})`;
    return `${indent}if (${both}) return false;\n`;
  }
  return `${indent}if (${condition}) {\n${printBlock(body, `${indent}  `)}${indent}}\n`;
}
