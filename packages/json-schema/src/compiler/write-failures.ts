import type { SchemaNode } from "../document/node.ts";
import { type Frame, type Position, printCall, printPath } from "./frame.ts";
import { printLiteral } from "./literal.ts";
import type { FailureWriter, Reported } from "./schema-writer.ts";

/** The writer's face that says what is wrong. */
export function writeFailures(frame: Frame, position: Position): FailureWriter {
  const { scope } = frame;
  const place = () => printPath(position.path);
  const fail = (reported: Reported, params: string): string => {
    scope.reported.add(reported.keyword);
    const keyword = `${printLiteral(reported.keyword)}, ${printLiteral(reported.location)}`;
    return `${scope.use("fail")}(errors, ${keyword}, ${place()}, ${params});`;
  };
  const push = (condition: string, lines: readonly string[]): void => {
    const statements = lines.map((text) => ({ kind: "line", text }) as const);
    if (condition === "true") frame.block.statements.push(...statements);
    else if (condition !== "false") {
      const body = { statements, known: new Map<string, string>(), parent: frame.block };
      frame.block.statements.push({ kind: "if", condition, body });
    }
  };
  const failSlowlyIf: FailureWriter["failIf"] = (reported, { condition, params }) => {
    if (frame.face === "slow") push(condition, [fail(reported, params)]);
  };
  const failFastIf = (condition: string): void => {
    if (condition !== "false") frame.block.statements.push({ kind: "fail", condition });
  };
  return {
    failSlowlyIf,
    failIf(reported, failure) {
      if (frame.face === "fast") failFastIf(failure.condition);
      else failSlowlyIf(reported, failure);
    },
    failAsNearest(reported, branches, condition) {
      if (frame.face === "fast") return failFastIf(condition);
      const attempts = branches.map((branch) => printAttempt(frame, branch, position));
      const list = `${scope.use("failAsNearest")}(errors, ${place()}, [${attempts.join(", ")}]);`;
      push(condition, [list, fail(reported, "{}")]);
    },
    refuse(reported, params) {
      scope.guarded.add(frame.definition);
      scope.reported.add(reported.keyword);
      const error = [reported.keyword, reported.location, params].map(printLiteral).join(", ");
      push("true", [`${scope.use("refuse")}(${error});`]);
    },
  };
}

/** The errors of a branch, as an expression. */
function printAttempt(frame: Frame, branch: SchemaNode, position: Position): string {
  const values = [position.value, printPath(position.path)];
  const callee = frame.scope.define(branch);
  const by = frame.scope.use(frame.scope.plan.countsDepth(callee) ? "attemptOnce" : "attempt");
  return printCall(frame, { callee, face: "slow", values, references: 0, by });
}
