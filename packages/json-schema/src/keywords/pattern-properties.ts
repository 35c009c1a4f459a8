import type { Check } from "../compiler/table-writer.ts";
import type { SchemaNode } from "../document/node.ts";
import { memberNames } from "../instance.ts";
import type { Evaluate } from "../interpreter/plan.ts";
import { descend } from "../interpreter/report.ts";
import { isJsonObject } from "../json.ts";
import { type Pattern, patternExpected, patternExplodes } from "../pattern/pattern.ts";
import type { Keyword, Site } from "./keyword.ts";

interface Entry {
  readonly pattern: Pattern;
  readonly node: SchemaNode;
}

/** A pattern that cannot be matched is passed over alone, with a diagnostic. */
function readEntries(site: Site): readonly Entry[] {
  const sources = isJsonObject(site.value) ? Object.keys(site.value) : [];
  return sources.flatMap((source) => {
    const pattern = site.interpreter.document.readPattern(source);
    const node = site.findSubschema("patternProperties", source);
    const text = JSON.stringify(source);
    if (pattern?.isExponential) site.reportFault(`The name ${text} ${patternExplodes}.`);
    if (pattern !== undefined) return [{ pattern, node }];
    site.reportFault(`A name here must be ${patternExpected}, not ${text}; it is passed over.`);
    return [];
  });
}

function interpretEntries(site: Site, entries: readonly Entry[]): Evaluate | undefined {
  if (entries.length === 0) return undefined;
  const { interpreter } = site;
  return (instance, at) => {
    if (!isJsonObject(instance)) return true;
    let isValid = true;
    for (const name of memberNames(instance)) {
      for (const { pattern, node } of entries) {
        if (!pattern.matcher.test(name)) continue;
        if (interpreter.evaluate(node, instance[name], descend(at, name))) continue;
        if (at.errors === undefined) return false;
        isValid = false;
      }
    }
    return isValid;
  };
}

const checkPatternProperties: Check = {
  name: "checkPatternProperties",
  needs: ["eachMember", "meets", "run", "escapeToken"],
  text: `function checkPatternProperties(entries, value, place) {
  eachMember(value, (name, member) => {
    for (const [regex, source, schema] of entries) {
      if (!regex.test(name) || meets(schema, member, place)) continue;
      const at = place.at + "/patternProperties" + escapeToken(source);
      run(schema, member, at, place.path + escapeToken(name), place);
    }
  });
}`,
};

/** `patternProperties`, Core section 10.3.2.2. */
export const patternProperties: Keyword = {
  name: "patternProperties",
  vocabulary: "applicator",
  target: "object",
  expects: "an object of schemas",
  accepts: isJsonObject,
  interpret: (site) => interpretEntries(site, readEntries(site)),
  /** A property that is forbidden is an error of the place that has it. */
  inspect: (site) =>
    interpretEntries(
      site,
      readEntries(site).filter(({ node }) => node.schema === false),
    ),
  annotate(site) {
    const entries = readEntries(site);
    return (instance) =>
      isJsonObject(instance)
        ? memberNames(instance).filter((name) =>
            entries.some(({ pattern }) => pattern.matcher.test(name)),
          )
        : undefined;
  },
  compile(site, writer) {
    const entries = readEntries(site).filter(({ node }) => node.schema !== true);
    if (entries.length === 0) return;
    writer.eachMember((name, member) => {
      for (const { pattern, node } of entries) {
        writer.when(`${writer.module.pattern(pattern)}.test(${name})`, () =>
          writer.apply(node, member),
        );
      }
    });
  },
  tabulate(site, table) {
    const entries = readEntries(site)
      .filter(({ node }) => node.schema !== true)
      .map(({ pattern, node }) => {
        const { pattern: write, literal } = table.module;
        return `[${write(pattern)}, ${literal(pattern.source)}, ${table.schema(node)}]`;
      });
    if (entries.length > 0) table.add(checkPatternProperties, `[${entries.join(", ")}]`);
  },
};
