import { createValidator, type JsonValue, openSchemas } from "@truespec/json-schema";
import type { Description } from "@truespec/openapi";
import { judgeValues, type Sampled } from "./generated.ts";
import { mutate } from "./mutations.ts";
import { project, type Strictness } from "./projection.ts";
import { createRandom } from "./random.ts";
import { sample } from "./samples.ts";

/** One value of one component schema, and who accepts it. */
export interface Verdict {
  readonly schema: string;
  readonly value: string;
  /** The generated `isX`. */
  readonly validator: boolean;
  /** Whether the generated `validateX` has errors to tell. */
  readonly errors: boolean;
  /** TypeScript, of the generated type. */
  readonly type: boolean;
  /** What TypeScript can state of the schema. */
  readonly stated: boolean;
  /** Whether the types go beyond JSON Schema there, as the keywords of a schema without a type and a discriminator mean it. */
  readonly deliberate: boolean;
  /** Whether that follows from structure alone, or TypeScript has a mind of its own there. */
  readonly structural: boolean;
}

/** How many values of each component are made. */
export interface AgreementOptions {
  readonly instances: number;
  readonly mutants: number;
}

/** Values of every component schema, with the verdicts of its generated validator and its generated type. */
export async function judge(
  description: Description,
  options: AgreementOptions,
): Promise<readonly Verdict[]> {
  const values = makeValues(description, options);
  const judgements = await judgeValues(description, values);
  const stated = findStated(description, "structure");
  const literally = findStated(description, "literal");
  const asTypeScript = findStated(description, "TypeScript");
  return values.map(({ schema, value }, index) => {
    const judgement = judgements[index];
    const isStated = stated(schema, value);
    return {
      schema,
      value: JSON.stringify(value),
      validator: judgement?.isValid === true,
      errors: judgement?.validates === false,
      type: judgement?.type === true,
      stated: isStated,
      deliberate: isStated !== literally(schema, value),
      structural: isStated === asTypeScript(schema, value),
    };
  });
}

const longest = 5000;

/** The same values on every run: least, full, and in between; each changed at some place. */
function makeValues(description: Description, options: AgreementOptions): readonly Sampled[] {
  const random = createRandom(1);
  const { document } = description;
  return description.schemas.flatMap(({ name, pointer }) => {
    const found = new Map<string, JsonValue>();
    const add = (value: JsonValue | undefined) => {
      const text = value === undefined ? "" : JSON.stringify(value);
      if (value !== undefined && text.length <= longest) found.set(text, value);
    };
    for (let count = 0; count < options.instances; count += 1) {
      const fullness = [0, 1, 0.3, 0.7][count % 4] ?? 0.5;
      const value = sample({ document, random, fullness }, { $ref: `#${encodeURI(pointer)}` });
      add(value);
      for (let change = 0; value !== undefined && change < options.mutants; change += 1) {
        add(mutate(value, random));
      }
    }
    return [...found.values()].map((value) => ({ schema: name, value }));
  });
}

function findStated(
  description: Description,
  strictness: Strictness,
): (schema: string, value: JsonValue) => boolean {
  const schemas = openSchemas(project(description.document, strictness));
  const validators = new Map<string, (value: JsonValue) => boolean>();
  return (schema, value) => {
    const pointer = `/components/schemas/${schema.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    const known = validators.get(schema);
    if (known !== undefined) return known(value);
    const validator = createValidator(schemas, pointer);
    const isStated = (one: JsonValue) => validator(one).valid;
    validators.set(schema, isStated);
    return isStated(value);
  };
}
