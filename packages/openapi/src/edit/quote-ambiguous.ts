import { type Document, visit } from "yaml";

/**
 * Texts that a parser of YAML 1.1 takes for something else: a boolean, a number, a date, a merge.
 *
 * @see https://yaml.org/type/
 */
const ambiguous =
  /^(?:y|n|yes|no|on|off|<<|=|[-+]?(?:0b[01_]+|0x[\da-f_]+|[\d_]+(?::[0-5]?\d)*(?:\.[\d_]*)?(?:e[-+]?\d+)?|\.[\d_]+(?:e[-+]?\d+)?)|\d{4}-\d\d?-\d\d?(?:[t\s].*)?)$/i;

/** Quotes the strings and keys of a document that parsers of YAML 1.1 and 1.2 read differently. */
export function quoteAmbiguous(document: Document): void {
  visit(document, {
    Scalar: (_key, scalar) => {
      const { value } = scalar;
      if (typeof value === "string" && ambiguous.test(value)) scalar.type = "QUOTE_DOUBLE";
    },
  });
}
