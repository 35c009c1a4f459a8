import type { SchemaWriter } from "../compiler/schema-writer.ts";
import type { Check } from "../compiler/table-writer.ts";
import { among, deepestValue, isDeeper, isEqual, toJsonScalar } from "../instance.ts";
import { acceptsUnlisted } from "../interpreter/conventions.ts";
import type { Evaluate } from "../interpreter/plan.ts";
import type { JsonValue } from "../json.ts";
import { defineAssertion } from "./assertion.ts";
import type { Keyword, Site } from "./keyword.ts";

/** Up to so many values of a kind a chain of comparisons is the fastest. */
const longestChain = 8;

/** Is it an array or an object, which are compared by what is in them? */
export function isComposite(value: JsonValue): boolean {
  return typeof value === "object" && value !== null;
}

/** The condition under which the value in a variable equals none of these. */
export function equalCondition(
  values: readonly JsonValue[],
  instance: string,
  writer: SchemaWriter,
): string {
  const { textSet, scalarSet, compositeSet, literal, constant, use } = writer.module;
  const texts = values.filter((value) => typeof value === "string");
  const composites = values.filter(isComposite);
  const scalars = values.filter((value) => typeof value !== "string" && !isComposite(value));
  const differs = (value: JsonValue) => `${instance} !== ${literal(value)}`;
  const conditions = [
    ...(texts.length > longestChain ? [`!${textSet(texts)}(${instance})`] : texts.map(differs)),
    ...(scalars.length > longestChain
      ? [`!${scalarSet(scalars)}(${instance})`]
      : scalars.map(differs)),
    ...(composites.length > longestChain
      ? [`!${compositeSet(composites)}(${instance})`]
      : composites.map((value) => `!${use("isEqual")}(${instance}, ${constant(value)})`)),
  ];
  return conditions.length === 0 ? "true" : conditions.join(" && ");
}

const accepts = (value: JsonValue): value is readonly JsonValue[] =>
  Array.isArray(value) && !isDeeper(value, deepestValue + 1);

const strict = defineAssertion({
  name: "enum",
  target: "any",
  expects: `a list of values of at most ${deepestValue} levels`,
  accepts,
  findFailure: (allowed, instance) =>
    allowed.some((value) => isEqual(value, instance))
      ? undefined
      : { expected: allowed, actual: toJsonScalar(instance) },
  compile: equalCondition,
  failure(allowed) {
    const params = "{ expected, actual: toJsonScalar(value) }";
    return allowed.some(isComposite)
      ? {
          condition: "!expected.some((one) => isEqual(one, value))",
          ...{ params, variant: "Deep", needs: ["isEqual", "toJsonScalar"] },
        }
      : { condition: "!expected.includes(value)", params, needs: ["toJsonScalar"] };
  },
});

/** Where every string is accepted; of other values those alone that are listed. */
const checkOpenEnum: Check = {
  name: "checkOpenEnum",
  needs: ["isEqual", "toJsonScalar", "fail"],
  text: `function checkOpenEnum(expected, value, place) {
  if (typeof value !== "string" && !expected.some((one) => isEqual(one, value))) {
    fail(place, "enum", { expected, actual: toJsonScalar(value) });
  }
}`,
};

function interpret(site: Site): Evaluate | undefined {
  const { value, interpreter, schema } = site;
  const evaluate = strict.interpret?.(site);
  if (evaluate === undefined || !accepts(value)) return undefined;
  if (acceptsUnlisted(interpreter, schema)) {
    return (instance, at) => typeof instance === "string" || evaluate(instance, at);
  }
  if (value.length <= longestChain) return evaluate;
  const scalars = new Set<unknown>(value.filter((one) => !isComposite(one)));
  const isComposed = among(value.filter(isComposite));
  return (instance, at) => scalars.has(instance) || isComposed(instance) || evaluate(instance, at);
}

/**
 * `enum`, Validation section 6.1.2. An empty list allows nothing. An enumeration that the
 * conventions hold for open accepts every string besides.
 */
export const enumeration: Keyword = {
  ...strict,
  interpret,
  inspect: interpret,
  compile(site, writer) {
    const { value, interpreter, schema } = site;
    if (!accepts(value)) return;
    if (!acceptsUnlisted(interpreter, schema)) return strict.compile?.(site, writer);
    const others = value.filter((one) => typeof one !== "string");
    const unlisted = equalCondition(others, writer.value, writer);
    const isText = `typeof ${writer.value} !== "string"`;
    writer.failIf(others.length === 0 ? isText : `${isText} && ${unlisted}`);
  },
  tabulate(site, table) {
    const { value, interpreter, schema } = site;
    if (!acceptsUnlisted(interpreter, schema)) return strict.tabulate?.(site, table);
    table.mayReport("enum");
    table.add(checkOpenEnum, table.module.literal(value));
  },
};
