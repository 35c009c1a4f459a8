/** What became of a value in a query string: read, or refused with the reason. */
export type Reading<T> =
  | { readonly kind: "read"; readonly value: T }
  | {
      readonly kind: "refused";
      readonly message: string;
      /** The values that would have been accepted, where they are a closed set. */
      readonly choices?: readonly string[];
    };

/** Bounds of a number, both inclusive. */
export interface Bounds {
  readonly least?: number;
  readonly most?: number;
  readonly integer?: boolean;
}

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;

/** Reads a decimal number within bounds; no hexadecimal, no spaces, no infinity. */
export function readNumber(text: string, bounds: Bounds = {}): Reading<number> {
  const value = decimal.test(text) ? Number(text) : Number.NaN;
  const { least = -Number.MAX_VALUE, most = Number.MAX_VALUE, integer = false } = bounds;
  if (value >= least && value <= most && (!integer || Number.isSafeInteger(value))) {
    return { kind: "read", value };
  }
  return { kind: "refused", message: `expected ${describeBounds(bounds)}` };
}

/** Reads one of a closed set of values. */
export function readChoice<const T extends string>(
  text: string,
  choices: readonly T[],
): Reading<T> {
  const value = choices.find((choice) => choice === text);
  if (value !== undefined) return { kind: "read", value };
  return { kind: "refused", message: `expected one of ${choices.join(", ")}`, choices };
}

/** Splits a list at its commas; spaces around a name and empty names do not count. */
export function splitList(text: string): string[] {
  return text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

function describeBounds({ least, most, integer = false }: Bounds): string {
  const kind = integer ? "an integer" : "a number";
  if (least !== undefined && most !== undefined) return `${kind} from ${least} to ${most}`;
  if (least !== undefined) return `${kind} of at least ${least}`;
  return most === undefined ? kind : `${kind} of at most ${most}`;
}
