import { isJsonObject } from "@truespec/json-schema/json";
import type { FoundChange } from "../change.ts";
import { readSite } from "../schema/facet.ts";
import { explainDiscriminators } from "./discriminators.ts";
import type { Below, Level } from "./level.ts";
import type { SchemaPair, SchemaWalk } from "./schema-walk.ts";

/** Names what changed beside validity: what discriminators choose, and what stands in a text that is JSON. */
export function explainBeside(walk: SchemaWalk, pair: Below, told: readonly FoundChange[]): Level {
  const { changes, below } = explainDiscriminators(walk, pair, told);
  return { changes, below: [...below, ...pairContents(pair)] };
}

/** The schemas of what a text holds; where one side has none it may be anything. */
function pairContents(pair: Below): readonly Below[] {
  const [before, after] = [contentsOf(pair.before), contentsOf(pair.after)];
  return before.length + after.length === 0 ? [] : [{ before, after, pointer: pair.pointer }];
}

function contentsOf(sites: SchemaPair["before"]): SchemaPair["before"] {
  return sites.flatMap((site) =>
    isJsonObject(site.schema) ? (readSite(site, site.schema, "contentSchema") ?? []) : [],
  );
}
