/** The sum of what may be missing on either side. */
export function addOptional<T>(
  left: T | undefined,
  right: T | undefined,
  add: (left: T, right: T) => T,
): T | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return add(left, right);
}
