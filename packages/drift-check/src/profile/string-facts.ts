/** How many strings looked like what, and how long they were. */
export interface StringFacts {
  readonly formats: { readonly [name: string]: number };
  /** In UTF-16 code units. */
  readonly minLength: number;
  readonly maxLength: number;
}

const looks: readonly (readonly [name: string, pattern: RegExp])[] = [
  ["date-time", /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,12})?([Zz]|[+-]\d\d:\d\d)$/],
  ["date", /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/],
  ["uuid", /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i],
  ["uri", /^https?:\/\/[^\s<>"{}|\\^`]+$/i],
  ["email", /^[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63}){1,8}$/i],
  ["ipv4", /^((25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(25[0-5]|2[0-4]\d|1?\d?\d)$/],
  ["decimal", /^-?(0|[1-9]\d*)(\.\d+)?$/],
];

const maxLooked = 2_048;

/** The facts of one string. */
export function stringFactsOf(text: string): StringFacts {
  const formats: { [name: string]: number } = {};
  for (const [name, pattern] of looks) {
    if (text.length <= maxLooked && pattern.test(text)) formats[name] = 1;
  }
  return { formats, minLength: text.length, maxLength: text.length };
}

/** The facts of both collections of strings together. */
export function addStringFacts(left: StringFacts, right: StringFacts): StringFacts {
  const formats: { [name: string]: number } = {};
  for (const [name] of looks) {
    const count = (left.formats[name] ?? 0) + (right.formats[name] ?? 0);
    if (count > 0) formats[name] = count;
  }
  return {
    formats,
    minLength: Math.min(left.minLength, right.minLength),
    maxLength: Math.max(left.maxLength, right.maxLength),
  };
}
