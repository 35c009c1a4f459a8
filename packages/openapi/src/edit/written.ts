/** How a scalar is quoted in a YAML text, in the words of the `yaml` library; JSON strings are double. */
export type ScalarStyle =
  | "PLAIN"
  | "QUOTE_SINGLE"
  | "QUOTE_DOUBLE"
  | "BLOCK_LITERAL"
  | "BLOCK_FOLDED";

/** What every value in a text has: where it stands, `end` being the offset behind it. */
interface Extent {
  readonly start: number;
  readonly end: number;
}

/** A scalar; one that is not written at all, as after `key:`, begins where it ends. */
export interface WrittenScalar extends Extent {
  readonly kind: "scalar";
  readonly style: ScalarStyle;
  /** Whether an alias repeats it elsewhere. */
  readonly shared: boolean;
}

/** A `*name`, which stands for a value that is written elsewhere. */
export interface WrittenAlias extends Extent {
  readonly kind: "alias";
}

/** An object or an array; `block` is YAML's layout by indentation, `flow` the one with brackets. */
export interface WrittenContainer extends Extent {
  readonly kind: "object" | "array";
  readonly layout: "block" | "flow";
  /** Whether an alias repeats it elsewhere. */
  readonly shared: boolean;
  /** In the order of the text; read at the first question. */
  readonly entries: () => readonly WrittenEntry[];
}

/** A value as it stands in a text. Offsets count UTF-16 code units. */
export type WrittenNode = WrittenScalar | WrittenAlias | WrittenContainer;

/** A member or an item as it stands in a text. */
export interface WrittenEntry extends Extent {
  /** Undefined for YAML's merge key, and for a key that is no plain value. */
  readonly key: string | undefined;
  /** Behind the colon or dash, and behind an anchor or a tag; undefined where no colon is written. */
  readonly from: number | undefined;
  readonly value: WrittenNode;
}

/** Lets a list be made at the first question only. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
