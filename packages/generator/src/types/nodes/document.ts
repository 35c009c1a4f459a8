import type { JsonObject } from "@truespec/json-schema";
import { type GlobalContext, type OpenAPI3, transformSchema } from "openapi-typescript";
import type { Node, TypeElement } from "typescript";
import type { PreparedDocument } from "../prepare/document.ts";
import { fromMembers, members, own } from "../prepare/pointer.ts";
import { wireOf } from "../wire.ts";
import compiler from "./compiler.ts";
import { createContext } from "./context.ts";
import { printMembers, printNode } from "./print.ts";

/** Printed members, by the interface or the member of `components` that they stand in. */
type Printed = ReadonlyMap<string, readonly string[]>;

/** The members of `components` to openapi-typescript, in its order. */
const kinds = ["schemas", "responses", "parameters", "requestBodies", "headers", "pathItems"];

/**
 * The declarations of a document as openapi-typescript makes them. It gets one path item or component
 * after the other, and what it makes is printed at once: the nodes of a whole document can take 200 MB.
 * It changes what it is given, so a prepared document serves once.
 *
 * @throws RangeError when the document is nested too deeply
 */
export function printDocument(prepared: PreparedDocument): string {
  const context = createContext(prepared);
  const printed = printParts(context, listParts(prepared.document));
  const callbacks = printParts(context, listParts({ webhooks: prepared.callbacks })).get(
    "webhooks",
  );
  return [
    printRoot("paths", printed.get("paths")),
    printSent("webhooks", printed.get("webhooks"), prepared),
    printComponents(printed),
    printRoot("$defs", undefined),
    printRoot("operations", printed.get("operations")),
    ...context.injectFooter.map((node) => `${printNode(node)}\n`),
    callbacks === undefined ? "" : printSent("callbacks", callbacks, prepared),
  ].join("");
}

/** What an API sends comes as JSON carries it: nothing makes a `Date` of it. */
function printSent(
  name: string,
  printed: readonly string[] | undefined,
  { dates }: PreparedDocument,
): string {
  return dates === "string" || printed === undefined
    ? printRoot(name, printed)
    : `export type ${name} = ${wireOf(`{\n${printed.join("")}}`, { dates })};\n`;
}

function printRoot(name: string, printed: readonly string[] | undefined): string {
  return printed === undefined
    ? `export type ${name} = Record<string, never>;\n`
    : `export interface ${name} {\n${printed.join("")}}\n`;
}

function printComponents(printed: Printed): string {
  return printRoot(
    "components",
    kinds.map((kind) => {
      const components = printed.get(kind);
      return components === undefined
        ? `  ${kind}: never;\n`
        : `  ${kind}: {\n${components.join("")}  };\n`;
    }),
  );
}

/** A document for each path item, webhook and component of one. */
function* listParts(document: JsonObject): Iterable<JsonObject> {
  for (const root of ["paths", "webhooks"]) {
    for (const item of members(own(document, root))) {
      yield { [root]: fromMembers([item]) };
    }
  }
  for (const [kind, components] of members(own(document, "components"))) {
    for (const component of members(components)) {
      yield { components: { [kind]: fromMembers([component]) } };
    }
  }
}

function printParts(context: GlobalContext, parts: Iterable<JsonObject>): Printed {
  const printed = new Map<string, string[]>();
  for (const part of parts) {
    for (const { name, elements, indent } of transform(context, part)) {
      const texts = printed.get(name) ?? [];
      texts.push(printMembers(elements, indent));
      printed.set(name, texts);
    }
  }
  return printed;
}

/** Members of an interface or of a member of `components`, and how far these are indented. */
interface Members {
  readonly name: string;
  readonly elements: readonly TypeElement[];
  readonly indent: string;
}

function transform(context: GlobalContext, part: JsonObject): readonly Members[] {
  const nodes: readonly Node[] = transformSchema(part as unknown as OpenAPI3, context);
  const interfaces = nodes.filter(compiler.isInterfaceDeclaration);
  // The library would add to the interface of the operations, and copy it for each that it adds.
  context.injectFooter = context.injectFooter.filter(
    (node) => !compiler.isInterfaceDeclaration(node),
  );
  return interfaces.flatMap(({ name, members: elements }) =>
    name.text === "components"
      ? elements.flatMap(listComponents)
      : [{ name: name.text, elements, indent: "" }],
  );
}

function listComponents(element: TypeElement): readonly Members[] {
  return compiler.isPropertySignature(element) &&
    compiler.isIdentifier(element.name) &&
    element.type !== undefined &&
    compiler.isTypeLiteralNode(element.type)
    ? [{ name: element.name.text, elements: element.type.members, indent: "  " }]
    : [];
}
