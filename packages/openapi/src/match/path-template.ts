/** One segment of a path template: literal texts around parameter names. */
interface Segment {
  /** One more than there are names: before the first, between, after the last. */
  readonly literals: readonly string[];
  readonly names: readonly string[];
}

/** A path template, ready to match. */
export interface PathTemplate {
  readonly segments: readonly Segment[];
}

/**
 * Reads a path template such as `/models/{id}` or `/compare/{base}...{head}`. A query or fragment
 * that some descriptions write into a path is left out.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#path-templating
 */
export function parseTemplate(path: string): PathTemplate {
  const [plain = ""] = path.split(/[?#]/, 1);
  return { segments: plain.split("/").slice(1).map(parseSegment) };
}

/**
 * The parameters of a request path whose segments fit a template, percent escapes decoded;
 * undefined when they do not fit. Takes time linear in the path, whatever the template.
 */
export function matchTemplate(
  template: PathTemplate,
  segments: readonly string[],
): Map<string, string> | undefined {
  if (segments.length !== template.segments.length) return undefined;
  const parameters = new Map<string, string>();
  for (const [index, segment] of template.segments.entries()) {
    if (!matchSegment(segment, segments[index] ?? "", parameters)) return undefined;
  }
  return parameters;
}

/**
 * How much a template leaves open, a digit a segment: 0 for a literal, 1 for a mixed segment, 2 for
 * a lone parameter. Of two with as many segments, the more concrete one has the smaller text.
 */
export function rankTemplate(template: PathTemplate): string {
  return template.segments.map(freedom).join("");
}

/** Orders templates of as many segments so that the more concrete one is tried first. */
export function compareTemplates(left: PathTemplate, right: PathTemplate): number {
  const [one, other] = [rankTemplate(left), rankTemplate(right)];
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** The parameter names of a template, in order. */
export function namesOf(template: PathTemplate): string[] {
  return template.segments.flatMap(({ names }) => names);
}

/** What a path names in a query of its own, `/search?q={q}`, in order. */
export function namesInQuery(path: string): string[] {
  const [, query = ""] = /^[^?#]*\?([^#]*)/.exec(path) ?? [];
  return [...query.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);
}

function parseSegment(text: string): Segment {
  const parts = text.split(/\{([^{}]*)\}/);
  return {
    literals: parts.filter((_, index) => index % 2 === 0),
    names: parts.filter((_, index) => index % 2 === 1),
  };
}

function freedom({ names, literals }: Segment): number {
  if (names.length === 0) return 0;
  return literals.some((literal) => literal !== "") ? 1 : 2;
}

function matchSegment(
  { literals, names }: Segment,
  text: string,
  parameters: Map<string, string>,
): boolean {
  const [first = ""] = literals;
  if (names.length === 0) return text === first || decode(text) === decode(first);
  const last = literals.at(-1) ?? "";
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let at = first.length;
  for (const [index, name] of names.entries()) {
    const isLast = index === names.length - 1;
    const after = literals[index + 1] ?? "";
    const next = isLast ? end : findEnd(text.slice(0, end), at, after);
    if (next <= at || next > end) return false;
    parameters.set(name, decode(text.slice(at, next)));
    at = next + (isLast ? 0 : after.length);
  }
  return true;
}

/**
 * Where a parameter ends that begins at `at`: at the literal after it, which is one further at least,
 * for no parameter is empty. `{id}{extension}` have none between them, and part at the last dot.
 */
function findEnd(text: string, at: number, literal: string): number {
  if (literal !== "") return text.indexOf(literal, at + 1);
  const dot = text.lastIndexOf(".");
  return dot > at ? dot : at + 1;
}

function decode(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
