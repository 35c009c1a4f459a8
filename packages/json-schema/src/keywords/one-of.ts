import { reportError } from "../interpreter/report.ts";
import { acceptsSchemas, findBranches, findMet, reportNoneMet } from "./branches.ts";
import { findTags } from "./discriminator.ts";
import type { Keyword } from "./keyword.ts";
import { tabulateUnion } from "./unions.ts";

/** `oneOf`, Core section 10.2.1.3. */
export const oneOf: Keyword = {
  name: "oneOf",
  vocabulary: "applicator",
  target: "any",
  expects: "a list of schemas, not empty",
  accepts: acceptsSchemas,
  interpret(site) {
    const branches = findBranches(site, "oneOf");
    return (instance, at) => {
      const met = findMet(site, branches, instance, { at, count: 2 });
      if (met.length === 1) return true;
      if (met.length > 1) return reportError(at, "oneOf", site.location, { matched: met });
      return reportNoneMet(site, branches, instance, { ...at, keyword: "oneOf", params: {} });
    };
  },
  /** Where no branch is met, the nearest one's errors say so at this place. */
  inspect(site) {
    const branches = findBranches(site, "oneOf");
    return (instance, at) => {
      const met = findMet(site, branches, instance, { at, count: 2 });
      return met.length < 2 || reportError(at, "oneOf", site.location, { matched: met });
    };
  },
  applyInPlace(site) {
    const nodes = findBranches(site, "oneOf");
    return { kind: "any", nodes, tags: findTags(site, nodes) };
  },
  compile(site, writer) {
    const branches = findBranches(site, "oneOf");
    if (writer.dispatch(branches)) return;
    const met = branches.map((branch) => writer.holds(branch, writer.value));
    if (writer.areDisjoint(branches)) {
      writer.failIf(`!(${met.join(" || ")})`);
      return;
    }
    // Each branch is asked once: a recursive one asked twice would cost 2 to the power of the depth.
    const count = writer.counter("count");
    const line = (condition: string) => writer.line(`if (${condition}) ${count} += 1;`);
    for (const [index, condition] of met.entries()) {
      line(index < 2 ? condition : `${count} < 2 && ${condition}`);
    }
    writer.failIf(`${count} !== 1`);
  },
  tabulate: (site, table) => tabulateUnion(site, table, "oneOf"),
};
