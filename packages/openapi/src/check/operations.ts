import { isJsonObject, type JsonValue } from "@truespec/json-schema/json";
import { appendKey, resolvePointer } from "@truespec/json-schema/json-pointer";
import { resolveObject } from "../build/resolve.ts";
import { findSchemeName } from "../build/security.ts";
import type { Report } from "../diagnostics/diagnose.ts";
import { askMeant } from "../diagnostics/entry.ts";
import { findNearNames } from "../diagnostics/near-names.ts";
import { arrayMember, findString } from "../json/json-value.ts";
import { namesInQuery, namesOf, parseTemplate } from "../match/path-template.ts";
import type { Description, Operation } from "../model/model.ts";

/** An object of the document and where it stands. */
interface Held {
  readonly holder: JsonValue | undefined;
  readonly pointer: string;
}

/** Reports what contradicts itself among the operations of a model. */
export function checkOperations(description: Description, report: Report): void {
  checkSecurity(description, { holder: description.document, pointer: "" }, report);
  checkOperationIds(description.operations, report);
  checkPathConflicts(description.operations, report);
  checkLinks(description, report);
  for (const operation of description.operations) {
    checkPathParameters(operation, report);
    checkBody(operation, report);
    const { pointer } = operation;
    const holder = resolvePointer(description.document, pointer);
    checkSecurity(description, { holder, pointer }, report);
    checkParameterList(description, { holder, pointer }, report);
  }
}

function checkOperationIds(operations: readonly Operation[], report: Report): void {
  const first = new Map<string, Operation>();
  for (const operation of operations) {
    const { operationId: id, pointer } = operation;
    if (id === undefined) continue;
    const known = first.get(id);
    // One path item may stand for several paths, with one operation each
    if (known === undefined) first.set(id, operation);
    else if (known.pointer !== pointer) {
      const params = { id, first: known.label };
      report("duplicate-operation-id", params, appendKey(pointer, "operationId"));
    }
  }
}

/** @see https://spec.openapis.org/oas/v3.1.1.html#paths-object */
function checkPathConflicts(operations: readonly Operation[], report: Report): void {
  const first = new Map<string, string>();
  for (const path of new Set(operations.map((operation) => operation.path))) {
    const shape = path.replace(/\{[^{}]*\}/g, "{}");
    const other = first.get(shape);
    if (other === undefined) first.set(shape, path);
    else report("path-conflict", { path, other }, appendKey("/paths", path));
  }
}

/** @see https://spec.openapis.org/oas/v3.1.1.html#path-templating */
function checkPathParameters({ path, pointer, parameters }: Operation, report: Report): void {
  const names = namesOf(parseTemplate(path));
  const described = parameters.filter((parameter) => parameter.in === "path");
  for (const name of names) {
    if (described.some((parameter) => parameter.name === name)) continue;
    report("path-parameter-missing", { name, path }, pointer);
  }
  if (namesInQuery(path).length > 0) report("path-query", { path }, pointer);
  for (const { name, pointer: at } of described) {
    if (!names.includes(name)) report("path-parameter-unused", { name, path }, at);
  }
}

/** @see https://www.rfc-editor.org/rfc/rfc9110#section-9.3.1-6 */
function checkBody({ method, requestBody }: Operation, report: Report): void {
  const name = method.toUpperCase();
  if (requestBody === undefined || !["GET", "HEAD"].includes(name)) return;
  report("body-not-sent", { method: name }, requestBody.pointer);
}

/** @see https://spec.openapis.org/oas/v3.2.0.html#link-object */
function checkLinks({ operations, webhooks }: Description, report: Report): void {
  const known = new Set([...operations, ...webhooks].map(({ operationId }) => operationId));
  const links = operations.flatMap(({ responses }) => responses.flatMap((one) => one.links));
  // Operations share responses, and so links
  for (const { operationId, pointer } of new Map(links.map((one) => [one.pointer, one])).values()) {
    if (known.has(operationId) || operationId === undefined) continue;
    const names = [...known].filter((name) => name !== undefined);
    const what = `The link to ${JSON.stringify(operationId)}`;
    const mend = askMeant(findNearNames(operationId, names), "Name an operation by its id.");
    const params = { what, why: "no operation is called so", mend };
    report("bad-value", params, appendKey(pointer, "operationId"));
  }
}

function checkSecurity(
  { document, securitySchemes }: Description,
  { holder, pointer }: Held,
  report: Report,
): void {
  const known = securitySchemes.map(({ name }) => name);
  for (const alternative of arrayMember(holder, "security")) {
    for (const name of Object.keys(isJsonObject(alternative) ? alternative : {})) {
      if (known.includes(findSchemeName(document, name))) continue;
      const near = findNearNames(name, known);
      report("security-scheme-missing", { name, near }, appendKey(pointer, "security"));
    }
  }
}

/** @see https://spec.openapis.org/oas/v3.1.1.html#operation-object */
function checkParameterList(
  { document }: Description,
  { holder, pointer }: Held,
  report: Report,
): void {
  const at = appendKey(pointer, "parameters");
  const seen = new Set<string>();
  for (const [index, value] of arrayMember(holder, "parameters").entries()) {
    const parameter = resolveObject(document, value, appendKey(at, index))?.value;
    const name = findString(parameter, "name");
    const place = findString(parameter, "in");
    if (name === undefined || place === undefined) continue;
    const key = `${place} ${name}`;
    if (seen.has(key)) {
      report("duplicate-parameter", { name, in: place }, appendKey(at, index));
    }
    seen.add(key);
  }
}
