import { isUtf8 } from "node:buffer";
import type { JsonValue } from "@truespec/json-schema";
import { unpackBody } from "./content-coding.ts";
import type { Body, HeaderField } from "./exchange.ts";
import { findHeader } from "./headers.ts";
import { notUtf8 } from "./json-text.ts";
import { charsetOf } from "./media-type.ts";

/**
 * Decodes the bytes of a body: unpacks what is still packed, then reads the declared charset (UTF-8 by default).
 *
 * @throws when packed bytes are broken or would unpack to more than `maxBodyBytes`
 */
export function decodeBody(bytes: Uint8Array, headers: readonly HeaderField[]): Body {
  if (bytes.length === 0) return { kind: "none" };
  const plain = unpackBody(bytes, headers);
  const decoder = decoderOf(charsetOf(findHeader(headers, "content-type")));
  const body = textBody(decoder.decode(plain));
  if (body.kind !== "text" || decoder.encoding !== "utf-8" || isUtf8(plain)) return body;
  const coding = findHeader(headers, "content-encoding")?.slice(0, 40);
  return { ...body, fault: coding === undefined ? notUtf8 : `${notUtf8} (packed as ${coding}?)` };
}

/** A body of text; an empty text is no body. */
export function textBody(text: string): Body {
  return text === "" ? { kind: "none" } : { kind: "text", text };
}

/**
 * Reads a recorded body: a string is the raw text (base64 when so marked), any other JSON value the parsed body.
 *
 * @throws when what is marked as base64 is none, or hides broken gzip
 */
export function readRecordedBody(
  raw: JsonValue | undefined,
  encoding: unknown,
  headers: readonly HeaderField[],
): Body {
  if (raw === undefined) return { kind: "none" };
  if (typeof raw !== "string") return { kind: "json", value: raw };
  return encoding === "base64" ? decodeBody(decodeBase64(raw), headers) : textBody(raw);
}

/** Buffer passes over what is no base64, and makes an empty body of it. */
function decodeBase64(text: string): Uint8Array {
  if (!/^[\w+/\s-]*={0,2}\s*$/.test(text))
    throw new TypeError("it is marked as base64 and is none");
  return Buffer.from(text, "base64");
}

function decoderOf(charset: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}
