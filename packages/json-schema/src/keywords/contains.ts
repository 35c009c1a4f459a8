import type { Check } from "../compiler/table-writer.ts";
import { isSchema } from "../document/node.ts";
import { type Evaluate, withoutTrace } from "../interpreter/plan.ts";
import { descend, reportError } from "../interpreter/report.ts";
import { isJsonArray, type JsonValue } from "../json.ts";
import { acceptsCount } from "./assertion.ts";
import type { Keyword, Site } from "./keyword.ts";

interface Bound {
  readonly keyword: string;
  readonly location: string;
  readonly operator: "<" | ">";
  readonly limit: number;
}

/** What `minContains` and `maxContains` beside it ask; without the first, one item must match. */
function readBounds({ schema, node, location }: Site): readonly Bound[] {
  const read = (name: string): number | undefined => {
    const value: JsonValue | undefined = Object.hasOwn(schema, name) ? schema[name] : undefined;
    return value !== undefined && acceptsCount(value) ? value : undefined;
  };
  const least = read("minContains");
  const most = read("maxContains");
  const bounds: Bound[] = [
    least === undefined
      ? { keyword: "contains", location, operator: "<", limit: 1 }
      : {
          keyword: "minContains",
          location: `${node.pointer}/minContains`,
          operator: "<",
          limit: least,
        },
  ];
  if (most !== undefined) {
    const at = `${node.pointer}/maxContains`;
    bounds.push({ keyword: "maxContains", location: at, operator: ">", limit: most });
  }
  return bounds;
}

function interpret(site: Site): Evaluate {
  const node = site.findSubschema("contains");
  const bounds = readBounds(site);
  return (instance, at) => {
    if (!isJsonArray(instance)) return true;
    const actual = instance.filter((item, index) =>
      site.interpreter.meets(node, item, descend(at, index)),
    ).length;
    const broken = bounds.filter(({ operator, limit }) =>
      operator === "<" ? actual < limit : actual > limit,
    );
    for (const { keyword, location, limit } of broken) {
      reportError(at, keyword, location, { limit, actual });
    }
    return broken.length === 0;
  };
}

const checkContains: Check = {
  name: "checkContains",
  needs: ["fail"],
  text: `function checkContains([is, bounds], value, place) {
  if (!Array.isArray(value)) return;
  let actual = 0;
  for (const item of value) if (is(item, place.depth, place.memory)) actual += 1;
  for (const [keyword, isLeast, limit] of bounds) {
    if (isLeast ? actual < limit : actual > limit) fail(place, keyword, { limit, actual });
  }
}`,
};

/** `contains` with its `minContains` and `maxContains`, Core section 10.3.1.3. */
export const contains: Keyword = {
  name: "contains",
  vocabulary: "applicator",
  target: "array",
  expects: "a schema",
  accepts: isSchema,
  interpret,
  inspect: interpret,
  /** The indices that match, or `true` for all of them. */
  annotate(site) {
    const node = site.findSubschema("contains");
    return (instance, at) => {
      if (!isJsonArray(instance)) return undefined;
      const met = [...instance.keys()].filter((index) =>
        site.interpreter.meets(node, instance[index], withoutTrace(at)),
      );
      return met.length === instance.length || met;
    };
  },
  compile(site, writer) {
    const node = site.findSubschema("contains");
    const count = writer.counter("count");
    writer.eachItem(0, (_, item) => writer.line(`if (${writer.holds(node, item)}) ${count} += 1;`));
    for (const { operator, limit } of readBounds(site)) {
      writer.failIf(`${count} ${operator} ${limit}`);
    }
  },
  tabulate(site, table) {
    const bounds = readBounds(site);
    for (const { keyword } of bounds) table.mayReport(keyword);
    const limits = bounds.map(({ keyword, operator, limit }) => [keyword, operator === "<", limit]);
    const node = site.findSubschema("contains");
    table.add(checkContains, `[${table.question(node)}, ${table.module.literal(limits)}]`);
  },
};

function defineBound(name: string): Keyword {
  return {
    ...{ name, vocabulary: "validation", target: "array", expects: "a non-negative integer" },
    accepts: acceptsCount,
  };
}

/** `minContains`, Validation section 6.4.5: read by `contains`. */
export const minContains: Keyword = defineBound("minContains");

/** `maxContains`, Validation section 6.4.4: read by `contains`. */
export const maxContains: Keyword = defineBound("maxContains");
