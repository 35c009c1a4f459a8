import type { RequestListener } from "node:http";

/** A part of a body, its headers by names in lower case. */
export interface Part {
  readonly headers: Readonly<Record<string, string>>;
  readonly content: string;
}
/** What arrived at a server. */
export interface Arrived {
  readonly contentType: string;
  readonly parts: readonly Part[];
}

/** Answers with the parts of a body, read as RFC 2046 says (section 5.1.1); contents as Latin letters, one for each byte. */
export const readParts: RequestListener = async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const contentType = request.headers["content-type"] ?? "";
  const body = Buffer.concat(chunks).toString("latin1");
  const parts = splitParts(contentType, body);
  response.writeHead(parts === undefined ? 400 : 200, { "content-type": "application/json" });
  response.end(JSON.stringify({ contentType, parts }));
};

function readPart(piece: string): Part {
  const [head = "", ...content] = piece.split("\r\n\r\n");
  const lines = head.split("\r\n").slice(1);
  const headers = lines.map((line) => {
    const [, name = "", value = ""] = /^([\w-]+): (.*)$/.exec(line) ?? [];
    return [name.toLowerCase(), value] as const;
  });
  return { headers: Object.fromEntries(headers), content: content.join("\r\n\r\n") };
}

/** The parts of a body of a multipart media type; undefined where its delimiters are not as they should be. */
export function splitParts(contentType: string, body: string): readonly Part[] | undefined {
  const [, boundary = ""] = /;\s*boundary=([^;]+)$/.exec(contentType) ?? [];
  const [preamble, ...pieces] = `\r\n${body}`.split(`\r\n--${boundary}`);
  const isWhole = boundary !== "" && preamble === "" && pieces.pop() === "--\r\n";
  return isWhole ? pieces.map(readPart) : undefined;
}
