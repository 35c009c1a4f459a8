/**
 * JSON's data model, as RFC 8259 and JSON Schema read it.
 */

/** A parsed JSON value. Readonly: no stage of ours changes what it was given. */
export type JsonValue = null | boolean | number | string | JsonArray | JsonObject;

/** A JSON array. */
export type JsonArray = readonly JsonValue[];

/** A JSON object. `__proto__` is a key like any other when it is an own property. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** A JSON Schema: `true`, `false` or an object of keywords. */
export type Schema = boolean | JsonObject;
