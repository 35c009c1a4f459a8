import { dirname, join } from "node:path";
import { readProfile } from "../profile/read-profile.ts";
import { isSidecar, readBareBody } from "./bare-body.ts";
import { type Collected, problemItem } from "./collected.ts";
import { type FileAccess, joinBytes } from "./file-access.ts";
import { readFileText } from "./file-text.ts";
import { isHar, type ReadAttached, readHar, readHarStream } from "./har.ts";
import { isExchangeRecord, messageOf, readExchangeRecord } from "./json-exchange.ts";
import { parseJsonBytes } from "./json-text.ts";
import { maxBodyBytes } from "./limits.ts";
import { readNdjson } from "./ndjson.ts";
import { nameRecordings, type RecordingFile } from "./recording-files.ts";

/** What {@link readRecordings} needs beside the paths. */
export interface ReadRecordingsOptions {
  readonly files: FileAccess;
  /** Label of the operation (`GET /models`) whose bare response bodies the files are. */
  readonly operation?: string | undefined;
}

/**
 * Reads recordings, streaming: HAR, NDJSON, profiles (each also packed with gzip), folders of these, `-` for NDJSON on
 * standard input, and bare bodies when their operation is named. A file that cannot be read is a problem, never an exception.
 *
 * @example
 * ```ts
 * import { createFileAccess, readRecordings } from "@truespec/drift-check";
 *
 * for await (const item of readRecordings(["week.ndjson"], { files: createFileAccess() })) {
 *   if (item.kind === "problem") console.log(item.problem.message);
 * }
 * ```
 */
export async function* readRecordings(
  paths: readonly string[],
  options: ReadRecordingsOptions,
): AsyncIterable<Collected> {
  const { files, operation } = options;
  for (const file of await nameRecordings(paths, files)) {
    if (operation !== undefined && isSidecar(file.path)) continue;
    try {
      yield* readRecording(file, options);
    } catch (error) {
      yield problemItem(file.id, "unreadable", `cannot be read: ${messageOf(error)}`);
    }
  }
}

async function* readRecording(
  file: RecordingFile,
  { files, operation }: ReadRecordingsOptions,
): AsyncIterable<Collected> {
  const { path, id } = file;
  const name = path.toLowerCase().replace(/\.gz$/, "");
  if (/\.(ndjson|jsonl)$/.test(name)) yield* readNdjson(readText(file, files), id);
  else if (name.endsWith(".profile.json")) yield await readProfileFile(file, files);
  else if (name.endsWith(".har")) {
    yield* readHarStream(readText(file, files), id, attachedTo(file, files));
  } else if (operation !== undefined) yield await readBareBody({ path, id, operation }, files);
  else if (path === "-") yield* readNdjson(readText(file, files), id);
  else if (name.endsWith(".json")) yield* readJsonFile(file, files);
  else if (!file.isListed) {
    const message = "not a recording: .har, .ndjson or .profile.json, also with .gz";
    yield problemItem(id, "unreadable", message);
  }
}

function readText({ path }: RecordingFile, files: FileAccess): AsyncIterable<Uint8Array> {
  return readFileText(files.read(path));
}

function attachedTo({ path }: RecordingFile, files: FileAccess): ReadAttached {
  return (name) => joinBytes(files.read(join(dirname(path), name)), maxBodyBytes);
}

async function readProfileFile(file: RecordingFile, files: FileAccess): Promise<Collected> {
  const parsed = await parseFile(file, files);
  if (parsed.kind !== "value") return problemItem(file.id, parsed.kind, `it is ${parsed.message}`);
  return { kind: "profile", profile: readProfile(parsed.value) };
}

/** A JSON file that is not a bare body: an HTTP archive, one exchange or a list of exchanges. */
async function* readJsonFile(file: RecordingFile, files: FileAccess): AsyncIterable<Collected> {
  const parsed = await parseFile(file, files);
  if (parsed.kind !== "value") yield problemItem(file.id, parsed.kind, `it is ${parsed.message}`);
  else if (isHar(parsed.value)) {
    yield* readHar(parsed.value, file.id, attachedTo(file, files));
  } else if (isExchangeRecord(parsed.value)) yield readExchangeRecord(parsed.value, `${file.id}:1`);
  else if (Array.isArray(parsed.value) && parsed.value.some(isExchangeRecord)) {
    for (const [index, entry] of parsed.value.entries()) {
      yield readExchangeRecord(entry, `${file.id}:${index + 1}`);
    }
  } else if (!file.isListed) {
    yield problemItem(file.id, "unreadable", "a bare body: name its operation with --operation");
  }
}

async function parseFile(
  file: RecordingFile,
  files: FileAccess,
): Promise<ReturnType<typeof parseJsonBytes>> {
  const bytes = await joinBytes(readText(file, files), maxBodyBytes);
  return parseJsonBytes(bytes);
}
