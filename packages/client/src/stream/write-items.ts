import { binaryBody, isBytes, type PreparedBody } from "../request/body.ts";
import { InvalidInput } from "../request/invalid-input.ts";

/** A body that is sent item by item. */
export interface ItemBody {
  readonly value: unknown;
  readonly mediaType: string;
  readonly print: (item: unknown) => string;
}

/**
 * An array is sent whole, and again where a retry may; the items of any other iterable, one after the other, as the
 * server takes them, and once. Text and bytes are such a body already. Throws InvalidInput for all else.
 */
export function writeItems({ value, mediaType, print }: ItemBody): PreparedBody {
  if (typeof value === "string" || isBytes(value)) {
    return binaryBody(value, mediaType);
  }
  if (Array.isArray(value)) {
    return { body: value.map(print).join(""), contentType: mediaType };
  }
  if (isIterable(value)) {
    return { ...streamItems(value, print), contentType: mediaType, duplex: "half" };
  }
  throw new InvalidInput(`a body of ${mediaType} is an array or iterable of items, text or bytes`);
}

/** JSON of an item. Throws InvalidInput for what has none. */
export function printJson(item: unknown): string {
  const text = JSON.stringify(item);
  if (text === undefined) {
    throw new InvalidInput("an item cannot be written as JSON");
  }
  return text;
}

type Items = Iterable<unknown> | AsyncIterable<unknown>;

function isIterable(value: unknown): value is Items {
  return (
    typeof value === "object" &&
    value !== null &&
    (Symbol.asyncIterator in value || Symbol.iterator in value)
  );
}

/** Nothing is taken from the iterable before it is asked for, and it is told where nobody asks any more. */
function streamItems(
  items: Items,
  print: ItemBody["print"],
): Pick<PreparedBody, "body" | "abandon"> {
  const texts = encodeEach(items, print);
  const body = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { done, value } = await texts.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: async () => {
        await texts.return();
      },
    },
    { highWaterMark: 0 },
  );
  // Who gave the items learns of the call, which has failed already.
  return { body, abandon: () => texts.return().catch(() => {}) };
}

async function* encodeEach(
  items: Items,
  print: ItemBody["print"],
): AsyncGenerator<Uint8Array, void, void> {
  const encoder = new TextEncoder();
  for await (const item of items) yield encoder.encode(print(item));
}
