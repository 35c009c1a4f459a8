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

/** A validator of a schema, as a peer makes it. */
export type PeerAnswer = (instance: unknown) => boolean;

/** Makes a validator of a schema. */
export type Peer = (question: PeerQuestion) => PeerAnswer | Promise<PeerAnswer>;

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
  const found = await Promise.all([loadAjv(), loadTypebox(), loadHyperjump(), loadAta()]);
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
  const create = (formats: FormatMode) => {
    const validateFormats = formats === "assert";
    const validator = new Ajv({ strict: false, logger: false, validateFormats });
    if (validateFormats) addFormats(validator);
    return validator;
  };
  // To make one takes longer than to ask it, and without remote documents one can be asked again.
  const reused = create("annotate");
  return [
    nameOf("ajv"),
    ({ schema, remotes, formats }) => {
      const isReused = remotes.size === 0 && formats === "annotate";
      const validator = isReused ? reused : create(formats);
      validator["removeSchema"]?.();
      for (const [uri, remote] of remotes) {
        if (!uri.startsWith("https://json-schema.org/")) {
          attempt(() => validator["addSchema"]?.(remote, uri));
        }
      }
      return validator["compile"]?.(schema) as (instance: unknown) => boolean;
    },
  ];
}

/** Adds a remote document; one that a peer refuses, as Ajv those of other drafts, is then missing. */
function attempt(add: () => unknown): void {
  try {
    add();
  } catch {
    // The cases that refer to it count as failed.
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

async function loadHyperjump(): Promise<NamedPeer> {
  const name = "@hyperjump/json-schema";
  const hyperjump = await load(`${name}/draft-2020-12`);
  if (hyperjump === undefined) return undefined;
  const rest = ["formats", "draft-2019-09", "draft-07", "draft-06", "draft-04"];
  for (const part of rest) await load(`${name}/${part}`);
  const call = (key: string, ...args: readonly unknown[]): unknown =>
    (hyperjump[key] as (...args: readonly unknown[]) => unknown)(...args);
  // What is registered is known to all its validators, so every schema has an address of its own.
  const known = new Set<string>();
  const register = (schema: JsonValue, uri: string): void => {
    if (known.has(uri) || uri.startsWith("https://json-schema.org/")) return;
    known.add(uri);
    call("registerSchema", schema, uri, "https://json-schema.org/draft/2020-12/schema");
  };
  return [
    nameOf(name),
    async ({ schema, remotes, formats }) => {
      for (const [uri, remote] of remotes) attempt(() => register(remote, uri));
      const uri = `https://truespec.example/question/${known.size}`;
      register(schema, uri);
      try {
        call("setShouldValidateFormat", formats === "assert");
        const validate = (await call("validate", uri)) as (instance: unknown) => object;
        return (instance) => Object(validate(instance)).valid === true;
      } finally {
        call("unregisterSchema", uri);
      }
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
