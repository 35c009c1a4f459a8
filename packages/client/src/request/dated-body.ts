import { type PreparedBody, type RequestBody, writeBody } from "./body.ts";
import { InvalidInput } from "./invalid-input.ts";

/**
 * As `writeBody`, of a body that may hold dates: an invalid `Date`, of which JSON would make null, is
 * refused with its place. Throws InvalidInput.
 */
export function writeDatedBody(
  body: RequestBody,
  input: Readonly<Record<string, unknown>>,
): PreparedBody | undefined {
  const place = findInvalidDate(input["body"]);
  if (place !== undefined) {
    const where = place === "" ? "the body" : `the body at ${JSON.stringify(place)}`;
    throw new InvalidInput(
      `${where} is an invalid Date, which nothing can be sent for: look at what it was made from`,
    );
  }
  return writeBody(body, input);
}

/** The place of a Date that is none, as a JSON Pointer; undefined where all are. What writes itself is left to that. */
function findInvalidDate(body: unknown): string | undefined {
  const seen = new Set<unknown>();
  const open: (readonly [unknown, string])[] = [[body, ""]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [value, place] = next;
    if (value instanceof Date && Number.isNaN(value.getTime())) {
      return place;
    }
    if (isHolder(value) && !seen.has(value)) {
      seen.add(value);
      for (const [key, member] of Object.entries(value)) {
        open.push([member, `${place}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`]);
      }
    }
  }
  return undefined;
}

function isHolder(value: unknown): value is object {
  return (
    typeof value === "object" &&
    value !== null &&
    !("toJSON" in value) &&
    !ArrayBuffer.isView(value)
  );
}
