import type { JsonObject } from "@truespec/json-schema";
import { toPascalCase } from "../../names/identifier.ts";
import { findBytes } from "./bytes.ts";
import { asObject, findAt, formatPointer, parseFragment } from "./pointer.ts";
import { type Preparation, refTo } from "./preparation.ts";
import { surveyFrom } from "./survey.ts";
import { type View, viewBody, wholeView } from "./view.ts";

/**
 * The `$ref` of a schema as one to a component schema. A target elsewhere, or one that looks otherwise
 * in this view, becomes a component of its own; `{}` where there is none.
 */
export function referToSchema(preparation: Preparation, reference: string): JsonObject {
  const tokens = parseFragment(reference);
  const target = tokens && findAt(preparation.document, tokens);
  if (tokens === undefined || target === undefined) {
    reportUnresolved(preparation, reference);
    return {};
  }
  return refTo("schemas", nameTarget(preparation, tokens));
}

/** The name of the component schema that is, or becomes, what stands at `tokens` in this view. */
export function nameTarget(preparation: Preparation, tokens: readonly string[]): string {
  const [root, kind, name, ...rest] = tokens;
  const isComponent = root === "components" && kind === "schemas" && rest.length === 0;
  if (isComponent && name && findView(preparation, tokens) === wholeView) {
    return name;
  }
  return hoist(preparation, tokens, isComponent ? name : undefined);
}

function hoist(
  preparation: Preparation,
  tokens: readonly string[],
  component: string | undefined,
): string {
  const view = findView(preparation, tokens);
  const key = `${view.suffix} ${view.bytes} ${formatPointer(tokens)}`;
  const known = preparation.hoisted.get(key);
  if (known !== undefined) {
    return known;
  }
  const stem = component ?? (toPascalCase(tokens.join(" ")) || "Root");
  const name = freeName(preparation, `${stem}${view.suffix}`);
  preparation.hoisted.set(key, name);
  preparation.pending.push({ name, tokens, view });
  return name;
}

function freeName(preparation: Preparation, wanted: string): string {
  const written = asObject(findAt(preparation.document, ["components", "schemas"])) ?? {};
  const taken = new Set([...Object.keys(written), ...preparation.hoisted.values()]);
  let name = wanted;
  for (let suffix = 2; taken.has(name); suffix += 1) {
    name = `${wanted}${suffix}`;
  }
  return name;
}

/** Tells, once, of a reference that leads nowhere as it is written. */
export function reportUnresolved(preparation: Preparation, reference: string): void {
  if (preparation.unresolved.has(reference)) {
    return;
  }
  preparation.unresolved.add(reference);
  preparation.diagnostics.push({
    code: "unresolved-reference",
    severity: "warning",
    message: `Nothing is found at the reference ${JSON.stringify(reference)}; its type is unknown.`,
    hint: "Correct the $ref, or write what it refers to.",
    pointer: "",
  });
}

/** The least view in which the schema at `tokens` looks as in the current one. */
function findView(preparation: Preparation, tokens: readonly string[]): View {
  const { direction, bytes } = preparation.view;
  if (direction === "whole" && bytes === "text") {
    return wholeView;
  }
  const found = surveyFrom(preparation, tokens);
  const hides =
    (direction === "request" && found.readOnly) || (direction === "response" && found.writeOnly);
  const seen = findBytes(preparation, tokens, bytes);
  return hides || seen !== "text" ? viewBody(hides ? direction : "whole", seen) : wholeView;
}
