import { type Frame, writeFail } from "./frame.ts";
import { printLiteral } from "./literal.ts";
import type { FailureWriter } from "./schema-writer.ts";

/** The writer's face that says no. */
export function writeFailures(frame: Frame): FailureWriter {
  const { scope } = frame;
  return {
    failIf: (condition) => writeFail(frame, condition),
    refuse({ keyword, location }, params) {
      scope.guarded.add(frame.definition);
      scope.reported.add(keyword.name);
      const error = [keyword.name, location, params].map(printLiteral).join(", ");
      frame.block.statements.push({ kind: "line", text: `${scope.use("refuse")}(${error});` });
    },
  };
}
