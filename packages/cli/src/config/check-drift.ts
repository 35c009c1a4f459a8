import {
  type FindingKind,
  findingKinds,
  type Severity,
  type SeverityOverride,
  severities,
} from "@truespec/drift-check";
import type { DriftConfig } from "./config.ts";
import {
  below,
  expectKeys,
  expectList,
  expectOneOf,
  expectRecord,
  expectString,
  expectStrings,
  optional,
  type Place,
} from "./expect.ts";

/** Reads `drift` of a configuration. @throws CommandError that names the file, the place and what is expected there */
export function checkDrift(value: unknown, at: Place): DriftConfig {
  const drift = expectRecord(value, at);
  expectKeys(drift, ["overrides", "ignoreHeaders", "reportHeaders"], at);
  return {
    ...optional("overrides", drift["overrides"], (found) =>
      expectList(found, below(at, "overrides"), checkOverride),
    ),
    ...optional("ignoreHeaders", drift["ignoreHeaders"], (found) =>
      expectStrings(found, below(at, "ignoreHeaders")),
    ),
    ...optional("reportHeaders", drift["reportHeaders"], (found) =>
      expectStrings(found, below(at, "reportHeaders")),
    ),
  };
}

function checkOverride(value: unknown, at: Place): SeverityOverride {
  const override = expectRecord(value, at);
  expectKeys(override, ["kind", "operation", "location", "severity"], at);
  const severity = expectOneOf<Severity>(override["severity"], severities, below(at, "severity"));
  const text = (key: "operation" | "location") =>
    optional(key, override[key], (found) => expectString(found, below(at, key)));
  return {
    severity,
    ...optional("kind", override["kind"], (found) =>
      expectOneOf<FindingKind>(found, findingKinds, below(at, "kind")),
    ),
    ...text("operation"),
    ...text("location"),
  };
}
