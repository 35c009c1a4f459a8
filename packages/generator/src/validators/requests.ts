import type { JsonObject, JsonValue, ValidatorTarget } from "@truespec/json-schema";
import { localRef } from "@truespec/json-schema/json-pointer";
import type { TypesOptions } from "../types/options.ts";
import { addSchemas } from "../types/prepare/add-schemas.ts";
import { findBytes } from "../types/prepare/bytes.ts";
import { pointReferences } from "../types/prepare/identifiers.ts";
import {
  findAt,
  formatPointer,
  items,
  own,
  parseFragment,
  parsePointer,
} from "../types/prepare/pointer.ts";
import { type Preparation, startPreparation } from "../types/prepare/preparation.ts";
import { nameTarget } from "../types/prepare/refer.ts";
import { surveyFrom } from "../types/prepare/survey.ts";
import { viewBody } from "../types/prepare/view.ts";
import { isHidden } from "../types/prepare/visible.ts";
import { changeSchemas } from "./change-schemas.ts";
import type { ListedTarget, RequestKind } from "./targets.ts";

/** A document with the schemas of requests in it, and the targets that point there. */
export interface SeenRequests {
  readonly document: JsonObject;
  readonly targets: readonly ValidatorTarget[];
}

/**
 * The targets of request bodies, seen as requests: what is `readOnly` there is not required, as the
 * server says what it is. Where that changes a schema it becomes a component of its own, `UserRequest`,
 * as in the types. A body with a part that may be bytes is none: of a `Blob` JSON Schema says nothing.
 *
 * @see https://spec.openapis.org/oas/v3.0.4.html#fixed-fields-20
 */
export function seeRequests(
  written: JsonObject,
  targets: readonly ListedTarget[],
  types: TypesOptions,
): SeenRequests {
  const view = viewBody("request", "text");
  const preparation = { ...startRequests(written, targets, types), view };
  const { document } = preparation;
  const seen = targets.flatMap(({ request, hasNestedParts = false, ...target }) => {
    const tokens = parsePointer(target.pointer);
    // Which of them are bytes, their encodings decide
    const holdsBlob = hasNestedParts && surveyFrom(preparation, tokens).binary;
    if (request === undefined) return [target];
    return holdsBlob ? [] : seeTarget(preparation, target, request);
  });
  const schemas: [string, JsonValue][] = [];
  for (const next of preparation.pending) {
    const schema = findAt(document, next.tokens) ?? true;
    schemas.push([next.name, changeSchemas(schema, (one) => relax(preparation, one))]);
  }
  return { document: addSchemas(document, schemas), targets: seen };
}

/** Of the document in which all that is `readOnly` in requests is found, also behind references by identifiers. */
function startRequests(
  document: JsonObject,
  targets: readonly ListedTarget[],
  types: TypesOptions,
): Preparation {
  const requests = targets.flatMap(({ request, pointer }) =>
    request === undefined ? [] : [parsePointer(pointer)],
  );
  const written = startPreparation(document, types);
  if (!requests.some((tokens) => surveyFrom(written, tokens).named)) {
    return written;
  }
  const pointed = pointReferences(document);
  const preparation = startPreparation(pointed.document, types);
  const isHiding = requests.some((tokens) => surveyFrom(preparation, tokens).readOnly);
  return isHiding && pointed.isWhole ? preparation : written;
}

function seeTarget(
  preparation: Preparation,
  target: ValidatorTarget,
  request: RequestKind,
): readonly ValidatorTarget[] {
  const tokens = parsePointer(target.pointer);
  const isParts = request === "multipart" || request === "mixed";
  if (isParts && findBytes(preparation, tokens, "parts") !== "text") {
    return [];
  }
  return [{ ...target, pointer: see(preparation, tokens) ?? target.pointer }];
}

/** Where the schema at `tokens` stands as it is seen; undefined where that is no other place. */
function see(preparation: Preparation, tokens: readonly string[]): string | undefined {
  return surveyFrom(preparation, tokens).readOnly
    ? formatPointer(["components", "schemas", nameTarget(preparation, tokens)])
    : undefined;
}

function relax(preparation: Preparation, schema: JsonObject): JsonObject {
  const reference = own(schema, "$ref");
  const required = own(schema, "required");
  const tokens = typeof reference === "string" ? parseFragment(reference) : undefined;
  const seen = tokens && see(preparation, tokens);
  const visible = items(required).filter(
    (name) => typeof name !== "string" || !isHidden(preparation, schema, name),
  );
  if (seen === undefined && !Array.isArray(required)) {
    return schema;
  }
  return {
    ...schema,
    ...(seen === undefined ? {} : { $ref: localRef(seen) }),
    ...(Array.isArray(required) ? { required: visible } : {}),
  };
}
