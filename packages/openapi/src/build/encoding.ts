import {
  findMember,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "@truespec/json-schema/json";
import { appendKey } from "@truespec/json-schema/json-pointer";
import { arrayMember, findString, objectMember } from "../json/json-value.ts";
import type { Encoding } from "../model/model.ts";
import type { Resolved } from "./resolve.ts";

/** How the parts of a media type, or of such a part, are written: those by name, by position, and all others. */
export function buildEncodings({
  value,
  pointer,
}: Pick<Resolved, "value" | "pointer">): Encoding[] {
  const named = Object.entries(objectMember(value, "encoding")).map(([name, encoding]) =>
    buildEncoding({ kind: "named", name }, encoding, appendKey(pointer, "encoding", name)),
  );
  const placed = [...arrayMember(value, "prefixEncoding").entries()].map(([index, encoding]) =>
    buildEncoding({ kind: "prefix", index }, encoding, appendKey(pointer, "prefixEncoding", index)),
  );
  const others = findMember(value, "itemEncoding");
  const at = appendKey(pointer, "itemEncoding");
  const items = others === undefined ? [] : [buildEncoding({ kind: "items" }, others, at)];
  return [...named, ...placed, ...items].filter((encoding) => encoding !== undefined);
}

function buildEncoding(
  part: Encoding["part"],
  value: JsonValue,
  pointer: string,
): Encoding | undefined {
  if (!isJsonObject(value)) return undefined;
  const names = Object.keys(objectMember(value, "headers"));
  return {
    part,
    pointer,
    contentType: findString(value, "contentType"),
    ...styleOf(value),
    allowReserved: findMember(value, "allowReserved") === true,
    headers: names.filter((name) => name.toLowerCase() !== "content-type"),
    encodings: buildEncodings({ value, pointer }),
  };
}

/** The style counts only where one of its fields is written. */
function styleOf(value: JsonObject): Pick<Encoding, "style" | "explode"> {
  const style = findString(value, "style");
  const explode = findMember(value, "explode");
  const isStated = ["style", "explode", "allowReserved"].some((key) => Object.hasOwn(value, key));
  if (!isStated) return { style: undefined, explode: undefined };
  const isForm = style === undefined || style === "form";
  return { style: style ?? "form", explode: typeof explode === "boolean" ? explode : isForm };
}
