import type { ValidatorsOptions } from "@truespec/generator";
import {
  below,
  expectKeys,
  expectOneOf,
  expectRecord,
  expectString,
  optional,
  type Place,
} from "./expect.ts";

/** Reads `validators` of an entry. @throws CommandError that names the file, the place and what is expected there */
export function checkValidators(value: unknown, at: Place): ValidatorsOptions {
  const options = expectRecord(value, at);
  expectKeys(options, ["errors", "enums", "formats", "listing", "customFormats"], at);
  const choose =
    <const T extends string>(known: readonly T[], key: string) =>
    (found: unknown): T =>
      expectOneOf(found, known, below(at, key));
  return {
    ...optional("errors", options["errors"], choose(["all", "first"], "errors")),
    ...optional("enums", options["enums"], choose(["strict", "tolerant", "open"], "enums")),
    ...optional("formats", options["formats"], choose(["annotate", "assert"], "formats")),
    ...optional("listing", options["listing"], choose(["compiled", "interpreted"], "listing")),
    ...optional("customFormats", options["customFormats"], (found) =>
      checkFormats(found, below(at, "customFormats")),
    ),
  };
}

type CustomFormats = NonNullable<ValidatorsOptions["customFormats"]>;

function checkFormats(value: unknown, at: Place): CustomFormats {
  const formats = Object.entries(expectRecord(value, at));
  return Object.fromEntries(
    formats.map(([name, format]) => [name, checkFormat(format, below(at, name))]),
  );
}

/** What its texts mean is the compiler's to check. */
function checkFormat(value: unknown, at: Place): CustomFormats[string] {
  const format = expectRecord(value, at);
  const read = (key: string): string => expectString(format[key], below(at, key));
  if (Object.hasOwn(format, "pattern")) {
    expectKeys(format, ["pattern"], at);
    return { pattern: read("pattern") };
  }
  expectKeys(format, ["module", "export"], at);
  return { module: read("module"), export: read("export") };
}
