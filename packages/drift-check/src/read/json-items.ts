/** An item of an array, as the bytes of its JSON text; or, last of all, how the whole text ended. */
export type JsonItem =
  | { readonly kind: "item"; readonly bytes: Uint8Array; readonly tooLong: boolean }
  /** Nothing between two commas, or behind the last one: such an array is no JSON. */
  | { readonly kind: "gap" }
  | { readonly kind: "end"; readonly isFound: boolean; readonly isWhole: boolean };

/** Where the reading of a JSON text stands. */
interface Scan {
  /** Names on the way to the array. */
  readonly path: readonly string[];
  readonly limit: number;
  depth: number;
  /** How many of the names lead to the object at hand. */
  matched: number;
  isInString: boolean;
  isEscaped: boolean;
  isBegun: boolean;
  isFound: boolean;
  /** Inside the array: the depth of its items. */
  itemDepth: number | undefined;
  /** The last string of an object on the way, with its quotes: its name, if a colon follows. */
  text: number[];
  name: string | undefined;
  parts: Uint8Array[];
  length: number;
  /** Of items and gaps of the array, each before a comma. */
  commas: number;
}

/** Longer names are none of those on the way. */
const longestName = 100;

/**
 * Splits the array at the end of a path of names into its items without holding more than one of at most `limit` bytes.
 *
 * Looks at brackets and strings alone: whether an item is JSON is for its reader to say.
 */
export async function* splitItems(
  chunks: AsyncIterable<Uint8Array>,
  path: readonly string[],
  limit: number,
): AsyncIterable<JsonItem> {
  const scan = beginScan(path, limit);
  for await (const chunk of chunks) yield* scanChunk(scan, chunk);
  const isWhole = scan.isBegun && scan.depth === 0 && !scan.isInString;
  yield { kind: "end", isFound: scan.isFound, isWhole };
}

function beginScan(path: readonly string[], limit: number): Scan {
  return {
    ...{ path, limit, depth: 0, matched: 0, isInString: false, isEscaped: false, isBegun: false },
    ...{
      isFound: false,
      itemDepth: undefined,
      text: [],
      name: undefined,
      parts: [],
      length: 0,
      commas: 0,
    },
  };
}

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [openArray, closeArray, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];

function* scanChunk(scan: Scan, chunk: Uint8Array): Iterable<JsonItem> {
  // Where in the chunk the item at hand begins.
  let start = 0;
  for (let index = 0; index < chunk.length; index += 1) {
    const byte = chunk[index] ?? 0;
    if (scan.isInString) {
      readInString(scan, byte);
      continue;
    }
    const isBetween = scan.depth === scan.itemDepth && (byte === comma || byte === closeArray);
    if (isBetween) {
      keep(scan, chunk.subarray(start, index));
      yield* finishItem(scan, byte);
    }
    const wasInside = scan.itemDepth !== undefined;
    readOutside(scan, byte);
    if (isBetween || (!wasInside && scan.itemDepth !== undefined)) start = index + 1;
  }
  if (scan.itemDepth !== undefined) keep(scan, chunk.subarray(start));
}

function readInString(scan: Scan, byte: number): void {
  if (isOnTheWay(scan) && scan.text.length < longestName) scan.text.push(byte);
  if (scan.isEscaped) scan.isEscaped = false;
  else if (byte === backslash) scan.isEscaped = true;
  else if (byte === quote) scan.isInString = false;
}

function readOutside(scan: Scan, byte: number): void {
  if (byte === quote) {
    scan.isInString = true;
    if (isOnTheWay(scan)) scan.text = [byte];
  } else if (byte === openObject || byte === openArray) open(scan, byte);
  else if (byte === closeObject || byte === closeArray) close(scan);
  else if (byte === colon && isOnTheWay(scan)) scan.name = readName(scan.text);
  else if (byte === comma && isOnTheWay(scan)) scan.name = undefined;
}

/** Directly inside an object that the names lead to. */
function isOnTheWay({ depth, matched, itemDepth }: Scan): boolean {
  return itemDepth === undefined && depth === matched + 1;
}

function open(scan: Scan, byte: number): void {
  const isNext = isOnTheWay(scan) && scan.name === scan.path[scan.matched];
  const isLast = scan.matched === scan.path.length - 1;
  scan.isBegun = true;
  scan.depth += 1;
  scan.name = undefined;
  if (isNext && isLast && byte === openArray) {
    scan.itemDepth = scan.depth;
    scan.isFound = true;
  } else if (isNext && !isLast && byte === openObject) scan.matched += 1;
}

function close(scan: Scan): void {
  if (scan.depth === scan.itemDepth) scan.itemDepth = undefined;
  scan.depth -= 1;
  scan.matched = Math.max(0, Math.min(scan.matched, scan.depth - 1));
}

function readName(text: readonly number[]): string | undefined {
  try {
    return String(JSON.parse(Buffer.from(text).toString("utf8")));
  } catch {
    // Cut short as too long, or no JSON: in either case none of the names.
    return undefined;
  }
}

function keep(scan: Scan, bytes: Uint8Array): void {
  scan.length += bytes.length;
  if (scan.length <= scan.limit) scan.parts.push(bytes);
  else scan.parts = [];
}

function* finishItem(scan: Scan, end: number): Iterable<JsonItem> {
  const bytes = Buffer.concat(scan.parts);
  const tooLong = scan.length > scan.limit;
  const isLonely = end === closeArray && scan.commas === 0;
  scan.parts = [];
  scan.length = 0;
  scan.commas = end === closeArray ? 0 : scan.commas + 1;
  if (tooLong || !isBlank(bytes)) yield { kind: "item", bytes, tooLong };
  // An array without items holds blanks at most.
  else if (!isLonely) yield { kind: "gap" };
}

/** Tells whether bytes are white space of JSON alone. */
export function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}
