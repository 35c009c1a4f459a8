import type { JsonValue } from "@truespec/json-schema";
import type { Subject } from "../profile/profile.ts";
import type { Finding } from "./finding.ts";
import { fingerprintOf } from "./identity.ts";
import type { Policy } from "./policy.ts";
import { judgeSeverity } from "./severity.ts";

/** A finding about the description that no exchange shows by itself. */
export interface Silent {
  readonly kind: "never-seen" | "stale-example";
  readonly subject: Subject;
  readonly location: string;
  readonly n: number;
  readonly total: number;
  readonly values: readonly JsonValue[] | null;
  readonly schemaPointer: string;
  /** What the identity needs beside the place. */
  readonly member: string | undefined;
  readonly message: string;
}

/** The finding, judged: without samples and times, because nothing was seen. */
export function silentFinding(silent: Silent, policy: Policy): Finding {
  const { kind, subject, location, n, total, values, schemaPointer, member, message } = silent;
  const { operation, direction, status, mediaType } = subject;
  const judged = { kind, operation, status, location, total, values, exchanges: 0, isOpen: false };
  return {
    ...{ kind, severity: judgeSeverity(judged, policy) },
    ...{ operation, direction, status, mediaType, location, n, total },
    ...{ systematic: false, openSet: false, values, types: null, inferredSchema: null },
    ...{ samples: [], firstSeen: null, lastSeen: null, schemaPointer },
    fingerprint: fingerprintOf({ kind, subject, location, member }),
    ...{ message, baseline: null },
  };
}
