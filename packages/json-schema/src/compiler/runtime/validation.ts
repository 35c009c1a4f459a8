import type { RuntimeSource } from "./source.ts";

/** How generated code lists errors and begins and ends an evaluation. */
export type ValidationFunction =
  | "escapeToken"
  | "Refusal"
  | "refuse"
  | "readRefusal"
  | "isValid"
  | "stop"
  | "list"
  | "validate"
  | "validateGuarded"
  | "placeIn"
  | "schemaPointer"
  | "valuePointer"
  | "fail"
  | "run"
  | "meets"
  | "costOf"
  | "failAsNearest"
  | "findTagged"
  | "once";

/** Their sources. */
export const validationSources: Readonly<Record<ValidationFunction, RuntimeSource>> = {
  escapeToken: {
    needs: [],
    text: `function escapeToken(token) {
  return /[~/]/.test(token) ? token.replaceAll("~", "~0").replaceAll("/", "~1") : token;
}`,
  },
  Refusal: {
    needs: [],
    text: `/** Thrown where an evaluation cannot go on, caught where it began. */
class Refusal {
  constructor(error) {
    this.error = error;
  }
}`,
  },
  refuse: {
    needs: ["Refusal"],
    text: `function refuse(keyword, keywordLocation, params) {
  throw new Refusal({ keyword, keywordLocation, instanceLocation: "", params });
}`,
  },
  readRefusal: {
    needs: ["Refusal"],
    text: `/** The error of an evaluation that did not end; a stack that ran out went too deep as well. */
function readRefusal(error, location) {
  if (error instanceof Refusal && error.error !== undefined) return error.error;
  if (!(error instanceof Refusal) && !(error instanceof RangeError)) throw error;
  return { keyword: "depth", keywordLocation: location, instanceLocation: "", params: {} };
}`,
  },
  isValid: {
    needs: ["readRefusal"],
    text: `function isValid(value, is) {
  try {
    return is(value, 0, new Map());
  } catch (error) {
    readRefusal(error, "");
    return false;
  }
}`,
  },
  stop: {
    needs: [],
    text: `/** While errors are to be listed: where the last function ended, so that they are sought from there on. */
let stopped;

/** No, at an item of an array. */
function stop(is, array, index) {
  if (stopped !== undefined) {
    stopped.is = is;
    stopped.array = array;
    stopped.index = index;
  }
  return false;
}`,
  },
  list: {
    needs: ["run", "placeIn", "stop"],
    text: `function list(value, schema, at, memory) {
  const found = {};
  try {
    stopped = found;
    if (schema.is(value, 0, memory)) return { valid: true, value };
  } finally {
    stopped = undefined;
  }
  const errors = [];
  run(schema.list(), value, placeIn({ errors, depth: -1, memory, found }, at));
  return { valid: false, errors };
}`,
  },
  validate: {
    needs: ["list"],
    text: `function validate(value, schema, at) {
  return list(value, schema, at, new Map());
}`,
  },
  validateGuarded: {
    needs: ["list", "readRefusal"],
    text: `function validateGuarded(value, schema, at) {
  try {
    return list(value, schema, at, new Map());
  } catch (error) {
    return { valid: false, errors: [readRefusal(error, at)] };
  }
}`,
  },
  placeIn: {
    needs: [],
    text: `/**
 * A place of the evaluation: at the schema with this pointer, which a reference leads to, or a step
 * or two below another place's, and perhaps a step down in the value.
 */
function placeIn(above, at, keyword, token, step) {
  const { errors, memory, found, isQuestion } = above;
  const depth = at === undefined ? above.depth : above.depth + 1;
  return { above, at, keyword, token, step, errors, depth, memory, found, isQuestion };
}`,
  },
  schemaPointer: {
    needs: ["escapeToken"],
    text: `function schemaPointer({ above, at, keyword, token }) {
  if (at !== undefined) return at;
  const pointer = schemaPointer(above) + (keyword === undefined ? "" : "/" + keyword);
  return token === undefined ? pointer : pointer + "/" + escapeToken(String(token));
}`,
  },
  valuePointer: {
    needs: ["escapeToken"],
    text: `function valuePointer({ above, step }) {
  const pointer = above.above === undefined ? "" : valuePointer(above);
  return step === undefined ? pointer : pointer + "/" + escapeToken(String(step));
}`,
  },
  fail: {
    needs: ["schemaPointer", "valuePointer"],
    text: `function fail(place, keyword, params) {
  const keywordLocation = schemaPointer(place) + "/" + keyword;
  place.errors.push({ keyword, keywordLocation, instanceLocation: valuePointer(place), params });
}`,
  },
  run: {
    needs: ["placeIn"],
    text: `/**
 * Lists what is wrong with a value. A schema is a list of checks, each before its argument, or an
 * object that makes such a list where its function says no.
 */
function run(schema, value, place, keyword, token, step, at) {
  let checks = schema;
  if (!Array.isArray(schema)) {
    const { memory, found } = place;
    const depth = at === undefined ? place.depth : place.depth + 1;
    const isKnown = found.array === value && found.is === schema.is;
    if (!isKnown && schema.is(value, depth, memory)) return;
    if (place.isQuestion) {
      place.errors.push(schema);
      return;
    }
    checks = memory.get(schema) ?? schema.list();
    memory.set(schema, checks);
  }
  const inner = placeIn(place, at, keyword, token, step);
  for (let index = 0; index < checks.length; index += 2) checks[index](checks[index + 1], value, inner);
}`,
  },
  meets: {
    needs: ["run"],
    text: `function meets(schema, value, place) {
  const errors = [];
  run(schema, value, { ...place, errors, isQuestion: true });
  return errors.length === 0;
}`,
  },
  costOf: {
    needs: [],
    text: `function costOf({ keyword, instanceLocation }, location) {
  const isChoice = keyword === "const" || keyword === "enum";
  if (instanceLocation === location) {
    return isChoice || keyword === "type" || keyword === "false" ? 1000000 : 2;
  }
  const parent = instanceLocation.slice(0, instanceLocation.lastIndexOf("/"));
  return isChoice && parent === location ? 1000 : 1;
}`,
  },
  failAsNearest: {
    needs: ["costOf", "run", "fail"],
    text: `/** Lists the errors of the branch that the value comes nearest to: found once for a place, since recursion asks again. */
function failAsNearest([schemas, findTag], value, place, keyword) {
  const location = valuePointer(place);
  const at = schemaPointer(place);
  const known = place.memory.get(schemas) ?? new Map();
  place.memory.set(schemas, known);
  const key = at.length + at + location;
  if (!known.has(key)) {
    const attempts = schemas.map((schema, index) => {
      const errors = [];
      run(schema, value, { ...place, errors }, keyword, index);
      return errors;
    });
    const costs = attempts.map((errors) => errors.reduce((sum, error) => sum + costOf(error, location), 0));
    const nearest = costs.indexOf(costs.reduce((least, cost) => Math.min(least, cost)));
    known.set(key, attempts[findTag?.(value) ?? nearest]);
  }
  for (const error of known.get(key)) place.errors.push(error);
  fail(place, keyword, {});
}`,
  },
  findTagged: {
    needs: ["isObject"],
    text: `/** The index of the branch that the value's discriminator names. */
function findTagged(value, name, tags) {
  if (!isObject(value) || !Object.prototype.propertyIsEnumerable.call(value, name)) return undefined;
  return tags.find(([tag]) => tag === value[name])?.[1];
}`,
  },
  once: {
    needs: [],
    text: `/** Does the value meet a schema? Asked once for an object that lies deep, however many branches ask. */
function once(is, value, depth, memory) {
  if (depth <= 4 || typeof value !== "object" || value === null) return is(value, depth, memory);
  const known = memory.get(is) ?? new Map();
  memory.set(is, known);
  const answer = known.get(value) ?? is(value, depth, memory);
  known.set(value, answer);
  return answer;
}`,
  },
};
