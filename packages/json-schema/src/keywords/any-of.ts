import { acceptsSchemas, findBranches, findMet, reportNoneMet } from "./branches.ts";
import type { Keyword } from "./keyword.ts";

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
  applyInPlace: (site) => ({ kind: "any", nodes: findBranches(site, "anyOf") }),
  compile(site, writer) {
    const branches = findBranches(site, "anyOf");
    const met = branches.map((branch) => writer.holds(branch, writer.value));
    writer.failAsNearest(site, branches, `!(${met.join(" || ")})`);
  },
};
