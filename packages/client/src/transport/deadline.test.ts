import { expect, test } from "vitest";
import { platformClock } from "./clock.ts";
import { type Deadline, doInTime } from "./deadline.ts";

const never = () => new Promise<string>(() => {});
const { POSITIVE_INFINITY: forever } = Number;

test("work in time goes through, and what it throws", async () => {
  const inTime = <Value>(work: () => Promise<Value>) =>
    doInTime({ milliseconds: 10_000, signal: undefined }, work, () => "lost");
  expect(await inTime(async () => "done")).toBe("done");
  await expect(inTime(() => Promise.reject(new RangeError("mine")))).rejects.toThrow("mine");
});

test("work that does not listen ends with the time", async () => {
  let signal: AbortSignal | undefined;
  const work = (deadline: Deadline) => {
    signal = deadline.signal();
    return never();
  };
  const ended = await doInTime({ milliseconds: 10, signal: undefined }, work, (lost) => lost);
  expect(ended).toMatchObject({ expired: 10, cause: { name: "TimeoutError" } });
  expect(signal?.reason).toMatchObject({ name: "TimeoutError" });
});

test.each([
  { when: "before", milliseconds: forever },
  { when: "before", milliseconds: 10_000 },
  { when: "while", milliseconds: forever },
  { when: "while", milliseconds: 10_000 },
])("the caller's signal ends it $when, within $milliseconds ms", async ({ when, milliseconds }) => {
  const controller = new AbortController();
  let signal: AbortSignal | undefined;
  const work = (deadline: Deadline) => {
    signal = deadline.signal();
    return never();
  };
  if (when === "before") controller.abort("enough");
  const ended = doInTime({ milliseconds, signal: controller.signal }, work, (lost) => lost);
  controller.abort("enough");
  expect(await ended).toEqual({ cause: "enough", expired: undefined });
  expect(signal?.reason).toBe("enough");
});

test.each([
  { kept: false, want: undefined },
  { kept: true, want: "enough" },
])(
  "past the work's end its signal hears the caller's only if kept: $kept",
  async ({ kept, want }) => {
    const controller = new AbortController();
    const work = async ({ signal, keep }: Deadline) => {
      if (kept) keep();
      return signal();
    };
    const ends = { milliseconds: 5, signal: controller.signal };
    const signal = await doInTime(ends, work, () => undefined);
    await platformClock.sleep(20, undefined);
    controller.abort("enough");
    expect(signal?.reason).toBe(want);
  },
);

test("no time is too long for a timer", async () => {
  const controller = new AbortController();
  const { signal } = controller;
  const never = [1e12, forever].map((milliseconds) => platformClock.sleep(milliseconds, signal));
  await platformClock.sleep(20, undefined);
  controller.abort("enough");
  expect(await Promise.allSettled(never)).toEqual([
    { status: "rejected", reason: "enough" },
    { status: "rejected", reason: "enough" },
  ]);
});

test.each([{ signal: AbortSignal.abort("enough") }, { signal: AbortSignal.timeout(10) }])(
  "a wait hears its signal",
  async ({ signal }) => {
    await expect(platformClock.sleep(60_000, signal)).rejects.toBe(signal.reason);
  },
);
