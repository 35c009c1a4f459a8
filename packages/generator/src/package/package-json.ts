import { isBuiltin } from "node:module";
import type { JsonObject, JsonValue } from "@truespec/json-schema";
import type { Emit, GenerateOptions } from "../options.ts";
import { asObject, own } from "../types/prepare/pointer.ts";

/** What a new package asks of the runtime under its client, and of the interpreter of errors. */
const runtimeRanges: JsonObject = { "@truespec/client": ">=0.0.0 <1" };
const interpreterRanges: JsonObject = { "@truespec/json-schema": ">=0.0.0 <1" };

/** What the package's `tsconfig.json` asks of the compiler. */
const compilerRanges: JsonObject = { typescript: ">=5.8" };

/** npm's word for "all rights reserved": which licence it is, only the people of a package can say. */
const unlicensed = "UNLICENSED";

/** What a package has from its first day on; in one that exists, its absence is its people's choice. */
const givenOnce = ["license", "devDependencies"];

/** The keys that the generator owns; every other key of an existing `package.json` is its people's. */
const ownedKeys = ["name", "type", "sideEffects", "main", "types", "exports", "files"];

/** `package.json` of a new package: everything it needs to be built, published and imported. */
export function printPackageJson(options: GenerateOptions, title: string): string {
  return print({
    name: options.packageName ?? "",
    version: "0.0.0",
    description: describePackage(options.emit, title),
    license: unlicensed,
    type: "module",
    sideEffects: false,
    engines: { node: ">=20.19" },
    ...mainOf(options.emit),
    exports: listExports(options.emit),
    files: listFiles(options.emit),
    ...(needsBuild(options.emit) ? { scripts: { build: "tsc -b", prepack: "tsc -b" } } : {}),
    ...dependenciesOf(options),
    ...(needsBuild(options.emit) ? { devDependencies: compilerRanges } : {}),
  });
}

/**
 * An existing `package.json` with the generator's keys set anew; undefined when it is no JSON object.
 *
 * `engines.node`, scripts and dependencies are added where they are missing and never changed.
 */
export function mergePackageJson(existing: string, generated: string): string | undefined {
  const before = parseObject(existing);
  const after = parseObject(generated);
  if (before === undefined || after === undefined) {
    return undefined;
  }
  const merged: { [key: string]: JsonValue } = { ...before };
  for (const [key, value] of Object.entries(after)) {
    const isAdded = !Object.hasOwn(before, key) && !givenOnce.includes(key);
    if (ownedKeys.includes(key) || isAdded) {
      merged[key] = value;
    }
  }
  for (const key of ["engines", "scripts", "dependencies"]) {
    const added = { ...asObject(own(after, key)), ...asObject(own(before, key)) };
    if (Object.keys(added).length > 0) {
      merged[key] = { ...asObject(own(before, key)), ...added };
    }
  }
  return print(merged);
}

/** Whether the package holds TypeScript that its consumers cannot import as it is. */
export function needsBuild(emit: readonly Emit[]): boolean {
  return emit.includes("types") || emit.includes("client");
}

/** The package of a module specifier; undefined where it names none: a path, a URL, `#own`, a module of Node.js. */
export function packageOf(specifier: string): string | undefined {
  if (/^[./#]|^[a-z][a-z\d+.-]*:/i.test(specifier) || isBuiltin(specifier)) {
    return undefined;
  }
  const [scope = "", name = ""] = specifier.split("/");
  return scope.startsWith("@") ? `${scope}/${name}` : scope;
}

const entries: { readonly [emit in Emit]: JsonObject } = {
  client: { types: "./dist/client.d.ts", default: "./dist/client.js" },
  types: { types: "./dist/types.d.ts", default: "./dist/types.js" },
  validators: { types: "./validators/index.d.ts", default: "./validators/index.js" },
};

const order: readonly Emit[] = ["client", "types", "validators"];

/** What stands for `.` where `exports` is not known: TypeScript's `moduleResolution: node10`. */
function mainOf(emit: readonly Emit[]): JsonObject {
  const [main] = order.filter((one) => emit.includes(one));
  const { default: file, types } = main === undefined ? {} : entries[main];
  return file === undefined || types === undefined ? {} : { main: file, types };
}

/** `.` is the first that is there of client, types, validators; the others have a path of their own. */
function listExports(emit: readonly Emit[]): JsonObject {
  const [main, ...others] = order.filter((one) => emit.includes(one));
  return {
    ...(main === undefined ? {} : { ".": entries[main] }),
    ...Object.fromEntries(others.map((one) => [`./${one}`, entries[one]])),
    "./package.json": "./package.json",
  };
}

function listFiles(emit: readonly Emit[]): readonly string[] {
  return [
    ...(needsBuild(emit) ? ["dist"] : []),
    ...(emit.includes("client") ? ["client.ts"] : []),
    ...(emit.includes("types") ? ["types.ts"] : []),
    ...(emit.includes("validators") ? ["validators"] : []),
    "CHANGELOG.md",
  ];
}

function dependenciesOf(options: GenerateOptions): JsonObject {
  const { emit, packageName, typesFrom, validators } = options;
  const { listing, customFormats = {} } = (emit.includes("validators") && validators) || {};
  const formats = Object.values(customFormats).flatMap((format) =>
    "module" in format ? [format.module] : [],
  );
  const types = emit.includes("types") || typesFrom === undefined ? [] : [typesFrom];
  const imported = [...types, ...formats].flatMap((specifier) => packageOf(specifier) ?? []);
  const dependencies = {
    ...Object.fromEntries(
      imported.filter((one) => one !== packageName).map((one) => [one, "*"] as const),
    ),
    ...(emit.includes("client") ? runtimeRanges : {}),
    ...(listing === "interpreted" ? interpreterRanges : {}),
  };
  return Object.keys(dependencies).length > 0 ? { dependencies } : {};
}

function describePackage(emit: readonly Emit[], title: string): string {
  const what = emit.map((one) => (one === "client" ? "a client" : one)).join(", ");
  return `${title.replace(/\s+/g, " ").trim() || "API"}: ${what}`;
}

function parseObject(text: string): JsonObject | undefined {
  try {
    const value: JsonValue = JSON.parse(text);
    return asObject(value);
  } catch {
    return undefined;
  }
}

function print(value: JsonObject): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
