import { acceptsSchemas, findBranches, findMet, reportNoneMet } from "./branches.ts";
import { findTags } from "./discriminator.ts";
import type { Keyword } from "./keyword.ts";
import { tabulateUnion } from "./unions.ts";

/** `anyOf`, Core section 10.2.1.2. */
export const anyOf: Keyword = {
  name: "anyOf",
  vocabulary: "applicator",
  target: "any",
  expects: "a list of schemas, not empty",
  accepts: acceptsSchemas,
  interpret(site) {
    const branches = findBranches(site, "anyOf");
    return (instance, at) => {
      const met = findMet(site, branches, instance, { at, count: 1 });
      if (met.length > 0) return true;
      return reportNoneMet(site, branches, instance, { ...at, keyword: "anyOf", params: {} });
    };
  },
  applyInPlace(site) {
    const nodes = findBranches(site, "anyOf");
    return { kind: "any", nodes, tags: findTags(site, nodes) };
  },
  compile(site, writer) {
    const branches = findBranches(site, "anyOf");
    if (writer.dispatch(branches)) return;
    const met = branches.map((branch) => writer.holds(branch, writer.value));
    writer.failIf(`!(${met.join(" || ")})`);
  },
  tabulate: (site, table) => tabulateUnion(site, table, "anyOf"),
};
