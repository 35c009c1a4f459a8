import { findMediaType } from "../../match/find-media-type.ts";
import type { MediaType } from "../../model/model.ts";
import type { FoundChange } from "../change.ts";
import { type Comparison, tellAt } from "./comparison.ts";
import { compareEncodings } from "./encodings.ts";
import { showName } from "./wording.ts";

/** The content of a request body or a response, before and after. */
export interface ContentMatch {
  readonly direction: "request" | "response";
  readonly before: readonly MediaType[];
  readonly after: readonly MediaType[];
  /** What the content is called. */
  readonly of: string;
}

/**
 * Every change of some content. A client of a media type that is gone has nothing to send, or gets
 * what it cannot read; one that is new it need not ask for.
 */
export function compareContent(
  comparison: Comparison,
  content: ContentMatch,
): readonly FoundChange[] {
  const { direction, before, after, of } = content;
  const matched = before.flatMap((one) => {
    const other = findMediaType(after, one.mediaType);
    return other === undefined ? [] : [{ before: one, after: other }];
  });
  const gone = before.filter((one) => !matched.some((match) => match.before === one));
  const added = after.filter(
    (one) =>
      !matched.some((match) => match.after === one) &&
      findMediaType(before, one.mediaType) === undefined,
  );
  return [
    ...matched.flatMap((match) => compareMediaTypes(comparison, direction, match)),
    ...gone.map(({ pointer, mediaType }) => {
      const message = `media type ${showName(mediaType)} of ${of} is gone`;
      return tellAt(direction, pointer)("media-type-removed", "breaking", message);
    }),
    ...added.map(({ pointer, mediaType }) => {
      const message = `media type ${showName(mediaType)} of ${of} is new`;
      return tellAt(direction, pointer)("media-type-added", "additive", message);
    }),
  ];
}

function compareMediaTypes(
  comparison: Comparison,
  direction: "request" | "response",
  { before, after }: { readonly before: MediaType; readonly after: MediaType },
): readonly FoundChange[] {
  const { compareSchemas } = comparison;
  const { pointer } = after;
  const whole = { before: before.schemaPointer, after: after.schemaPointer };
  const item = { before: before.itemSchemaPointer, after: after.itemSchemaPointer };
  return [
    ...compareSchemas({ direction, pointer, ...whole }),
    ...compareSchemas({ direction, pointer, ...item }),
    ...compareEncodings(comparison, { direction, before, after }),
  ];
}
