import { isJsonObject } from "@truespec/json-schema/json";
import { decodeBody } from "./body.ts";
import type { Collected } from "./collected.ts";
import type { HeaderField } from "./exchange.ts";
import { type FileAccess, joinBytes } from "./file-access.ts";
import { readFileText } from "./file-text.ts";
import { readHeaders } from "./headers.ts";
import { readStatus, readTime } from "./json-exchange.ts";
import { maxBodyBytes } from "./limits.ts";
import { redactUrl } from "./secrets.ts";

/** Where a bare body lies and how it is named in reports. */
export interface BareBodyFile {
  readonly path: string;
  readonly id: string;
  /** Label of the operation that answered it, such as `GET /models`. */
  readonly operation: string;
}

/** What stands in `X.headers.json` beside `X.json`. */
interface Sidecar {
  readonly status: number;
  readonly time: string | undefined;
  readonly url: string | undefined;
  readonly headers: readonly HeaderField[];
}

/** Tells whether a file only accompanies a bare body. */
export function isSidecar(path: string): boolean {
  return path.endsWith(".headers.json");
}

/** Reads the bare response body of a named operation; status 200 and the media type of the file's ending unless a sidecar says otherwise. */
export async function readBareBody(file: BareBodyFile, files: FileAccess): Promise<Collected> {
  const sidecar = await readSidecar(file.path, files);
  const bytes = await joinBytes(readFileText(files.read(file.path)), maxBodyBytes);
  const [method = "GET", path = "/"] = file.operation.split(" ", 2);
  return {
    kind: "exchange",
    exchange: {
      id: file.id,
      time: sidecar.time,
      request: { method, url: sidecar.url ?? path, headers: [], body: { kind: "none" } },
      response: {
        status: sidecar.status,
        headers: sidecar.headers,
        body: decodeBody(bytes, sidecar.headers),
      },
      operation: file.operation,
      probed: false,
    },
  };
}

async function readSidecar(path: string, files: FileAccess): Promise<Sidecar> {
  const sidecarPath = path.replace(/\.[^./\\]+(\.gz)?$/i, "").concat(".headers.json");
  if (path === "-" || !(await files.exists(sidecarPath))) return sidecarOf({}, path);
  const bytes = await joinBytes(readFileText(files.read(sidecarPath)), maxBodyBytes);
  return sidecarOf(JSON.parse(new TextDecoder().decode(bytes)), path);
}

function sidecarOf(raw: unknown, path: string): Sidecar {
  const fields = isJsonObject(raw) ? raw : {};
  const request = isJsonObject(fields["request"]) ? fields["request"] : {};
  const url = request["url"] ?? request["uri"];
  const headers = readHeaders(fields["headers"]);
  const time = fields["time"] ?? headers.find((field) => field.name === "date")?.value;
  return {
    status: readStatus(fields["status"]) ?? 200,
    time: readTime(time),
    url: typeof url === "string" ? redactUrl(url) : undefined,
    headers: headers.some((field) => field.name === "content-type")
      ? headers
      : [...headers, { name: "content-type", value: mediaTypeOfEnding(path) }],
  };
}

function mediaTypeOfEnding(path: string): string {
  const name = path.toLowerCase().replace(/\.gz$/, "");
  if (name.endsWith(".xml") || name.endsWith(".rss")) return "application/xml";
  if (name.endsWith(".html")) return "text/html";
  if (name.endsWith(".txt")) return "text/plain";
  return "application/json";
}
