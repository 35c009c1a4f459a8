import type { SecurityScheme } from "@truespec/openapi";
import type {
  FunctionDeclarationStructure,
  InterfaceDeclarationStructure,
  PropertySignatureStructure,
} from "ts-morph";
import { typeKey } from "../print/literal.ts";
import { describe } from "../print/prose.ts";
import { StructureKind, Writers } from "../ts-morph.ts";
import { data, type Member, object, printCode, runtime } from "./code.ts";
import { findBaseUrl } from "./server.ts";
import { printBaseUrl, serverProperty } from "./server-options.ts";
import type { ClientSource } from "./source.ts";

/** `Credentials`, where the description has security schemes that take one, and `ClientOptions`. */
export function optionTypes(source: ClientSource): InterfaceDeclarationStructure[] {
  const { description } = source;
  const properties = description.securitySchemes.flatMap(credentialProperty);
  const hasBaseUrl = findBaseUrl(description.servers, description.source) !== undefined;
  const credentials = properties.length > 0 ? "Credentials" : "Record<string, never>";
  return [
    ...(properties.length > 0 ? [credentialsType(properties)] : []),
    {
      kind: StructureKind.Interface,
      isExported: true,
      name: "ClientOptions",
      extends: [`runtime.ConnectionOptions<${credentials}>`],
      properties: hasBaseUrl ? serverProperty(source) : [baseUrlProperty],
      docs: ["How a client reaches the server."],
    },
  ];
}

/** `createConnection`: the options over what the description says. */
export function createConnectionFunction(source: ClientSource): FunctionDeclarationStructure {
  const { description } = source;
  const schemes = description.securitySchemes.flatMap(describeScheme);
  return {
    kind: StructureKind.Function,
    isExported: true,
    name: "createConnection",
    parameters: [optionsParameter(source)],
    returnType: "runtime.Connection",
    statements: (writer) => {
      writer.write("return runtime.createConnection(options, ");
      Writers.object({
        baseUrl: printBaseUrl(source),
        securitySchemes: printCode(object(schemes)),
      })(writer);
      writer.write(");");
    },
    docs: ["What single functions call through. Nothing is sent yet."],
  };
}

/** The parameter `options`, which may be left out where the description names a server. */
export function optionsParameter({ description }: ClientSource): {
  readonly name: string;
  readonly type: string;
  readonly initializer?: string;
} {
  const hasBaseUrl = findBaseUrl(description.servers, description.source) !== undefined;
  return { name: "options", type: "ClientOptions", ...(hasBaseUrl ? { initializer: "{}" } : {}) };
}

const baseUrlProperty: PropertySignatureStructure = {
  kind: StructureKind.PropertySignature,
  isReadonly: true,
  name: "baseUrl",
  type: "string",
  docs: ["The description names no absolute URL."],
};

function credentialsType(properties: PropertySignatureStructure[]): InterfaceDeclarationStructure {
  return {
    kind: StructureKind.Interface,
    isExported: true,
    name: "Credentials",
    properties,
    docs: ["What proves who calls, by security scheme: each a value or a function that gives one."],
  };
}

function credentialProperty(scheme: SecurityScheme): PropertySignatureStructure[] {
  const type = credentialType(scheme);
  if (type === undefined) {
    return [];
  }
  const name = typeKey(scheme.name);
  const docs = describe(scheme);
  return [
    {
      kind: StructureKind.PropertySignature,
      isReadonly: true,
      hasQuestionToken: true,
      name,
      type: `${type} | undefined`,
      ...(docs.length > 0 ? { docs: [docs.join("\n")] } : {}),
    },
  ];
}

/** Undefined for schemes in which no credential travels in the request. */
function credentialType(scheme: SecurityScheme): string | undefined {
  if (scheme.kind === "mutualTLS" || scheme.kind === "unknown") {
    return undefined;
  }
  return scheme.kind === "http" && scheme.scheme === "basic"
    ? "runtime.Provider<runtime.BasicCredentials>"
    : "runtime.Token";
}

/** How a credential travels; the tokens of OAuth 2 and OpenID Connect are bearer tokens (RFC 6750). */
function describeScheme(scheme: SecurityScheme): readonly Member[] {
  const written = (write: string, name: string): Member => [
    scheme.name,
    object([
      ["write", runtime(write)],
      ["name", data(name)],
    ]),
  ];
  switch (scheme.kind) {
    case "http":
      return [written(scheme.scheme === "basic" ? "httpBasic" : "httpToken", scheme.scheme)];
    case "apiKey":
      return [written(`${scheme.in}Key`, scheme.parameter)];
    case "oauth2":
    case "openIdConnect":
      return [written("httpToken", "bearer")];
    case "mutualTLS":
    case "unknown":
      return [];
  }
}
