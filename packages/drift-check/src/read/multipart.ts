/** A part of a multipart body. */
export interface Part {
  /** Of `Content-Disposition`; undefined where it is not told. */
  readonly name: string | undefined;
  /** Its `Content-Type`, as it was sent. */
  readonly mediaType: string | undefined;
  readonly text: string;
}

/**
 * The parts of a multipart body. What stands before the first boundary and behind the last is none; the last part
 * counts also where the recording ends before its boundary. Undefined where the content type names no boundary.
 *
 * @see https://www.rfc-editor.org/rfc/rfc2046#section-5.1
 */
export function parseMultipart(text: string, contentType: string): readonly Part[] | undefined {
  const boundary = parameterOf(contentType, "boundary");
  if (boundary === undefined || boundary === "") return undefined;
  const [, ...pieces] = `\n${text}`.split(`\n--${boundary}`);
  const end = pieces.findIndex((piece) => piece.startsWith("--"));
  return (end < 0 ? pieces : pieces.slice(0, end)).map(readPart);
}

function readPart(piece: string): Part {
  const [, head = "", text = ""] = /^[^\n]*\n((?:[^\r\n]+\r?\n)*)\r?\n?(.*)$/s.exec(piece) ?? [];
  const fields = new Map(
    head.split(/\r?\n/).map((line): [string, string] => {
      const at = line.indexOf(":");
      return [line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()];
    }),
  );
  return {
    name: parameterOf(fields.get("content-disposition") ?? "", "name"),
    mediaType: fields.get("content-type"),
    text: text.replace(/\r$/, ""),
  };
}

/** A parameter of a header's value, without its quotes. */
function parameterOf(value: string, name: string): string | undefined {
  const [, quoted, plain] =
    new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;"]+))`, "i").exec(value.slice(0, 1_000)) ??
    [];
  return quoted ?? plain;
}
