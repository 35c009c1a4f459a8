/**
 * The declarations of a module: they import nothing but what the targets' types need.
 */
import type { ValidatorTarget } from "./target.ts";

/** The TypeScript declarations of a module with these targets. */
export function printDeclarations(targets: readonly ValidatorTarget[], imports: string): string {
  const types = [imports, ...targets.map(({ type = "" }) => type)].join("\n");
  const mark = findMark([types, ...targets.map(({ name }) => name)].join("\n"));
  const taken = new Set(types.match(names));
  const printed = targets.map((target, index) =>
    taken.has(target.name) || taken.has(`${target.name}JsonSchema`) || !harmless.test(target.name)
      ? printRenamed(target, `${index + 1}${mark}`, mark)
      : printTarget(target, `${index + 1}${mark}`, mark),
  );
  const parts = [
    ...(imports.trim() === "" ? [] : [imports.trim()]),
    shared.replaceAll("$", () => mark),
    printed.join("\n"),
    // Makes a module of it even where nothing is declared, and keeps what is not exported inside.
    "export {};",
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** The names in a text of TypeScript but those after a dot. */
const names = /(?<![\p{ID_Continue}$.])[\p{ID_Start}$_][\p{ID_Continue}$]*/gu;

/** No word that is reserved begins with a capital. */
const harmless = /^[A-Z]/;

/** What makes our own names differ from all that the caller's types may name. */
function findMark(outside: string): string {
  let mark = "$";
  for (let count = 1; outside.includes(mark); count += 1) mark = `$${count}$`;
  return mark;
}

/** One declaration for all of a target: fewer are less to read, in a file of thousands. */
function printTarget(target: ValidatorTarget, id: string, mark: string): string {
  const { name } = target;
  const { alias, value, functions } = printFunctions(target, id, mark);
  return `${alias}${functions}, ${name}: StandardSchema${mark}<${value}>, ${name}JsonSchema: StandardJsonSchema${mark}<${value}>;`;
}

/** For a name that is reserved, or that means something else in the module: it is given on export. */
function printRenamed(target: ValidatorTarget, id: string, mark: string): string {
  const { name } = target;
  const { alias, value, functions } = printFunctions(target, id, mark);
  return `${alias}${functions};
declare const standard${id}: StandardSchema${mark}<${value}>, schema${id}: StandardJsonSchema${mark}<${value}>;
export { standard${id} as ${name}, schema${id} as ${name}JsonSchema };`;
}

function printFunctions({ name, type = "unknown" }: ValidatorTarget, id: string, mark: string) {
  const value = plainType.test(type) ? type : `Value${id}`;
  const alias = value === type ? "" : `type ${value} = ${type};\n`;
  const functions = `export declare const is${name}: Is${mark}<${value}>, validate${name}: Validate${mark}<${value}>`;
  return { alias, value, functions };
}

/** A type that is no longer than a name for it. */
const plainType = /^[A-Za-z0-9_$.]+$/;

/** `$` stands for the mark. The two interfaces are those of `@standard-schema/spec` 1.1. */
const shared = `/** One assertion that a value does not meet: which keyword, where in the schema, where in the value. */
interface ValidationError$ {
  readonly keyword: string;
  /** JSON Pointer of the keyword in the schema document. */
  readonly keywordLocation: string;
  /** JSON Pointer into the value. */
  readonly instanceLocation: string;
  readonly params: { readonly [name: string]: unknown };
}

type Validation$<T> =
  | { readonly valid: true; readonly value: T }
  | { readonly valid: false; readonly errors: readonly ValidationError$[] };

interface Is$<T> {
  /** Is the value valid? */
  (value: unknown): value is T;
}

interface Validate$<T> {
  /** The value itself, typed, or every error of it. */
  (value: unknown): Validation$<T>;
}

interface StandardIssue$ {
  readonly message: string;
  readonly path: readonly (string | number)[];
}

type StandardResult$<T> =
  | { readonly value: T; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue$[] };

interface StandardTypes$<T> {
  readonly input: T;
  readonly output: T;
}

/** A Standard Schema, version 1. */
interface StandardSchema$<T> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "truespec";
    readonly types?: StandardTypes$<T> | undefined;
    readonly validate: (value: unknown) => StandardResult$<T>;
  };
}

interface StandardJsonSchemaOptions$ {
  readonly target: string;
}

/** A JSON Schema of draft 2020-12, which is a Standard JSON Schema, version 1, too. */
interface StandardJsonSchema$<T> {
  readonly [keyword: string]: unknown;
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "truespec";
    readonly types?: StandardTypes$<T> | undefined;
    readonly jsonSchema: {
      /** Throws for a target other than \`draft-2020-12\`. */
      readonly input: (options: StandardJsonSchemaOptions$) => { [keyword: string]: unknown };
      /** Throws for a target other than \`draft-2020-12\`. */
      readonly output: (options: StandardJsonSchemaOptions$) => { [keyword: string]: unknown };
    };
  };
}`;
