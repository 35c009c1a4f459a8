import type { JsonValue, SchemaDocument } from "@truespec/json-schema";
import type { Operation, Parameter } from "@truespec/openapi";
import { isJsonMediaType } from "../read/media-type.ts";
import { type Answers, findAnsweredValue } from "./answers.ts";
import { findKnownValue } from "./known-value.ts";
import { findLinkedValue } from "./links.ts";
import type { Probe } from "./probes.ts";

/** A request ready to be sent to any base URL. */
export interface PlannedRequest {
  readonly operation: Operation;
  /** Filled and percent-encoded. */
  readonly path: string;
  /** With its `?`, or empty. */
  readonly query: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** What requests are planned from. */
export interface PlanSource {
  readonly schemas: SchemaDocument;
  readonly answers: Answers;
}

/**
 * Plans one request of an operation: its required parameters with values that are known, its optional ones left out,
 * unless a probe says otherwise. Answers why not, as a text, where a value is missing.
 */
export function planRequest(
  operation: Operation,
  probe: Probe | undefined,
  source: PlanSource,
): PlannedRequest | string {
  if (operation.requestBody?.required === true) return "it needs a request body";
  const path = fillPath(operation, probe, source);
  if (path.kind === "missing") return path.why;
  const pairs = (probe?.query === undefined ? [] : [...probe.query]).flatMap(([name, values]) =>
    values.map((value) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`),
  );
  const headers: [string, string][] = [["accept", acceptOf(operation)]];
  headers.push(...(probe?.headers ?? []));
  for (const parameter of operation.parameters) {
    if (!parameter.required || parameter.in === "path" || isNamed(parameter, probe)) continue;
    const value =
      findLinkedValue(source.answers.linked, operation, parameter) ??
      findKnownValue(source.schemas, parameter);
    if (value === undefined) return missingValue(parameter);
    const texts = textsOf(value);
    if (texts === undefined) return `the value of \`${parameter.name}\` is an object`;
    if (parameter.in === "query") pairs.push(...pairsOf(parameter, texts));
    else if (parameter.in === "header") headers.push([parameter.name, texts.join(",")]);
    else return `it needs \`${parameter.name}\` in its ${parameter.in}`;
  }
  const query = pairs.length === 0 ? "" : `?${pairs.join("&")}`;
  return { operation, path: path.text, query, headers };
}

function isNamed({ name, in: place }: Parameter, probe: Probe | undefined): boolean {
  if (place === "query") return probe?.query.has(name) === true;
  const names = [...(probe?.headers.keys() ?? [])].map((one) => one.toLowerCase());
  return place === "header" && names.includes(name.toLowerCase());
}

function pairsOf(
  { name, style, explode }: Parameter,
  values: readonly string[],
): readonly string[] {
  const key = encodeURIComponent(name);
  const encoded = values.map(encodeURIComponent);
  if (explode || encoded.length < 2) return encoded.map((value) => `${key}=${value}`);
  const separator = style === "spaceDelimited" ? "%20" : style === "pipeDelimited" ? "%7C" : ",";
  return [`${key}=${encoded.join(separator)}`];
}

type Filled =
  | { readonly kind: "path"; readonly text: string }
  | { readonly kind: "missing"; readonly why: string };

/** Fills segment by segment, so that a list above may tell the value below. */
function fillPath(operation: Operation, probe: Probe | undefined, source: PlanSource): Filled {
  const filled: string[] = [];
  for (const segment of operation.path.split("/")) {
    let text = segment;
    for (const [place, name = ""] of segment.matchAll(/\{([^{}]*)\}/g)) {
      const list = filled.join("/");
      const parameter = operation.parameters.find((p) => p.in === "path" && p.name === name);
      const value =
        probe?.path.get(name) ??
        findLinkedValue(source.answers.linked, operation, { name, in: "path" }) ??
        findValue(parameter, name, { list, ...source });
      // Dots alone would be taken for a step up, and cannot be written otherwise in a URL.
      if (value === undefined || /^\.{0,2}$/.test(value)) {
        return { kind: "missing", why: missingValue({ name, in: "path" }) };
      }
      text = text.replace(place, () => encodeURIComponent(value));
    }
    filled.push(text);
  }
  return { kind: "path", text: filled.join("/") };
}

function findValue(
  parameter: Parameter | undefined,
  name: string,
  { schemas, answers, list }: PlanSource & { readonly list: string },
): string | undefined {
  const known = parameter && findKnownValue(schemas, parameter);
  const texts = known === undefined ? undefined : textsOf(known);
  return texts?.join(",") ?? findAnsweredValue(answers, list, name);
}

function textsOf(value: JsonValue): readonly string[] | undefined {
  if (Array.isArray(value)) {
    const texts = value.map(textsOf);
    return texts.every((text) => text?.length === 1)
      ? texts.flatMap((text) => text ?? [])
      : undefined;
  }
  return typeof value === "object" ? undefined : [String(value)];
}

function missingValue({ name, in: place }: Pick<Parameter, "name" | "in">): string {
  return `no value is known for its ${place} parameter \`${name}\`: give the description an example, or name one in a probes file`;
}

/** What is described as JSON rather than anything else. */
function acceptOf({ responses }: Operation): string {
  const described = responses
    .filter(({ status }) => /^2|^default$/i.test(status))
    .flatMap(({ content }) => content.map(({ mediaType }) => mediaType));
  const json = described.find((mediaType) => isJsonMediaType(mediaType) && isPlain(mediaType));
  return json === undefined ? "*/*" : `${json}, */*;q=0.5`;
}

/** Fit for a header, whatever a description calls a media type. */
function isPlain(mediaType: string): boolean {
  return /^[\w.+-]+\/[\w.+-]+$/.test(mediaType);
}
