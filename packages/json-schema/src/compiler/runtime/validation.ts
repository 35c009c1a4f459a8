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
  | "fail"
  | "costOf"
  | "failAsNearest"
  | "attempt"
  | "attemptOnce"
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
  validate: {
    needs: [],
    text: `function validate(value, is, list) {
  if (is(value)) return { valid: true, value };
  const errors = [];
  list(value, "", errors);
  return { valid: false, errors };
}`,
  },
  validateGuarded: {
    needs: ["readRefusal"],
    text: `function validateGuarded(value, is, list, location) {
  try {
    const memory = new Map();
    if (is(value, 0, memory)) return { valid: true, value };
    const errors = [];
    list(value, "", errors, 0, memory);
    return { valid: false, errors };
  } catch (error) {
    return { valid: false, errors: [readRefusal(error, location)] };
  }
}`,
  },
  fail: {
    needs: [],
    text: `function fail(errors, keyword, keywordLocation, instanceLocation, params) {
  errors.push({ keyword, keywordLocation, instanceLocation, params });
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
    needs: ["costOf"],
    text: `/** Lists the errors of the branch that the instance comes nearest to. */
function failAsNearest(errors, location, attempts) {
  const costs = attempts.map((attempt) =>
    attempt.reduce((sum, error) => sum + costOf(error, location), 0),
  );
  const least = costs.reduce((best, cost) => Math.min(best, cost), Infinity);
  for (const error of attempts[costs.indexOf(least)]) errors.push(error);
}`,
  },
  attempt: {
    needs: [],
    text: `function attempt(list, value, location) {
  const errors = [];
  list(value, location, errors);
  return errors;
}`,
  },
  attemptOnce: {
    needs: [],
    text: `/** The errors of a branch, listed once for a place: the branches of a recursive union ask for them again. */
function attemptOnce(list, value, location, depth, memory) {
  const known = memory.get(list) ?? new Map();
  memory.set(list, known);
  const errors = known.get(location) ?? [];
  if (!known.has(location)) list(value, location, errors, depth, memory);
  known.set(location, errors);
  return errors;
}`,
  },
  once: {
    needs: [],
    text: `/** Does the value meet a branch? Asked once for an object that lies deep, however many branches ask. */
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
