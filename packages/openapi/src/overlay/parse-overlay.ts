import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "@truespec/json-schema/json";
import { appendKey } from "@truespec/json-schema/json-pointer";
import { diagnose, type Report } from "../diagnostics/diagnose.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { findString, typeName } from "../json/json-value.ts";
import { parseText } from "../parse/parse-text.ts";
import type { SourceDocument } from "../parse/source-document.ts";
import type { Overlay, OverlayAction } from "./overlay.ts";
import { findQueryFault } from "./select.ts";

/** An overlay, or none when an error is among the diagnostics. */
export interface ParsedOverlay {
  readonly overlay: Overlay | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Parses an overlay from YAML or JSON text and checks it against the Overlay Specification.
 * `source` names the text in diagnostics.
 *
 * @see https://spec.openapis.org/overlay/v1.1.0.html
 *
 * @example
 * ```ts
 * import { parseOverlay } from "@truespec/openapi";
 *
 * const { overlay, diagnostics } = parseOverlay("overlay: 1.1.0\n…", "fix.overlay.yaml");
 * ```
 */
export function parseOverlay(text: string, source: string): ParsedOverlay {
  const { document, diagnostics } = parseText(text, source);
  if (document === undefined) return { overlay: undefined, diagnostics };
  const checked = checkOverlay(document);
  return { overlay: checked.overlay, diagnostics: [...diagnostics, ...checked.diagnostics] };
}

/** Checks a parsed file against the Overlay Specification. */
export function checkOverlay(document: SourceDocument): ParsedOverlay {
  const diagnostics: Diagnostic[] = [];
  const { source, text } = document;
  const report: Report = (code, params, pointer) => {
    const location = document.locate(pointer);
    diagnostics.push(diagnose(code, params, { source, text, location }));
  };
  const overlay = readOverlay(document.value, report);
  const isValid = diagnostics.every(({ severity }) => severity !== "error");
  return { overlay: isValid ? overlay : undefined, diagnostics };
}

function readOverlay(value: JsonValue, report: Report): Overlay | undefined {
  if (!isJsonObject(value)) {
    refuse(report, `it should be an object, and is ${typeName(value)}`, "");
    return undefined;
  }
  if (!Object.hasOwn(value, "overlay")) {
    refuse(report, "it has no `overlay`, the version of the specification", "");
    return undefined;
  }
  checkFields(value, ["overlay", "info", "extends", "actions"], "", report);
  checkVersion(value, report);
  const info = readInfo(value, report);
  checkString(value, "extends", "", report);
  const extended = findString(value, "extends");
  return {
    overlay: findString(value, "overlay") ?? "",
    ...info,
    ...(extended === undefined ? {} : { extends: extended }),
    actions: readActions(value, report),
  };
}

function checkVersion(value: JsonObject, report: Report): void {
  const version = findString(value, "overlay");
  if (version === undefined || !/^\d+\.\d+\.\d+$/.test(version)) {
    refuse(report, "`overlay` should be a version such as 1.1.0", "/overlay");
  } else if (!/^1\.[01]\./.test(version)) {
    report("overlay-version", { version }, "/overlay");
  }
}

function readInfo(
  value: JsonObject,
  report: Report,
): Pick<Overlay, "title" | "version" | "description"> {
  const info = Object.hasOwn(value, "info") ? value["info"] : undefined;
  if (!isJsonObject(info)) {
    refuse(report, "`info` should be an object with `title` and `version`", "/info");
    return { title: "", version: "" };
  }
  checkFields(info, ["title", "version", "description"], "/info", report);
  for (const field of ["title", "version"]) {
    if (findString(info, field) === undefined) {
      refuse(report, `\`info.${field}\` should be a string`, `/info/${field}`);
    }
  }
  checkString(info, "description", "/info", report);
  const description = findString(info, "description");
  return {
    title: findString(info, "title") ?? "",
    version: findString(info, "version") ?? "",
    ...(description === undefined ? {} : { description }),
  };
}

function readActions(value: JsonObject, report: Report): OverlayAction[] {
  const actions = Object.hasOwn(value, "actions") ? value["actions"] : undefined;
  if (!isJsonArray(actions) || actions.length === 0) {
    refuse(report, "`actions` should be an array with at least one action", "/actions");
    return [];
  }
  const seen = new Set<string>();
  return actions.flatMap((action, index) => {
    const pointer = `/actions/${index}`;
    const text = JSON.stringify(action);
    if (seen.has(text)) refuse(report, "the same action stands twice", pointer);
    seen.add(text);
    return readAction(action, pointer, report);
  });
}

function readAction(value: JsonValue, pointer: string, report: Report): OverlayAction[] {
  if (!isJsonObject(value)) {
    refuse(report, `an action should be an object, and is ${typeName(value)}`, pointer);
    return [];
  }
  checkFields(value, ["target", "description", "update", "remove", "copy"], pointer, report);
  checkTarget(value, pointer, report);
  checkString(value, "description", pointer, report);
  checkString(value, "copy", pointer, report);
  const remove = Object.hasOwn(value, "remove") ? value["remove"] : undefined;
  if (remove !== undefined && typeof remove !== "boolean") {
    refuse(report, "`remove` should be true or false", appendKey(pointer, "remove"));
  }
  const description = findString(value, "description");
  const copy = findString(value, "copy");
  const update = Object.hasOwn(value, "update") ? value["update"] : undefined;
  if (remove !== true && update !== undefined && copy !== undefined) {
    report("overlay-no-effect", {}, pointer);
  }
  return [
    {
      target: findString(value, "target") ?? "",
      ...(description === undefined ? {} : { description }),
      ...(update === undefined ? {} : { update }),
      ...(typeof remove === "boolean" ? { remove } : {}),
      ...(copy === undefined ? {} : { copy }),
    },
  ];
}

function checkTarget(value: JsonObject, pointer: string, report: Report): void {
  const target = findString(value, "target");
  if (target === undefined) {
    refuse(report, "an action needs a `target`, a string", appendKey(pointer, "target"));
    return;
  }
  const why = findQueryFault(target);
  if (why === undefined) return;
  report("overlay-target-invalid", { target, why }, appendKey(pointer, "target"));
}

function checkString(value: JsonObject, field: string, pointer: string, report: Report): void {
  if (!Object.hasOwn(value, field) || typeof value[field] === "string") return;
  refuse(report, `\`${field}\` should be a string`, appendKey(pointer, field));
}

function checkFields(
  value: JsonObject,
  known: readonly string[],
  pointer: string,
  report: Report,
): void {
  for (const key of Object.keys(value)) {
    if (known.includes(key) || key.startsWith("x-")) continue;
    refuse(report, `there is no field ${JSON.stringify(key)}`, appendKey(pointer, key));
  }
}

function refuse(report: Report, why: string, pointer: string): void {
  report("overlay-invalid", { why }, pointer);
}
