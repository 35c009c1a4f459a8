/**
 * In how many descriptions ours is ahead of each peer: among those that both generate, and how many
 * each of them refuses.
 *
 * @param {readonly import("./contenders.mjs").Contender[]} contenders ours first
 * @param {readonly import("./compare.mjs").Medians[]} compared a description each
 */
export function tellSummary([ours, ...peers], compared) {
  if (ours === undefined) return;
  console.log(`\nours, in ${compared.length} descriptions`);
  console.log(`  fails in ${countFailed(compared, ours.name)}`);
  for (const { name, makes } of peers) {
    const pairs = compared.flatMap((medians) => {
      const [own, other] = [medians.get(ours.name), medians.get(name)];
      return typeof own === "object" && typeof other === "object" ? [{ own, other }] : [];
    });
    const ahead = (/** @type {"wall" | "cpu" | "megabytes"} */ unit) =>
      pairs.filter(({ own, other }) => own[unit] < other[unit]).length;
    console.log(
      `  ${name.padEnd(19)}${makes.padEnd(26)}of ${pairs.length} that both make, ahead in ` +
        `time ${ahead("wall")}, CPU ${ahead("cpu")}, memory ${ahead("megabytes")}; ` +
        `it fails in ${countFailed(compared, name)}`,
    );
  }
}

/**
 * @param {readonly import("./compare.mjs").Medians[]} compared
 * @param {string} name
 */
function countFailed(compared, name) {
  return compared.filter((medians) => typeof medians.get(name) !== "object").length;
}
