import type { MediaType } from "@truespec/openapi";
import { isJson } from "../media-type.ts";
import { quote } from "../print/literal.ts";
import { describe, printLabel } from "../print/prose.ts";
import type { Statement } from "./print-statement.ts";
import type { NamedOperation } from "./source.ts";

/** The type of what an operation takes, parameters and body in one object: `GetModelsInput`. */
export function inputType(named: NamedOperation): Statement {
  const { operation, names, body } = named;
  const prose = {
    summary: `What ${printLabel(operation)} takes.`,
    description: body?.description,
  };
  return { code: `export type ${names.input} = ${printInput(named)};`, docs: describe(prose) };
}

/** Whether the operation can be called without an input. */
export function isInputOptional({ required, body }: NamedOperation): boolean {
  const hasBody = (body?.content.length ?? 0) > 0;
  return !(required.length > 0 || (hasBody && body?.required === true));
}

/** The media types of a request body, first the one that is meant where the caller names none: JSON, or else the first written. */
export function orderBodies({ body }: NamedOperation): readonly MediaType[] {
  const content = body?.content ?? [];
  const main = content.find((media) => isJson(media.mediaType)) ?? content[0];
  return main === undefined ? [] : [main, ...content.filter((media) => media !== main)];
}

function printInput(named: NamedOperation): string {
  const bodies = orderBodies(named).map((media, index) => printBody(named, media, index));
  const parameters = named.parameters.length > 0 ? [printParameters(named)] : [];
  const [first, ...others] = bodies;
  if (first === undefined) {
    return parameters[0] ?? "Record<string, never>";
  }
  const body =
    others.length === 0 || parameters.length === 0 ? bodies.join(" | ") : `(${bodies.join(" | ")})`;
  return [...parameters, body].join(" & ");
}

/** Who gives a credential need not give it as a parameter again. */
function printParameters({ names, parameters, required }: NamedOperation): string {
  const type = `types.${names.parameters}`;
  const spared = parameters.filter((one) => one.parameter.required && !required.includes(one));
  const keys = spared.map(({ key }) => quote(key)).join(" | ");
  return spared.length === 0 ? type : `Omit<${type}, ${keys}> & Partial<Pick<${type}, ${keys}>>`;
}

/** Only the first media type goes without saying. */
function printBody({ names, ...named }: NamedOperation, media: MediaType, index: number): string {
  const name = names.requestBodies.get(media.mediaType)?.type;
  const type = name === undefined ? "unknown" : `types.${name}`;
  const body = named.body?.required ? `body: ${type}` : `body?: ${type} | undefined`;
  const chosen = printMediaType(media.mediaType);
  const contentType =
    index === 0 ? `contentType?: ${chosen} | undefined` : `contentType: ${chosen}`;
  return `{\n  readonly ${body};\n  readonly ${contentType};\n}`;
}

const placeholder = `$\{string}`;

/** A media type range stands for every media type in it. */
function printMediaType(mediaType: string): string {
  const [, type] = /^([\w.+-]+|\*)\/\*$/.exec(mediaType) ?? [];
  if (type === undefined) {
    return quote(mediaType);
  }
  const range = type === "*" ? placeholder : type;
  return `\`${range}/${placeholder}\``;
}
