import type { PreparedBody } from "./body.ts";

/** A part as it is sent: its headers in their order, and what follows them. */
export interface WrittenPart {
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly content: string | Blob;
}

/**
 * Parts between delimiters, as a body of a media type. The boundary is of 128 random bits, so that no
 * part holds it.
 *
 * @see https://www.rfc-editor.org/rfc/rfc2046#section-5.1.1
 */
export function delimit(parts: readonly WrittenPart[], mediaType: string): PreparedBody {
  const boundary = `----truespec${crypto.getRandomValues(new Uint32Array(4)).join("-")}`;
  const pieces = parts.flatMap(({ headers, content }) => {
    const head = headers.map(([name, value]) => `${spell(name)}: ${value}\r\n`).join("");
    return [`--${boundary}\r\n${head}\r\n`, content, "\r\n"];
  });
  return {
    body: new Blob([...pieces, `--${boundary}--\r\n`]),
    contentType: `${mediaType}; boundary=${boundary}`,
  };
}

/**
 * The `Content-Disposition` of a part that has a name, as a platform writes it in a form.
 *
 * @see https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data
 */
export function dispositionOf(name: string, part: unknown): string {
  const file = part instanceof File ? part.name : "blob";
  const ending = part instanceof Blob ? `; filename="${escapeName(file)}"` : "";
  return `form-data; name="${escapeName(name)}"${ending}`;
}

/** As platforms spell it, for servers that compare letter by letter. */
function spell(name: string): string {
  return name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

function escapeName(name: string): string {
  return name.replace(/\r\n|\r|\n/g, "%0D%0A").replaceAll('"', "%22");
}
