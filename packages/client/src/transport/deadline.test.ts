import { expect, test } from "vitest";
import { platformClock, startTimer } from "./clock.ts";
import { startDeadline } from "./deadline.ts";

const never = () => new Promise<string>(() => {});

test("work in time goes through, and what it throws", async () => {
  const deadline = startDeadline(10_000, undefined);
  expect(await deadline.bound(Promise.resolve("done"))).toBe("done");
  await expect(deadline.bound(Promise.reject(new RangeError("mine")))).rejects.toThrow("mine");
  expect(deadline.isOver()).toBe(false);
  deadline.release();
});

test("work that does not listen ends with the time, and so does what starts later", async () => {
  const deadline = startDeadline(10, undefined);
  await expect(deadline.bound(never())).rejects.toMatchObject({ name: "TimeoutError" });
  await expect(deadline.bound(never())).rejects.toMatchObject({ name: "TimeoutError" });
  expect(deadline.signal?.reason).toMatchObject({ name: "TimeoutError" });
});

test.each(["before", "while"])("the caller's signal ends it %s", async (when) => {
  const controller = new AbortController();
  if (when === "before") controller.abort("enough");
  const deadline = startDeadline(Number.POSITIVE_INFINITY, controller.signal);
  const work = deadline.bound(never());
  controller.abort("enough");
  await expect(work).rejects.toBe("enough");
  expect(deadline.signal?.reason).toBe("enough");
});

test("a released deadline does nothing more", async () => {
  const controller = new AbortController();
  const deadline = startDeadline(5, controller.signal);
  deadline.release();
  controller.abort();
  await platformClock.sleep(20, undefined);
  expect(deadline.isOver()).toBe(false);
});

test("no time is too long for a timer", async () => {
  const gone: string[] = [];
  const stops = [1e12, Number.POSITIVE_INFINITY].map((milliseconds) =>
    startTimer(milliseconds, () => gone.push(String(milliseconds))),
  );
  await platformClock.sleep(20, undefined);
  for (const stop of stops) stop();
  expect(gone).toEqual([]);
});

test.each([{ signal: AbortSignal.abort("enough") }, { signal: AbortSignal.timeout(10) }])(
  "a wait hears its signal",
  async ({ signal }) => {
    await expect(platformClock.sleep(60_000, signal)).rejects.toBe(signal.reason);
  },
);
