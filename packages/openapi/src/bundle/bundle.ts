import { findMember, isJsonObject, type JsonValue } from "@truespec/json-schema/json";
import { resolvePointer, splitPointer } from "@truespec/json-schema/json-pointer";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { createDraft, type Draft, openContainer, setChild } from "../draft/draft.ts";
import { mapDocument } from "../grammar/tree.ts";
import { placeAt } from "../pointer/place.ts";
import type { ReadSource } from "../read/source.ts";
import { type Composition, reportIntoFile } from "../trace/composition.ts";
import { recordOrigin } from "../trace/trace.ts";
import { collectFiles } from "./collect.ts";
import { createComponentNames } from "./component-names.ts";
import { copyFrom } from "./copies.ts";
import { openLibrary } from "./library.ts";
import { isMappedRef, isSettled } from "./references.ts";
import { isRequiredRef } from "./requirements.ts";
import { rewriteNodes } from "./rewrite.ts";
import { type Lift, maxNodes, type Rewriting } from "./rewriting.ts";
import { type Survey, surveyDocument } from "./survey.ts";

/** A composition in one document, and what bundling knows of its references. */
export interface Bundle {
  readonly composition: Composition;
  /** Locations of the files beside the root that were read, in the order of their reading. */
  readonly files: readonly string[];
  /** Written places of references that were reported as leading nowhere: source, `#`, pointer. */
  readonly reported: ReadonlySet<string>;
  /** Of the document before bundling. */
  readonly survey: Survey;
}

/**
 * Brings what references name in other files into the root document: as components, or in the
 * reference's place. Rings over files are kept; a reference that cannot be followed is reported and
 * left as it is. Answers nothing when that is too much to hold.
 */
export async function bundle(
  composition: Composition,
  read: ReadSource,
  diagnostics: Diagnostic[],
): Promise<Bundle | undefined> {
  const { root, trace } = composition;
  const library = openLibrary(root, read, diagnostics);
  const survey = surveyDocument(composition.document);
  const reported = await collectFiles(library, survey, diagnostics);
  // Nearly every description is one file whose references stand where they may
  if (!needsRewriting(survey)) return { composition, files: [], reported, survey };
  const rewriting: Rewriting = {
    library,
    identifiers: survey.identifiers,
    names: createComponentNames(library),
    trace,
    lifts: [],
    inlining: new Set(),
    inlined: new Map(),
    reportRing: ({ document, pointer }, ref) =>
      reportIntoFile(diagnostics, document)("ref-ring", { ref }, pointer),
    reportMisplaced: ({ document, pointer }, ref) =>
      reportIntoFile(diagnostics, document)("ref-misplaced", { ref }, pointer),
    count: 0,
    rings: 0,
  };
  const whole = { document: root, pointer: "", place: undefined };
  const rewritten = mapDocument(survey, rewriteNodes(whole, rewriting), trace);
  const document = liftComponents(createDraft(rewritten, trace), rewriting);
  if (rewriting.count > maxNodes) {
    reportIntoFile(diagnostics, root)("ref-bomb", { limit: maxNodes }, "");
    return undefined;
  }
  const files = [...library.files].flatMap(([location, { kind }]) =>
    kind !== "unreadable" ? [location] : [],
  );
  return {
    composition: isJsonObject(document) ? { ...composition, document } : composition,
    files: files.slice(1),
    reported,
    survey,
  };
}

function needsRewriting({ document, references, mapped, required, identifiers }: Survey): boolean {
  return (
    mapped.some(({ ref }) => isMappedRef(ref) && !ref.startsWith("#")) ||
    required.some(({ ref }) => !ref.startsWith("#") && isRequiredRef(ref, document)) ||
    references.some(
      ({ ref, type, place }) => !isSettled(ref, type) && !identifiers.owns(place, ref),
    )
  );
}

/** Writes the components that references asked for; each may ask for more. */
function liftComponents(draft: Draft, rewriting: Rewriting): JsonValue {
  for (const lift of rewriting.lifts) {
    const place = placeAt(lift.component);
    const value = resolvePointer(lift.document.value, lift.pointer) ?? null;
    const mapped = rewriteNodes({ ...lift, place }, rewriting)(value, lift.type, place);
    addComponent(draft, lift, copyFrom(mapped, lift, rewriting.trace));
  }
  return draft.root;
}

function addComponent(
  draft: Draft,
  { component, document, pointer }: Lift,
  value: JsonValue,
): void {
  const keys = splitPointer(component);
  const name = keys.pop();
  for (const [index, key] of keys.entries()) {
    const holder = openContainer(draft, keys.slice(0, index));
    if (holder === undefined) return;
    if (!isJsonObject(findMember(holder, key))) setChild(holder, key, {});
  }
  const section = openContainer(draft, keys);
  if (section === undefined || name === undefined) return;
  setChild(section, name, value);
  recordOrigin(draft.trace, section, name, { kind: "elsewhere", document, pointer });
}
