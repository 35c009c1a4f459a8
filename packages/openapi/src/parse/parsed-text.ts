import type { JsonValue } from "@truespec/json-schema";
import type { CatalogueParams } from "../diagnostics/params.ts";

/** The faults that parsing finds. */
export type TextFaultCode =
  | "json-syntax"
  | "yaml-syntax"
  | "yaml-key"
  | "duplicate-key"
  | "several-documents"
  | "too-deep"
  | "alias-bomb"
  | "alias-ring";

/** A fault at an offset of a text. */
export type TextFault = {
  readonly [C in TextFaultCode]: {
    readonly code: C;
    readonly params: CatalogueParams[C];
    readonly offset: number;
  };
}[TextFaultCode];

/** What a parser gives: a value unless a fault forbids one, and where its nodes stand. */
export type ParsedText =
  | { readonly value: undefined; readonly faults: readonly TextFault[] }
  | {
      readonly value: JsonValue;
      readonly faults: readonly TextFault[];
      /** The offset of a node, or of its nearest ancestor that is written. */
      readonly locate: (pointer: string) => number;
    };
