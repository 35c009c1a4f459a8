/**
 * Other validators, where `benchmarks/` has them installed. They are no dependency of ours.
 */
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { FormatMode, JsonValue, Schema } from "@truespec/json-schema";

/** A question to a peer: it may throw for what it does not support. */
export interface PeerQuestion {
  readonly schema: Schema;
  readonly remotes: ReadonlyMap<string, JsonValue>;
  readonly formats: FormatMode;
}

/** Makes a validator of a schema. */
export type Peer = (question: PeerQuestion) => (instance: unknown) => boolean;

// Their answers are read as booleans, so what they export needs no more than this.
type Loaded = Record<string, unknown>;
type Constructor = new (
  ...args: readonly unknown[]
) => Record<string, (...args: readonly unknown[]) => unknown>;

const benchmarks = createRequire(join(import.meta.dirname, "../../../benchmarks/package.json"));

async function load(name: string): Promise<Loaded | undefined> {
  try {
    return await import(/* @vite-ignore */ pathToFileURL(benchmarks.resolve(name)).href);
  } catch {
    return undefined;
  }
}

/** The peers that are installed, by name and version. */
export async function loadPeers(): Promise<ReadonlyMap<string, Peer>> {
  const found = await Promise.all([loadAjv(), loadTypebox(), loadAta()]);
  return new Map(found.filter((peer) => peer !== undefined));
}

function nameOf(name: string): string {
  const { version }: { version?: string } = benchmarks(
    join(benchmarks.resolve.paths(name)?.[0] ?? "", name, "package.json"),
  );
  return `${name} ${version}`;
}

type NamedPeer = readonly [string, Peer] | undefined;

async function loadAjv(): Promise<NamedPeer> {
  const ajv = await load("ajv/dist/2020.js");
  const addFormats = (await load("ajv-formats"))?.["default"] as
    | ((ajv: unknown) => void)
    | undefined;
  if (ajv === undefined || addFormats === undefined) return undefined;
  const Ajv = ajv["Ajv2020"] as Constructor;
  return [
    nameOf("ajv"),
    ({ schema, remotes, formats }) => {
      const validator = new Ajv({
        strict: false,
        logger: false,
        validateFormats: formats === "assert",
      });
      if (formats === "assert") addFormats(validator);
      for (const [uri, remote] of remotes) {
        if (!uri.startsWith("https://json-schema.org/")) addLeniently(validator, remote, uri);
      }
      return validator["compile"]?.(schema) as (instance: unknown) => boolean;
    },
  ];
}

/** A remote document of another draft is none of Ajv's, and refused. */
function addLeniently(validator: InstanceType<Constructor>, remote: JsonValue, uri: string): void {
  try {
    validator["addSchema"]?.(remote, uri);
  } catch {
    // The cases that refer to it then count as failed.
  }
}

async function loadTypebox(): Promise<NamedPeer> {
  const typebox = await load("typebox/schema");
  if (typebox === undefined) return undefined;
  const compile = typebox["Compile"] as (
    context: object,
    schema: Schema,
  ) => { Check(instance: unknown): boolean };
  return [
    nameOf("typebox"),
    ({ schema, remotes }) => {
      const validator = compile(Object.fromEntries(remotes), schema);
      return (instance) => validator.Check(instance);
    },
  ];
}

async function loadAta(): Promise<NamedPeer> {
  const ata = await load("ata-validator");
  if (ata === undefined) return undefined;
  const Validator = ata["Validator"] as Constructor;
  return [
    nameOf("ata-validator"),
    ({ schema, remotes, formats }) => {
      const schemas = Object.fromEntries(remotes);
      const validator = new Validator(schema, { schemas, assertFormat: formats === "assert" });
      return (instance) => Object(validator["validate"]?.(instance)).valid === true;
    },
  ];
}
