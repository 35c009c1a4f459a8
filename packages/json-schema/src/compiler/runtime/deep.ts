/**
 * How a module lists errors that may lie very deep: as any other does, but that below the first
 * levels only some are asked, for each would ask about all that are below it, and a value of n levels
 * would take the square of n. What is not asked is gone through.
 */
import { maxReferences } from "../../interpreter/depth.ts";
import type { RuntimeSource } from "./source.ts";
import { validationSources } from "./validation.ts";

const { meets, run, validate } = validationSources;

/** The functions that differ from those of other modules. */
export const deepSources: Readonly<Record<"meets" | "run" | "validate", RuntimeSource>> = {
  meets: {
    needs: meets.needs,
    text: meets.text
      .replace("{ depth, memory }", "{ depth, level, memory }, isSure")
      .replace(
        "  if (Array.isArray",
        "  if (!isSure && level > 32 && level & (level - 1)) return false;\n  if (Array.isArray",
      ),
  },
  validate: { ...validate, text: validate.text.replace("depth: -1,", "depth: -1, level: 0,") },
  run: {
    needs: [...run.needs, "Refusal"],
    text: run.text
      .replace("{ depth, errors", "{ depth, level, errors")
      .replace("depth, errors, memory };", "depth, level: level + 1, errors, memory };")
      .replace(
        "  const checks",
        `  if (place.depth > ${maxReferences}) throw new Refusal();\n  const checks`,
      ),
  },
};
