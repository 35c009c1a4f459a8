import type { ValidatorsOptions } from "@truespec/generator";
import { below, expectKeys, expectOneOf, expectRecord, optional, type Place } from "./expect.ts";

/** Reads `validators` of an entry. @throws CommandError that names the file, the place and what is expected there */
export function checkValidators(value: unknown, at: Place): ValidatorsOptions {
  const options = expectRecord(value, at);
  expectKeys(options, ["errors", "enums", "formats", "listing"], at);
  const choose =
    <T extends string>(known: readonly T[], key: string) =>
    (found: unknown): T =>
      expectOneOf(found, known, below(at, key));
  return {
    ...optional("errors", options["errors"], choose(["all", "first"], "errors")),
    ...optional("enums", options["enums"], choose(["strict", "tolerant", "open"], "enums")),
    ...optional("formats", options["formats"], choose(["annotate", "assert"], "formats")),
    ...optional("listing", options["listing"], choose(["compiled", "interpreted"], "listing")),
  };
}
