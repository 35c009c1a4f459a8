import type { Operation, Parameter } from "@truespec/openapi";
import { capitalize } from "./identifier.ts";

/** A parameter and its key in the flat object that a call takes. */
export interface KeyedParameter {
  readonly key: string;
  readonly parameter: Parameter;
}

const precedence: readonly Parameter["in"][] = ["path", "query", "querystring", "header", "cookie"];

/**
 * The parameters of an operation as the members of one object, in document order.
 *
 * A key is the parameter's name as written. Where two locations use one name, the first of path, query,
 * header, cookie keeps it and the others are led by their location: `queryId`. `body` and `contentType`
 * belong to the request body. What the path names and nothing describes is a parameter too, of any text; a
 * path parameter that the path does not name has no place, and is none.
 */
export function keyParameters(operation: Operation): readonly KeyedParameter[] {
  const hasPlace = ({ name, in: place }: Parameter) =>
    place !== "path" || operation.path.includes(`{${name}}`);
  const taken = new Set(operation.requestBody === undefined ? [] : ["body", "contentType"]);
  const keys = new Map<Parameter, string>();
  const parameters = [...operation.parameters.filter(hasPlace), ...findUndescribed(operation)];
  const ranked = [...parameters].sort((a, b) => rank(a) - rank(b));
  for (const parameter of ranked) {
    keys.set(parameter, takeKey(parameter, taken));
  }
  return parameters.map((parameter) => ({
    key: keys.get(parameter) ?? parameter.name,
    parameter,
  }));
}

/** Whether a path names this parameter and the description does not describe it: a text. */
export function isUndescribed(parameter: Parameter): boolean {
  return parameter.pointer === "";
}

function findUndescribed({ path, parameters }: Operation): readonly Parameter[] {
  const isNew = (place: Parameter["in"]) => (name: string) =>
    !parameters.some((one) => one.name === name && one.in === place);
  const [, plain = "", query = ""] = /^([^?#]*)(?:\?([^#]*))?/.exec(path) ?? [];
  const inPlain = namesOf(plain).filter(isNew("path"));
  const inOwn = keysOf(query).filter(isNew("query"));
  return [...inPlain.map(inPath), ...inOwn.map(inQuery)];
}

/** What a query of the path calls its templates: `q` of `q={query}`. */
function keysOf(query: string): readonly string[] {
  const keys = query.split("&").flatMap((pair) => {
    const [, key = ""] = /^([^={}]+)=\{[^{}]+\}$/.exec(pair) ?? [];
    return key === "" ? namesOf(pair) : [key];
  });
  return [...new Set(keys)];
}

function namesOf(template: string): readonly string[] {
  return [...new Set([...template.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name))];
}

function inPath(name: string): Parameter {
  return { ...undescribed, name, in: "path", required: true, style: "simple", explode: false };
}

function inQuery(name: string): Parameter {
  return { ...undescribed, name, in: "query", required: false, style: "form", explode: true };
}

const undescribed = {
  pointer: "",
  deprecated: false,
  description: undefined,
  allowReserved: false,
  schemaPointer: undefined,
  mediaType: undefined,
  encodings: [],
  examples: [],
};

function rank(parameter: Parameter): number {
  return precedence.indexOf(parameter.in);
}

function takeKey(parameter: Parameter, taken: Set<string>): string {
  let key = parameter.name;
  for (let attempt = 1; taken.has(key); attempt += 1) {
    key = `${parameter.in}${capitalize(parameter.name)}${attempt === 1 ? "" : attempt}`;
  }
  taken.add(key);
  return key;
}
