import type { JsonValue } from "../json.ts";
import type { OutputLocation } from "./locations.ts";

/**
 * An output unit, Core section 12.3: an `error` in words or an `annotation`, or the units below it.
 */
export interface OutputUnit extends OutputLocation {
  readonly valid: boolean;
  readonly error?: string;
  readonly annotation?: JsonValue;
  readonly errors?: readonly OutputUnit[];
  readonly annotations?: readonly OutputUnit[];
}
