/**
 * Patterns as code: a regular expression that answers the same, and sooner.
 */
import { compilePattern, type Pattern } from "../pattern/pattern.ts";
import { printLiteral } from "./literal.ts";
import type { ModuleWriter } from "./schema-writer.ts";

/** The expression that makes what matches a pattern, in steps where it is. */
export function printMatcher({ source, steps }: Pattern, use: ModuleWriter["use"]): string {
  const regex = printPattern(source);
  if (steps === undefined) return regex;
  const { longest, atoms, follow } = steps;
  const rest = [longest, atoms, follow].map(printLiteral);
  return `/* @__PURE__ */ ${use("linearPattern")}(${[regex, ...rest].join(", ")})`;
}

/** The expression that makes a pattern's regular expression, which is only asked whether it matches. */
export function printPattern(source: string): string {
  const plain = withoutCaptures(source);
  const flags = isOfUnits(plain) ? "" : (compilePattern(source)?.flags ?? "");
  return `/* @__PURE__ */ new RegExp(${printLiteral(plain)}, "${flags}")`;
}

/** What is not an escape or a class, so that a parenthesis in it opens a group. */
const opening = /\\.|\[(?:\\.|[^\]\\])*\]|\((?!\?)|\(\?<(?![=!])[^>]*>/gsu;

/** Keeping what a group matched takes time; nothing asks for it where no back reference does. */
function withoutCaptures(source: string): string {
  if (/\\(?:[1-9]|k)/.test(source)) return source;
  return source.replace(opening, (token) => (token.startsWith("(") ? "(?:" : token));
}

/**
 * Characters of ASCII, classes of them, anchors, groups, quantifiers. Such a pattern looks for the same
 * in code units as in code points: none of its characters is half of another one. Left out is what
 * can look between two halves: negated classes, the dot, `\B` and lookarounds.
 */
const ofUnits =
  /^(?:[^\\^$.*+?()[\]{}|\u0080-\u{10ffff}]|\\[dwsbtnrfv^$.*+?()[\]{}|/\\]|\[(?!\^)(?:[^\\[\]\u0080-\u{10ffff}]|\\[dwstnrfv^$.*+?()[\]{}|/\\-])*\]|\((?:\?:|(?!\?))|[)|^$*+?]|\{[0-9,]+\})*$/u;

/** A longer pattern is not looked into. */
const longest = 1000;

function isOfUnits(source: string): boolean {
  return source.length <= longest && ofUnits.test(source);
}
