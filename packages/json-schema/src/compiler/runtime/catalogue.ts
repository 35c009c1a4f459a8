/**
 * The functions that generated code may need, written into a module where it uses them.
 */

import { type EqualityFunction, equalitySources } from "./equality.ts";
import { type FormatFunction, formatSources } from "./formats.ts";
import { type InterpretedFunction, interpretedSources } from "./interpreted.ts";
import { type PatternFunction, patternSources } from "./patterns.ts";
import { type PunycodeFunction, punycodeSources } from "./punycode.ts";
import type { RuntimeSource } from "./source.ts";
import { type StandardFunction, standardSources } from "./standard.ts";
import { type ValidationFunction, validationSources } from "./validation.ts";
import { type ValueFunction, valueSources } from "./values.ts";
import { type WalkerFunction, walkerSources } from "./walker.ts";

/** The functions that generated code may need, by name. */
export type RuntimeName =
  | ValueFunction
  | EqualityFunction
  | FormatFunction
  | PunycodeFunction
  | PatternFunction
  | ValidationFunction
  | WalkerFunction
  | StandardFunction
  | InterpretedFunction;

const sources: ReadonlyMap<string, RuntimeSource> = new Map(
  Object.entries({
    ...{ ...valueSources, ...equalitySources, ...formatSources, ...punycodeSources },
    ...patternSources,
    ...{ ...validationSources, ...standardSources, ...interpretedSources },
  }),
);

/** Which functions to write: `isDeep` where errors may lie so deep that not every level is asked. */
export interface RuntimeChoice {
  readonly names: Iterable<RuntimeName>;
  readonly isDeep: boolean;
}

/** The texts of these functions and of all that they call, callees first as far as they do not call one another. */
export function printRuntime({ names, isDeep }: RuntimeChoice): readonly string[] {
  const seen = new Set<string>();
  const texts: string[] = [];
  const wanted = new Set(names);
  const walker = new Map(
    Object.entries(walkerSources({ isDeep, remembers: wanted.has("failAsNearest") })),
  );
  const print = (name: string): void => {
    const source = walker.get(name) ?? sources.get(name);
    if (source === undefined || seen.has(name)) return;
    seen.add(name);
    source.needs.forEach(print);
    texts.push(source.text);
  };
  for (const name of wanted) print(name);
  return texts;
}
