import {
  answer,
  arrayOf,
  bodies,
  exchange,
  list,
  object,
  type Scenario,
  times,
} from "./scenario.ts";

const rows = (count: number) => bodies(times(count, { id: 1 }));

/** What is described and does not show. */
export const silentKinds: readonly Scenario[] = [
  {
    name: "a field never seen in a hundred objects",
    schema: arrayOf(object({ id: {}, old: {} })),
    exchanges: rows(100),
    want: ["informational never-seen /*/old 0/100"],
  },
  {
    name: "in ninety-nine nothing can be claimed",
    schema: arrayOf(object({ id: {}, old: {} })),
    exchanges: rows(99),
    want: [],
  },
  {
    name: "listed values never seen are one finding",
    schema: arrayOf({ type: "string", enum: ["a", "b", "c"] }),
    exchanges: bodies(times(100, "a")),
    want: ['informational never-seen /* 0/100 ["b","c"]'],
  },
  {
    name: "a status never seen in a hundred exchanges",
    operation: { responses: { "200": answer({}), "410": answer({}), default: answer({}) } },
    exchanges: times(100, exchange({})),
    want: ['informational never-seen [GET /things response 410 -] (body) 0/100 ["410"]'],
  },
  {
    name: "a field below one that was never seen is not another finding",
    schema: arrayOf(object({ id: {}, old: object({ deep: {} }) })),
    exchanges: rows(100),
    want: ["informational never-seen /*/old 0/100"],
  },
  {
    name: "a field seen once in 300 is seen",
    schema: arrayOf(object({ id: {}, rare: {} })),
    exchanges: bodies(list(300, (index) => (index === 299 ? { rare: 1 } : { id: 1 }))),
    want: [],
  },
  {
    name: "examples of a media type, by name",
    operation: {
      responses: {
        "200": {
          description: "x",
          content: {
            "application/json": {
              schema: object({ id: { type: "integer" } }, { required: ["id"] }),
              examples: { good: { value: { id: 1 } }, bad: { value: { id: "1" } } },
            },
          },
        },
      },
    },
    exchanges: bodies({ id: 1 }),
    want: ["informational stale-example (body) 1/1"],
  },
  {
    name: "an example of a parameter",
    operation: {
      parameters: [{ name: "q", in: "query", schema: { type: "integer" }, example: "many" }],
      responses: { "200": answer({}) },
    },
    exchanges: bodies({}),
    want: ["informational stale-example [GET /things request - -] /query/q 1/1"],
  },
  {
    name: "an example that shows what a hundred values do not",
    schema: arrayOf(object({ free: { examples: ["text"] } })),
    exchanges: bodies(times(100, { free: 1 })),
    want: ["informational stale-example /*/free 1/1"],
  },
  {
    name: "an example of 3.0 that is null where nullable says so",
    version: "3.0.3",
    schema: object({ a: { type: "string", nullable: true, example: null } }),
    exchanges: bodies({ a: "x" }),
    want: [],
  },
];
