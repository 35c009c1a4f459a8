import { expect, test } from "vitest";
import { compileModule, createValidator, type JsonObject, openSchemas } from "../index.ts";

test.each<[JsonObject, readonly number[]]>([
  [{}, [1, 2, 3, 4]],
  [{ minContains: 0 }, [0, 1, 2, 3, 4]],
  [{ minContains: 2 }, [2, 3, 4]],
  [{ maxContains: 3 }, [1, 2, 3]],
  [{ minContains: 2, maxContains: 3 }, [2, 3]],
  [{ minContains: 3, maxContains: 2 }, []],
])("%j allows so many matching items: %j", async (bounds, want) => {
  const document = openSchemas({ contains: { const: 1 }, ...bounds });
  const { code } = compileModule(document, [{ name: "X", pointer: "" }]);
  const { isX, validateX } = await import(
    `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`
  );
  const instances = [0, 1, 2, 3, 4].map((count) => ["x", ...Array(count).fill(1)]);
  const validate = createValidator(document, "");
  expect(instances.filter(isX).map(({ length }) => length - 1)).toEqual(want);
  expect(instances.map(validateX)).toEqual(instances.map(validate));
});
