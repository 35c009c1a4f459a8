import type { JsonObject } from "@truespec/json-schema";
import type { Description } from "@truespec/openapi";
import type {
  MethodSignatureStructure,
  OptionalKind,
  ParameterDeclarationStructure,
  TypeParameterDeclarationStructure,
} from "ts-morph";
import { quote, typeKey } from "../print/literal.ts";
import { describe, printLabel } from "../print/prose.ts";
import { StructureKind } from "../ts-morph.ts";
import { isInputOptional, orderBodies } from "./input.ts";
import type { Statement } from "./print-statement.ts";
import { successMediaTypes } from "./result.ts";
import { printSample, printSampleBody } from "./sample.ts";
import type { ClientSource, NamedOperation } from "./source.ts";

/** A method of a client, and the lines of its comment. */
export interface Method {
  readonly signature: MethodSignatureStructure;
  readonly docs: readonly string[];
}

/** The function of an operation: `getModels(client, input, options)`. */
export function callFunction(
  { description }: Pick<ClientSource, "description">,
  named: NamedOperation,
): Statement {
  const { names } = named;
  const { typeParameters, options, outcome } = describeCall(named);
  return {
    code: {
      kind: StructureKind.Function,
      isExported: true,
      name: names.call,
      typeParameters,
      parameters: [
        { name: "client", type: "runtime.Connection" },
        ...callParameters(named, options),
      ],
      returnType: `Promise<${outcome}>`,
      // With the type said, TypeScript has none to find out.
      statements: [`return runtime.call<${outcome}>(client, ${names.data}, input, options);`],
    },
    docs: [...describeOperation(named), "@example", ...printExample(description, named)],
  };
}

/** The method of an operation in a group of `Client`: `getModels(input, options)`. */
export function callMethod(named: NamedOperation, name: string): Method {
  const { typeParameters, options, outcome } = describeCall(named);
  return {
    signature: {
      kind: StructureKind.MethodSignature,
      name,
      typeParameters,
      parameters: callParameters(named, options),
      returnType: `Promise<${outcome}>`,
    },
    docs: describeOperation(named),
  };
}

/** What the functions and the methods of an operation take. */
export function callParameters(
  named: NamedOperation,
  options: string,
): OptionalKind<ParameterDeclarationStructure>[] {
  return [
    { name: "input", type: named.names.input, hasQuestionToken: isInputOptional(named) },
    { name: "options", type: options, hasQuestionToken: true },
  ];
}

interface Call {
  readonly typeParameters: OptionalKind<TypeParameterDeclarationStructure>[];
  readonly options: string;
  /** What is promised. */
  readonly outcome: string;
}

/** Where successes come in several media types, those that the caller accepts narrow the result. */
function describeCall(named: NamedOperation): Call {
  const mediaTypes = successMediaTypes(named);
  const { result } = named.names;
  if (mediaTypes.length < 2) {
    return {
      typeParameters: [],
      options: "runtime.CallOptions",
      outcome: result,
    };
  }
  const union = mediaTypes.map(quote).join(" | ");
  return {
    typeParameters: [{ name: "MediaType", constraint: union, default: union }],
    options: "runtime.CallOptions<MediaType>",
    outcome: `runtime.Accepted<${result}, MediaType>`,
  };
}

function describeOperation({ operation }: NamedOperation): readonly string[] {
  const { summary, deprecated } = operation;
  const description = [operation.description?.trimEnd(), printLabel(operation)]
    .filter((part) => part !== undefined && part !== "")
    .join("\n\n");
  return describe({ summary, description, deprecated });
}

/** A call with what it cannot go without, as a comment shows it. */
function printExample(
  { document }: Pick<Description, "document">,
  named: NamedOperation,
): readonly string[] {
  const { names, required } = named;
  const given = required.map(
    ({ key, parameter }) => `${typeKey(key)}: ${printSample(document, parameter)}`,
  );
  const members = [...given, ...printBody(document, named)];
  const input = members.length === 0 ? "" : `, { ${members.join(", ")} }`;
  const line = `const result = await ${names.call}(createConnection()${input});`;
  return ["```", line.replaceAll("*/", "*\\/"), "```"];
}

/** A body that is not so plain stands for itself: `{ body }`. */
function printBody(document: JsonObject, named: NamedOperation): readonly string[] {
  const [media] = orderBodies(named);
  if (named.body?.required !== true || media === undefined) return [];
  const sample = printSampleBody(document, media);
  return [sample === undefined ? "body" : `body: ${sample}`];
}
