/**
 * Any OpenAPI description in, an immutable model out.
 *
 * @packageDocumentation
 */

export {
  appendKey,
  formatPointer as joinPointer,
  resolvePointer as findAt,
  splitPointer,
} from "@truespec/json-schema/json-pointer";
// For tool authors: addresses and names as the model writes them
export { camelCase } from "./build/camel-case.ts";
export { type Resolved, resolveObject } from "./build/resolve.ts";
// The model and the diagnostics: values that every other package reads
export type * from "./diagnostics/diagnostic.ts";
// Loading
export { formatDiagnostic } from "./diagnostics/format-diagnostic.ts";
// Comparing two descriptions
export type * from "./diff/change.ts";
export { diffDescriptions } from "./diff/diff-descriptions.ts";
export { printJsonDiff } from "./diff/report/json-diff.ts";
export { printMarkdownDiff } from "./diff/report/markdown-diff.ts";
export { printTerminalDiff, type TerminalDiffOptions } from "./diff/report/terminal-diff.ts";
// Editing texts
export type { DocumentEdit } from "./edit/edit.ts";
export { type EditedText, editDocument } from "./edit/edit-document.ts";
export { applyOverlayToText } from "./edit/overlay-text.ts";
export { rewriteText, type TextToRewrite } from "./edit/rewrite-text.ts";
export type { AppliedAction } from "./load/apply-overlays.ts";
export { type LoadOptions, type LoadResult, loadDescription } from "./load/load-description.ts";
export { type LoadedDocument, loadDocument } from "./load/load-document.ts";
// Matching
export { findMediaType } from "./match/find-media-type.ts";
export { findOperation } from "./match/find-operation.ts";
export { findResponse } from "./match/find-response.ts";
export { createRequestMatcher, type MatchOptions, matchRequest } from "./match/match-request.ts";
export type { MatchableRequest, RequestMatch } from "./match/request.ts";
export type * from "./model/model.ts";
// Overlays
export { type AppliedOverlay, applyOverlay } from "./overlay/apply-overlay.ts";
export type { Overlay, OverlayAction } from "./overlay/overlay.ts";
export { type ParsedOverlay, parseOverlay } from "./overlay/parse-overlay.ts";
export { type OverlayComments, printOverlay } from "./overlay/print-overlay.ts";
export { type OverlayTitle, writeOverlay } from "./overlay/write-overlay.ts";
export type { ReadBytes, ReadSource } from "./read/source.ts";
export { SourceError, type SourceErrorCode } from "./read/source-error.ts";
export { createSourceReader, type SourceReaderOptions } from "./read/source-reader.ts";
export type { TerminalColor } from "./text/report-text.ts";
