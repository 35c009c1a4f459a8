import type { RuntimeSource } from "./source.ts";

/** How generated code lists errors and ends an evaluation. */
export type ValidationFunction =
  | "escapeToken"
  | "Refusal"
  | "refuse"
  | "readRefusal"
  | "isValid"
  | "validateGuarded"
  | "validateFirst"
  | "fail"
  | "checkType"
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
  validateGuarded: {
    needs: ["validate", "readRefusal"],
    text: `function validateGuarded(value, schema, errors = []) {
  try {
    return validate(value, schema, errors);
  } catch (error) {
    return { valid: false, errors: [readRefusal(error, schema[1])] };
  }
}`,
  },
  validateFirst: {
    needs: ["validateGuarded", "Refusal"],
    text: `/** The first error alone: the list ends the evaluation. */
function validateFirst(value, schema) {
  const push = (error) => {
    throw new Refusal(error);
  };
  return validateGuarded(value, schema, { length: 0, push });
}`,
  },
  fail: {
    needs: [],
    text: `function fail({ at, path, errors }, keyword, params) {
  errors.push({ keyword, keywordLocation: at + "/" + keyword, instanceLocation: path, params });
}`,
  },
  checkType: {
    needs: ["isOfTypes", "fail"],
    text: `function checkType(types, value, place) {
  if (!isOfTypes(value, types)) fail(place, "type", { expected: types.split(","), actual: instanceType(value) });
}`,
  },
  costOf: {
    needs: [],
    text: `function costOf(errors, path) {
  let cost = 0;
  for (const { keyword, instanceLocation } of errors) {
    const isChoice = keyword === "const" || keyword === "enum";
    if (instanceLocation === path) cost += isChoice || keyword === "type" || keyword === "false" ? 1e6 : 2;
    else cost += isChoice && instanceLocation.lastIndexOf("/") === path.length ? 1e3 : 1;
  }
  return Math.min(cost, 1e6);
}`,
  },
  failAsNearest: {
    needs: ["costOf", "run", "fail"],
    text: `/** Lists the errors of the branch that the value comes nearest to: found once for a place, since recursion asks again. */
function failAsNearest(schemas, value, place, keyword) {
  const { path, errors, memory } = place;
  const at = place.at + "/" + keyword + "/";
  const key = path.length + at + path;
  if (!memory.has(key)) {
    let least = Infinity;
    schemas.forEach((schema, index) => {
      const found = [];
      run(schema, value, at + index, path, { ...place, errors: found });
      const cost = costOf(found, path);
      if (cost < least) memory.set(key, found);
      least = Math.min(cost, least);
    });
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
