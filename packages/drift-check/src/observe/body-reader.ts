import type { createInstanceReader } from "@truespec/json-schema";

/** Tells which schemas apply at each place of a body. */
export type BodyReader = ReturnType<typeof createInstanceReader>;

/** The schemas that apply at one place, already unfolded. */
export type Nodes = ReturnType<BodyReader["applicable"]>;
