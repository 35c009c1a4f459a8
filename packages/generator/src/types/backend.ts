import type { PreparedDocument } from "./prepare/document.ts";

/**
 * What prints the types of a document. One implementation stands behind it, on a library that
 * receives no more updates; nothing of that library is seen past this interface.
 */
export interface TypesBackend {
  /**
   * The interfaces `paths`, `webhooks`, `components` and `operations`, as TypeScript with two-space indents.
   *
   * @throws RangeError when the document is nested too deeply
   */
  readonly printTypes: (prepared: PreparedDocument) => string;
}
