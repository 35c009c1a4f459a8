import type { JsonValue } from "@truespec/json-schema";

/** A kind of schema, and what must be accepted and refused. */
export interface SchemaCase {
  readonly name: string;
  readonly schema: JsonValue;
  /** Valid, and of the type. */
  readonly accepted: readonly JsonValue[];
  /** Invalid, and not of the type. */
  readonly violations: readonly JsonValue[];
  /** Invalid for a reason that TypeScript cannot state. */
  readonly refused?: readonly JsonValue[];
  /** Valid; TypeScript takes what every object inherits for the property, and refuses it. */
  readonly inherited?: readonly JsonValue[];
  /** Ajv errs: the verdicts are the standard's. */
  readonly ajv?: "errs";
}
