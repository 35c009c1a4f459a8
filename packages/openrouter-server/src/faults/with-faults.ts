import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { Hono } from "hono";
import type { App } from "../app.ts";
import type { FaultRates } from "./fault.ts";
import { createFaults, type FaultOptions } from "./faults.ts";
import { scheduleFaults } from "./schedule.ts";

/**
 * Puts faults in front of an app that runs on Node's HTTP server.
 *
 * Of several faults that are due at once the delay comes first and one other follows.
 */
export function withFaults(
  app: App,
  rates: FaultRates,
  options: FaultOptions,
): Hono<{ Bindings: HttpBindings }> {
  const faults = createFaults(options);
  const schedule = scheduleFaults(rates);
  const faulty = new Hono<{ Bindings: HttpBindings }>();
  faulty.all("*", async (request) => {
    const { outgoing } = request.env;
    const due = schedule();
    const late = due.find(({ kind }) => kind === "latency");
    const broken = due.find(({ kind }) => kind !== "latency");
    const plain = async () => app.fetch(request.req.raw);
    const answer = async () => {
      if (broken === undefined) return plain();
      const { kind, occurrence } = broken;
      const response = await faults[kind]({ outgoing, answer: plain, occurrence });
      return response ?? RESPONSE_ALREADY_SENT;
    };
    if (late === undefined) return answer();
    const { occurrence } = late;
    return (await faults.latency({ outgoing, answer, occurrence })) ?? RESPONSE_ALREADY_SENT;
  });
  return faulty;
}
