import type {
  FunctionDeclarationStructure,
  MethodSignatureStructure,
  OptionalKind,
  TypeParameterDeclarationStructure,
} from "ts-morph";
import { keyParameters } from "../names/parameters.ts";
import { printValue, quote, typeKey } from "../print/literal.ts";
import { describe, printLabel } from "../print/prose.ts";
import { isInputOptional } from "./input.ts";
import { successMediaTypes } from "./result.ts";
import type { NamedOperation } from "./source.ts";
import { StructureKind } from "./ts-morph.ts";

/** The function of an operation: `getModels(client, input, options)`. */
export function callFunction(named: NamedOperation): FunctionDeclarationStructure {
  const { names } = named;
  const { typeParameters, options, returnType } = describeCall(named);
  return {
    kind: StructureKind.Function,
    isExported: true,
    name: names.call,
    typeParameters,
    parameters: [
      { name: "client", type: "runtime.Connection" },
      {
        name: "input",
        type: names.input,
        ...(isInputOptional(named) ? { initializer: "{}" } : {}),
      },
      { name: "options", type: options, initializer: "{}" },
    ],
    returnType,
    statements: [`return runtime.call(client, ${names.data}, input, options);`],
    docs: [`${describeOperation(named)}\n@example\n${printExample(named)}`],
  };
}

/** The method of an operation in a group of `Client`: `getModels(input, options)`. */
export function callMethod(named: NamedOperation, name: string): MethodSignatureStructure {
  const { names } = named;
  const { typeParameters, options, returnType } = describeCall(named);
  return {
    kind: StructureKind.MethodSignature,
    name,
    typeParameters,
    parameters: [
      { name: "input", type: names.input, hasQuestionToken: isInputOptional(named) },
      { name: "options", type: options, hasQuestionToken: true },
    ],
    returnType,
    docs: [describeOperation(named)],
  };
}

interface Call {
  readonly typeParameters: OptionalKind<TypeParameterDeclarationStructure>[];
  readonly options: string;
  readonly returnType: string;
}

/** Where successes come in several media types, those that the caller accepts narrow the result. */
function describeCall(named: NamedOperation): Call {
  const mediaTypes = successMediaTypes(named);
  const { result } = named.names;
  if (mediaTypes.length < 2) {
    return {
      typeParameters: [],
      options: "runtime.CallOptions",
      returnType: `Promise<${result}>`,
    };
  }
  const union = mediaTypes.map(quote).join(" | ");
  return {
    typeParameters: [{ name: "MediaType", constraint: union, default: union }],
    options: "runtime.CallOptions<MediaType>",
    returnType: `Promise<runtime.Accepted<${result}, MediaType>>`,
  };
}

function describeOperation({ operation }: NamedOperation): string {
  const { summary, deprecated } = operation;
  const description = [operation.description?.trimEnd(), printLabel(operation)]
    .filter((part) => part !== undefined && part !== "")
    .join("\n\n");
  return describe({ summary, description, deprecated }).join("\n");
}

/** The longest example of a parameter that is shown, in characters. */
const longestValue = 60;

/** A call with what it cannot go without, as a comment shows it. */
function printExample({ operation, names }: NamedOperation): string {
  const parameters = keyParameters(operation)
    .filter(({ parameter }) => parameter.required)
    .map(({ key, parameter: { examples } }) => {
      const [value] = examples.map(printValue).filter((text) => text.length <= longestValue);
      return `${typeKey(key)}: ${value ?? '"…"'}`;
    });
  const members = [...parameters, ...(operation.requestBody?.required ? ["body"] : [])];
  const input = members.length === 0 ? "" : `, { ${members.join(", ")} }`;
  const line = `const result = await ${names.call}(createConnection()${input});`;
  return ["```", line.replaceAll("*/", "*\\/"), "```"].join("\n");
}
