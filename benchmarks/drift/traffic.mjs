// Recorded traffic to compare with: many exchanges of GET /models, as HAR and as NDJSON.
import { once } from "node:events";
import { createWriteStream, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createApp, loadCatalogue } from "@truespec/openrouter-server";

/**
 * One recorded body of GET /models, and where it comes from.
 *
 * @typedef {object} Recording
 * @property {string} text
 * @property {string} source
 */

/** The largest list of models in the folder that TRUESPEC_RECORDINGS names, else what our own server answers. */
export async function findRecording() {
  const folder = process.env["TRUESPEC_RECORDINGS"];
  if (folder !== undefined && existsSync(folder)) {
    const texts = readdirSync(folder)
      .filter((name) => /^models.*\.json$/.test(name) && !name.endsWith(".headers.json"))
      .map((name) => ({ text: readFileSync(join(folder, name), "utf8"), source: name }));
    const [largest] = texts.sort((left, right) => right.text.length - left.text.length);
    if (largest !== undefined)
      return { ...largest, text: JSON.stringify(JSON.parse(largest.text)) };
  }
  const app = createApp(await loadCatalogue());
  const answer = await app.request("/api/v1/models");
  return { text: await answer.text(), source: "our own openrouter-server" };
}

const url = "https://openrouter.ai/api/v1/models";
const time = "2026-07-29T00:00:00.000Z";
const headers = [{ name: "content-type", value: "application/json" }];

/** Writes an HTTP archive of so many copies. */
export function writeHar(
  /** @type {string} */ path,
  /** @type {string} */ text,
  /** @type {number} */ copies,
) {
  const sizes = { headersSize: -1, bodySize: -1 };
  const lists = { httpVersion: "HTTP/1.1", cookies: [] };
  const content = { size: text.length, mimeType: "application/json", text };
  const entry = JSON.stringify({
    startedDateTime: time,
    time: 1,
    request: { method: "GET", url, headers: [], queryString: [], ...lists, ...sizes },
    response: {
      status: 200,
      statusText: "OK",
      headers,
      content,
      redirectURL: "",
      ...lists,
      ...sizes,
    },
    cache: {},
    timings: { send: 0, wait: 1, receive: 0 },
  });
  const entries = Array.from({ length: copies }, () => entry).join(",");
  const creator = '{"name":"benchmark","version":"1"}';
  writeFileSync(path, `{"log":{"version":"1.2","creator":${creator},"entries":[${entries}]}}`);
}

/** Writes so many copies as newline-delimited exchanges, one after the other; @returns the bytes written */
export async function writeNdjson(
  /** @type {string} */ path,
  /** @type {string} */ text,
  /** @type {number} */ copies,
) {
  const head = `{"time":"${time}","request":{"method":"GET","url":"${url}","headers":{}},`;
  const response = `"response":{"status":200,"headers":{"content-type":"application/json"},"body":${text}}`;
  const line = Buffer.from(`${head}${response}}\n`);
  const stream = createWriteStream(path);
  for (let count = 0; count < copies; count += 1) {
    if (!stream.write(line)) await once(stream, "drain");
  }
  stream.end();
  await once(stream, "close");
  return line.length * copies;
}
