/**
 * How a module walks its tables. What a place carries down beside its two locations depends on the
 * module: the errors alone; a memory too, where nearest branches are found once for a place; and where
 * errors may lie very deep, how deep the walk is.
 *
 * There, below the first levels only some are asked, for each would ask about all that are below it, and
 * a value of n levels would take the square of n. What is not asked is gone through.
 */
import { maxReferences } from "../../interpreter/depth.ts";
import type { RuntimeSource } from "./source.ts";

/** The functions that differ from module to module. */
export type WalkerFunction = "validate" | "meets" | "run";

/** What the walk of a module needs: `isDeep` where schemas recur, `remembers` where they have branches. */
export interface Walk {
  readonly isDeep: boolean;
  readonly remembers: boolean;
}

/** The sources of these functions for such a walk. */
export function walkerSources(walk: Walk): Readonly<Record<WalkerFunction, RuntimeSource>> {
  const carried = findCarried(walk);
  return {
    validate: {
      needs: ["meets", "run"],
      text: `function validate(value, schema, errors = []) {
  const place = { ${carried.first} };
  if (!meets(schema, value, place)) run(schema, value, "", "", place);
  return errors.length > 0 ? { valid: false, errors } : { valid: true, value };
}`,
    },
    meets: { needs: ["isOfTypes"], text: walk.isDeep ? meetsDeep : meets },
    run: {
      needs: walk.isDeep ? ["checkType", "Refusal"] : ["checkType"],
      text: `/** Lists what is wrong with a value at a path, by a schema at a pointer. */
function run(schema, value, at, path, { ${carried.taken} }) {
  const place = { at, path, ${carried.given} };
  if (typeof schema === "string") return checkType(schema, value, place);
${walk.isDeep ? referDeep : refer}
  const checks = schema.list ? (schema.checks ??= schema.list()) : schema;
  for (let index = 0; index < checks.length; index += 2) checks[index](checks[index + 1], value, place);
}`,
    },
  };
}

/** The members of a place beside its locations: at the start, as they are taken from one and given to the next. */
interface Carried {
  readonly first: string;
  readonly taken: string;
  readonly given: string;
}

function findCarried({ isDeep, remembers }: Walk): Carried {
  if (isDeep) {
    return {
      first: "depth: -1, level: 0, errors, memory: new Map()",
      taken: "depth, level, errors, memory",
      given: "depth, level: level + 1, errors, memory",
    };
  }
  const taken = remembers ? "errors, memory" : "errors";
  return { first: remembers ? "errors, memory: new Map()" : "errors", taken, given: taken };
}

const meets = `/**
 * Is it known that a value meets a schema?
 *
 * A schema is a text, the types that it allows; a table, which has a function that answers and a list of
 * checks, each before its argument; a table that is referred to, before its pointer; or such a list alone.
 */
function meets(schema, value) {
  if (typeof schema === "string") return isOfTypes(value, schema);
  return (schema[0] ?? schema).is?.(value);
}`;

const meetsDeep = meets
  .replace("(schema, value)", "(schema, value, { depth, level, memory }, isSure)")
  .replace(
    "  return (schema[0] ?? schema).is?.(value);",
    `  if (!isSure && level > 32 && level & (level - 1)) return false;
  if (Array.isArray(schema)) return schema[0]?.is?.(value, depth + 1, memory);
  return schema.is?.(value, depth, memory);`,
  );

/** Statements that go from a reference to its table. */
const refer = "  if (schema[0]?.list) [schema, place.at] = schema;";

const referDeep = `  if (schema[0]?.list) {
    [schema, place.at] = schema;
    place.depth += 1;
  }
  if (place.depth > ${maxReferences}) throw new Refusal();`;
