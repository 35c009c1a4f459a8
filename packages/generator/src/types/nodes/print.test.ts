import { readdirSync } from "node:fs";
import { join } from "node:path";
import { createSourceReader, loadDescription } from "@truespec/openapi";
import { type OpenAPI3, STRING, transformSchema } from "openapi-typescript";
import type * as ts from "typescript";
import { expect, test } from "vitest";
import { defaultTypesOptions } from "../options.ts";
import { prepareDocument } from "../prepare/document.ts";
import compiler from "./compiler.ts";
import { createContext } from "./context.ts";
import { printDocument } from "./document.ts";
import { printNode } from "./print.ts";

const printNodes = (nodes: readonly ts.Node[]) =>
  nodes.map((node) => `${printNode(node)}\n`).join("");

test("what TypeScript prints of every kind of type", () => {
  const nodes = parse(`export interface A { readonly a: string; "b-c"?: { d: null; }; 0: -1 }
    type B = { [key: string]: unknown; } & ("x" | "\\u00e9\\n\\u2028" | 1.5e3 | true)[];
    export type C = Record<string, [a?, ...b[]]>;
    type D = {} | [] | Array<never>;`);
  expect(printNodes(nodes)).toBe(printAsTypeScript(nodes));
});

test("what TypeScript prints of kinds that descriptions do not have", () => {
  const nodes = parse(`type A<T, K extends keyof T> = T & { [P in K]-?: T[P] };
    interface B<T> extends A<T> { a(b: string): void; readonly c; }
    export enum E { a = "a" }
    type F = { a: () => { b: string } } | typeof x.y;`);
  expect(printNodes(nodes)).toBe(printAsTypeScript(nodes));
});

test("comments of several lines stand below their property", () => {
  const { factory } = compiler;
  const property = factory.createPropertySignature(undefined, "a", undefined, STRING);
  compiler.addSyntheticLeadingComment(
    property,
    compiler.SyntaxKind.MultiLineCommentTrivia,
    "*\n * a  \n *\n *     b\r\n * c\u2028 * d\n ",
    true,
  );
  const inner = factory.createTypeLiteralNode([property]);
  const outer = factory.createPropertySignature(undefined, "o", undefined, inner);
  const nodes = [factory.createInterfaceDeclaration(undefined, "A", undefined, undefined, [outer])];
  const printed = printNodes(nodes);
  expect(printed).toBe(printAsTypeScript(nodes));
  expect(printed).toContain(
    "\n    /**\n     * a\n     *\n     *     b\n     * c\n     * d\n     */\n",
  );
});

const folder = process.env["TRUESPEC_CORPUS"];

test.for(folder === undefined ? ["the corpus"] : listDescriptions(folder))(
  "%s in parts is what openapi-typescript makes of the whole, and TypeScript prints",
  async (file, context) => {
    if (folder === undefined) {
      return context.skip("TRUESPEC_CORPUS names no folder of descriptions");
    }
    const read = createSourceReader({ allowNetwork: false });
    const loaded = await loadDescription(join(folder, file), { read });
    if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join("\n"));
    const prepare = () => prepareDocument(loaded.description, defaultTypesOptions);
    const prepared = prepare();
    const whole = transformSchema(
      prepared.document as unknown as OpenAPI3,
      createContext(prepared),
    );
    const printed = printDocument({ ...prepare(), callbacks: {} });
    expect(printed === printAsTypeScript(whole)).toBe(true);
  },
);

function listDescriptions(path: string): readonly string[] {
  return readdirSync(path).filter((file) => /\.(json|ya?ml)$/.test(file));
}

/** The statements of a module as nodes that belong to no text, as a factory makes them. */
function parse(text: string): readonly ts.Node[] {
  const file = compiler.createSourceFile("a.ts", text, compiler.ScriptTarget.ESNext);
  const detach = (node: ts.Node): void => {
    compiler.setTextRange(node, { pos: -1, end: -1 });
    compiler.forEachChild(node, detach);
  };
  compiler.forEachChild(file, detach);
  return file.statements;
}

/** The same nodes by TypeScript's printer, which indents by four. */
function printAsTypeScript(nodes: readonly ts.Node[]): string {
  const file = compiler.createSourceFile("a.ts", "", compiler.ScriptTarget.ESNext);
  const statements = compiler.factory.createNodeArray(nodes.filter(compiler.isStatement));
  const printed = compiler
    .createPrinter({ newLine: compiler.NewLineKind.LineFeed })
    .printFile(compiler.factory.updateSourceFile(file, statements));
  return printed.replace(/^(?: {4})+/gm, (indent) => indent.slice(indent.length / 2));
}
