import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Connection, Result } from "@truespec/client";
import type { GenerateOptions } from "@truespec/generator";
import { loadParts } from "../harness/load-parts.ts";
import { serve } from "../harness/serve.ts";
import { generateInto } from "./generate-into.ts";
import { type Arrived, readParts } from "./read-parts.ts";
import { typeCheck } from "./type-check.ts";

/** Types, client and validators of a description, ready to be used. */
export interface GeneratedApi {
  /** The names of all validators, such as `validatePet`. */
  readonly validators: readonly string[];
  /** What both functions of a validator say of a value: `["isPet", "validatePet"]`. */
  readonly judge: (name: string, value: unknown) => readonly [boolean, boolean];
  /** Calls an operation by its name; gives what arrived at a server. */
  readonly arrive: (name: string, body: unknown, contentType?: string) => Promise<Arrived>;
  /** What the compiler says of a module that stands beside the generated ones, and of the client. */
  readonly check: (text: string) => readonly string[];
  readonly remove: () => void;
}

/** Generates all of a description, of which some parts are given. */
export async function generateApi(
  document: object,
  options: Pick<GenerateOptions, "types"> = {},
): Promise<GeneratedApi> {
  const emit = ["types", "client", "validators"] as const;
  const { folder } = await generateInto(await loadParts(document), { ...options, emit });
  const client: Readonly<Record<string, unknown>> = await import(join(folder, "client.ts"));
  const validators: typeof client = await import(join(folder, "validators/index.js"));
  return {
    validators: Object.keys(validators).filter((name) => name.startsWith("validate")),
    judge: (name, value) => {
      const isValid = validators[`is${name}`];
      const validate = validators[`validate${name}`];
      if (typeof isValid !== "function" || typeof validate !== "function") throw new Error(name);
      return [isValid(value), validate(value).valid];
    },
    arrive: (name, body, contentType) => arrive(client, name, { body, contentType }),
    check: (text) => {
      const path = join(folder, "use.ts");
      writeFileSync(path, text);
      return typeCheck([path, join(folder, "client.ts")]);
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

async function arrive(
  client: Readonly<Record<string, unknown>>,
  name: string,
  input: object,
): Promise<Arrived> {
  const baseUrl = await serve(readParts);
  const { createConnection } = client as { createConnection: (options: object) => Connection };
  const call = client[name] as (connection: Connection, input: object) => Promise<Result>;
  const result = await call(createConnection({ baseUrl, retry: false }), input);
  if (!result.ok) throw new Error(`${result.status}`);
  // As the server above answers.
  return result.data as Arrived;
}
