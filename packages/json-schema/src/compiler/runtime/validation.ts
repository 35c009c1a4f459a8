import type { RuntimeSource } from "./source.ts";

/** How generated code lists errors and begins and ends an evaluation. */
export type ValidationFunction =
  | "escapeToken"
  | "Refusal"
  | "refuse"
  | "readRefusal"
  | "isValid"
  | "validate"
  | "validateGuarded"
  | "validateFirst"
  | "schemaPointer"
  | "valuePointer"
  | "fail"
  | "checkType"
  | "run"
  | "costOf"
  | "failAsNearest"
  | "findTagged"
  | "once";

/** Their sources. */
export const validationSources: Readonly<Record<ValidationFunction, RuntimeSource>> = {
  escapeToken: {
    needs: [],
    text: `function escapeToken(token) {
  return "/" + (/[~/]/.test(token) ? token.replaceAll("~", "~0").replaceAll("/", "~1") : token);
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
  validate: {
    needs: ["run"],
    text: `function validate(value, schema, at, errors = []) {
  run(schema, value, { depth: -1, errors, memory: new Map() }, undefined, undefined, undefined, at);
  return errors.length === 0 ? { valid: true, value } : { valid: false, errors };
}`,
  },
  validateGuarded: {
    needs: ["validate", "readRefusal"],
    text: `function validateGuarded(value, schema, at, errors = []) {
  try {
    return validate(value, schema, at, errors);
  } catch (error) {
    return { valid: false, errors: [readRefusal(error, at)] };
  }
}`,
  },
  validateFirst: {
    needs: ["validateGuarded", "Refusal"],
    text: `/** The first error alone: the list ends the evaluation. */
function validateFirst(value, schema, at) {
  const push = (error) => {
    throw new Refusal(error);
  };
  return validateGuarded(value, schema, at, { length: 0, push });
}`,
  },
  schemaPointer: {
    needs: ["escapeToken"],
    text: `function schemaPointer({ above, at, keyword, token }) {
  if (at !== undefined) return at;
  const pointer = schemaPointer(above) + "/" + keyword;
  return token === undefined ? pointer : pointer + escapeToken(token);
}`,
  },
  valuePointer: {
    needs: ["escapeToken"],
    text: `function valuePointer({ above, step }) {
  if (above === undefined) return "";
  const pointer = valuePointer(above);
  return step === undefined ? pointer : pointer + escapeToken(step);
}`,
  },
  fail: {
    needs: ["schemaPointer", "valuePointer"],
    text: `function fail(place, keyword, params) {
  const keywordLocation = schemaPointer(place) + "/" + keyword;
  place.errors.push({ keyword, keywordLocation, instanceLocation: valuePointer(place), params });
}`,
  },
  checkType: {
    needs: ["isOfTypes", "fail"],
    text: `function checkType(types, value, place) {
  if (!isOfTypes(value, types)) fail(place, "type", { expected: types.split(","), actual: instanceType(value) });
}`,
  },
  run: {
    needs: ["checkType"],
    text: `/**
 * Lists what is wrong with a value: that of the place above, or a step below it. The schema is the one
 * at a pointer, or a keyword and perhaps a token below the schema above.
 *
 * A schema is a text, the types that it allows; an object, which makes a list where its function says
 * no; or that list, in which each check stands before its argument, and a schema that is referred to
 * before its pointer.
 */
function run(schema, value, above, keyword, token, step, at) {
  const depth = at === undefined ? above.depth : above.depth + 1;
  let checks = schema;
  if (typeof schema === "string") {
    if (isOfTypes(value, schema)) return;
    checks = [checkType, schema];
  } else if (!Array.isArray(schema)) {
    if (schema.is?.(value, depth, above.memory)) return;
    checks = schema.checks ??= schema.list();
  } else if (schema.length === 2 && typeof schema[0] === "object") {
    return run(schema[0], value, above, keyword, token, step, schema[1]);
  }
  const place = { above, keyword, token, step, at, depth, errors: above.errors, memory: above.memory };
  for (let index = 0; index < checks.length; index += 2) {
    const check = checks[index];
    const argument = checks[index + 1];
    if (typeof check === "function") check(argument, value, place);
    else run(check, value, place, undefined, undefined, undefined, argument);
  }
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
function failAsNearest([schemas, , findTag], value, place, keyword) {
  const { errors, memory } = place;
  const location = valuePointer(place);
  const key = JSON.stringify([keyword, schemaPointer(place), location]);
  if (!memory.has(key)) {
    const tagged = findTag?.(value);
    let least = Infinity;
    for (const [index, schema] of schemas.entries()) {
      if (tagged !== undefined && tagged !== index) continue;
      const found = [];
      run(schema, value, { ...place, errors: found }, keyword, index);
      const cost = found.reduce((sum, error) => sum + costOf(error, location), 0);
      if (cost < least) memory.set(key, found);
      least = Math.min(cost, least);
    }
  }
  for (const error of memory.get(key)) errors.push(error);
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
