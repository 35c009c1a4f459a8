/** How many strings looked like what, and how long they were. */
export interface StringFacts {
  readonly formats: { readonly [name: string]: number };
  /** In UTF-16 code units. */
  readonly minLength: number;
  readonly maxLength: number;
}

/** What a string may look like. A string looks like one thing at most. */
interface Look {
  readonly name: string;
  /** What is cheap to ask and answered no for most. */
  readonly may: (text: string, first: number) => boolean;
  readonly pattern: RegExp;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isAt = (text: string, index: number, character: string): boolean =>
  text.charAt(index) === character;

const looks: readonly Look[] = [
  {
    name: "date-time",
    may: (text, first) => isDigit(first) && text.length >= 20 && isAt(text, 4, "-"),
    pattern: /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,12})?([Zz]|[+-]\d\d:\d\d)$/,
  },
  {
    name: "date",
    may: (text, first) => isDigit(first) && text.length === 10,
    pattern: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  },
  {
    name: "uuid",
    may: (text) => text.length === 36 && isAt(text, 8, "-"),
    pattern: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  },
  {
    name: "uri",
    may: (text) => isAt(text, 4, ":") || isAt(text, 5, ":"),
    pattern: /^https?:\/\/[^\s<>"{}|\\^`]+$/i,
  },
  {
    name: "email",
    may: (text) => text.length <= 640 && text.includes("@"),
    pattern: /^[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63}){1,8}$/i,
  },
  {
    name: "ipv4",
    may: (text, first) => isDigit(first) && text.length >= 7 && text.length <= 15,
    pattern: /^((25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(25[0-5]|2[0-4]\d|1?\d?\d)$/,
  },
  {
    name: "decimal",
    may: (text, first) =>
      (isDigit(first) || isAt(text, 0, "-")) && isDigit(text.charCodeAt(text.length - 1)),
    pattern: /^-?(0|[1-9]\d*)(\.\d+)?$/,
  },
];

/** The names of the formats that are counted. */
export const formatNames: readonly string[] = looks.map(({ name }) => name);

const maxLooked = 2_048;

/** The index of the format that a string looks like among `formatNames`; -1 for none. */
export function findLook(text: string): number {
  if (text.length === 0 || text.length > maxLooked) return -1;
  const first = text.charCodeAt(0);
  return looks.findIndex(({ may, pattern }) => may(text, first) && pattern.test(text));
}

/** The facts of both collections of strings together. */
export function addStringFacts(left: StringFacts, right: StringFacts): StringFacts {
  const formats: { [name: string]: number } = {};
  for (const name of formatNames) {
    const count = (left.formats[name] ?? 0) + (right.formats[name] ?? 0);
    if (count > 0) formats[name] = count;
  }
  return {
    formats,
    minLength: Math.min(left.minLength, right.minLength),
    maxLength: Math.max(left.maxLength, right.maxLength),
  };
}
