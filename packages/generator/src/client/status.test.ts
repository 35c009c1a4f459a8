import type { Operation, Response } from "@truespec/openapi";
import { expect, test } from "vitest";
import { describeStatuses } from "./status.ts";

const failures = "runtime.FailureStatus";

test.each([
  {
    name: "each its own, the rest a failure",
    statuses: ["200", "404"],
    want: ["Success 200 200", "Failure 404 404", "OtherFailure 404 -"],
  },
  {
    name: "nothing described",
    statuses: [],
    want: ["Success runtime.SuccessStatus -", `Failure ${failures} -`],
  },
  {
    name: "default alone",
    statuses: ["default"],
    want: ["Success runtime.SuccessStatus default", `Failure ${failures} default`],
  },
  {
    name: "default beside a success",
    statuses: ["201", "default"],
    want: ["Success 201 201", `Failure ${failures} default`],
  },
  {
    name: "a status before its range",
    statuses: ["2XX", "201", "4xx", "404"],
    want: [
      "Success Exclude<runtime.StatusRange<2>, 201> 2XX",
      "Success 201 201",
      "Failure Exclude<runtime.StatusRange<4>, 404> 4xx",
      "Failure 404 404",
      "Failure runtime.StatusRange<3> | runtime.StatusRange<5> -",
    ],
  },
  {
    name: "every failure described by a range",
    statuses: ["200", "3XX", "4XX", "5xx", "default"],
    want: [
      "Success 200 200",
      "Failure runtime.StatusRange<3> 3XX",
      "Failure runtime.StatusRange<4> 4XX",
      "Failure runtime.StatusRange<5> 5xx",
    ],
  },
  {
    name: "what never comes back, and what is no status",
    statuses: ["101", "1XX", "999", "ok", "20X"],
    want: ["Success runtime.SuccessStatus -", `Failure ${failures} -`],
  },
  {
    name: "redirects are no success",
    statuses: ["500", "302"],
    want: [
      "Failure 500 500",
      "Failure 302 302",
      "Success runtime.SuccessStatus -",
      "OtherFailure 302 | 500 -",
    ],
  },
])("$name", ({ statuses, want }) => {
  const described = describeStatuses({ ...operation, responses: statuses.map(respond) });
  expect(
    described.map(({ kind, type, response }) => `${kind} ${type} ${response?.status ?? "-"}`),
  ).toEqual(want);
});

const operation: Operation = {
  label: "GET /a",
  name: "getA",
  method: "get",
  path: "/a",
  pointer: "/paths/~1a/get",
  operationId: undefined,
  summary: undefined,
  description: undefined,
  deprecated: false,
  tags: [],
  parameters: [],
  requestBody: undefined,
  responses: [],
  servers: [],
  security: [],
  callbacks: [],
};

function respond(status: string): Response {
  return { status, pointer: "", description: undefined, headers: [], content: [], links: [] };
}
