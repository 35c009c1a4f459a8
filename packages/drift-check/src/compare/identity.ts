import { createHash } from "node:crypto";
import type { JsonValue } from "@truespec/json-schema";
import type { FindingKind } from "../finding-kind.ts";
import type { Subject } from "../profile/profile.ts";

/** What makes two findings the same finding, in whatever run they were made. */
export interface Identity {
  readonly kind: FindingKind;
  readonly subject: Subject;
  readonly location: string;
  /** The new value, header or parameter; undefined for kinds that have none, `*` for an open set. */
  readonly member: string | undefined;
}

/** `v1:` and 16 hex of SHA-256 over the identity alone: no count, message, severity or path of a file. */
export function fingerprintOf({ kind, subject, location, member }: Identity): string {
  const { operation, direction, status, mediaType } = subject;
  const parts: JsonValue[] = [operation, direction, status, mediaType, location, kind];
  const text = JSON.stringify(member === undefined ? parts : [...parts, member]);
  return `v1:${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
}
