import type { WhyUnmatched } from "../overlay/why-unmatched.ts";
import type { SourceErrorCode } from "../read/source-error.ts";

/** What each code needs to be said. */
export interface CatalogueParams {
  readonly "source-unreadable": {
    readonly source: string;
    readonly why: string;
    readonly code: SourceErrorCode;
  };
  readonly "not-text": { readonly source: string };
  readonly "json-syntax": { readonly why: string };
  readonly "yaml-syntax": {
    readonly why: string;
    /** Default: to look at the mark. */
    readonly mend?: string;
  };
  readonly "yaml-key": { readonly why: string };
  readonly "duplicate-key": { readonly key: string };
  readonly "several-documents": { readonly [key: string]: never };
  readonly "too-deep": { readonly limit: number };
  readonly "alias-bomb": { readonly limit: number };
  readonly "alias-ring": { readonly name: string };
  readonly "not-openapi": { readonly found: string };
  readonly "swagger-not-read": { readonly version: string };
  readonly "swagger-lossy": { readonly what: string; readonly why: string };
  readonly "version-unknown": { readonly version: string };
  readonly "ref-not-found": { readonly ref: string; readonly near: readonly string[] };
  readonly "ref-not-readable": {
    readonly ref: string;
    readonly why: string;
    /** What it would lead to as a reference into its own file. */
    readonly near: readonly string[];
  };
  readonly "ref-not-allowed": { readonly ref: string; readonly why: string };
  readonly "ref-bomb": { readonly limit: number };
  readonly "ref-ring": { readonly ref: string };
  readonly "ref-misplaced": { readonly ref: string };
  readonly "mapping-not-found": {
    readonly name: string;
    /** Why a file cannot be read. */
    readonly why: string | undefined;
    readonly near: readonly string[];
  };
  readonly "ref-siblings": {
    readonly name: string;
    readonly count: number;
    /** Whether it stands in schemas, where later versions of OpenAPI let it count. */
    readonly isSchema: boolean;
  };
  readonly "wrong-type": {
    readonly what: string;
    readonly expected: string;
    readonly got: string;
    /** Whether the value was read all the same. Default: false. */
    readonly isRead?: boolean;
  };
  readonly "missing-field": { readonly what: string; readonly field: string };
  readonly "unknown-field": {
    readonly what: string;
    readonly field: string;
    readonly near: readonly string[];
  };
  readonly "unknown-keyword": {
    readonly count: number;
    readonly name: string;
    readonly near: readonly string[];
  };
  readonly "bad-value": {
    readonly what: string;
    readonly why: string;
    /** What to write; undefined where there is nothing better to say than to change it. */
    readonly mend?: string | undefined;
  };
  readonly "no-containers": { readonly expected: string };
  readonly "nullable-in-3-1": { readonly count: number };
  readonly "nullable-without-type": { readonly count: number };
  readonly "exclusive-in-3-1": { readonly count: number };
  readonly "keyword-in-3-0": { readonly count: number; readonly name: string };
  readonly "type-any": { readonly count: number };
  readonly "type-file": { readonly count: number };
  readonly "type-null": { readonly count: number };
  readonly "body-not-sent": { readonly method: string };
  readonly "closed-part": { readonly count: number; readonly name: string };
  readonly "enum-excluded": {
    readonly count: number;
    readonly value: string;
    readonly type: string;
  };
  readonly "required-excluded": {
    readonly count: number;
    readonly name: string;
    readonly near: readonly string[];
  };
  readonly "required-unknown": {
    readonly count: number;
    readonly name: string;
    readonly near: readonly string[];
  };
  readonly "recursive-ref": { readonly count: number };
  readonly "union-of-children": { readonly name: string };
  readonly "discriminator-string": { readonly count: number };
  readonly "duplicate-operation-id": { readonly id: string; readonly first: string };
  readonly "duplicate-parameter": { readonly name: string; readonly in: string };
  readonly "path-parameter-missing": { readonly name: string; readonly path: string };
  readonly "path-parameter-unused": { readonly name: string; readonly path: string };
  readonly "path-query": { readonly path: string };
  readonly "path-conflict": { readonly path: string; readonly other: string };
  readonly "security-scheme-missing": { readonly name: string; readonly near: readonly string[] };
  readonly "overlay-invalid": { readonly why: string };
  readonly "overlay-version": { readonly version: string };
  readonly "overlay-target-invalid": { readonly target: string; readonly why: string };
  readonly "overlay-target-unmatched": {
    readonly target: string;
    readonly near: readonly string[];
    readonly why: WhyUnmatched | undefined;
  };
  readonly "overlay-target-primitive": { readonly target: string };
  readonly "overlay-no-effect": { readonly [key: string]: never };
  readonly "overlay-target-mixed": { readonly target: string };
  readonly "overlay-root-removed": { readonly target: string };
  readonly "overlay-incompatible": {
    readonly where: string;
    readonly expected: string;
    readonly got: string;
  };
  readonly "overlay-copy": {
    readonly copy: string;
    readonly count: number;
    readonly near: readonly string[];
    readonly why: WhyUnmatched | undefined;
  };
  readonly "edit-not-found": { readonly pointer: string; readonly near: readonly string[] };
  readonly "edit-shared": { readonly pointer: string };
  readonly "edit-not-written": { readonly pointer: string; readonly why: string };
}

/** The name of a diagnostic. */
export type DiagnosticCode = keyof CatalogueParams;
