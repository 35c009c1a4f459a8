/**
 * Dates and times, RFC 3339 section 5.6 and appendix A (durations).
 */
import type { Format } from "./format.ts";

const leapYear = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)";
const month31 = "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])";
const month30 = "(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)";
const february = "02-(?:0[1-9]|1[0-9]|2[0-8])";
const fullDate = `(?:${leapYear}-02-29|[0-9]{4}-(?:${month31}|${month30}|${february}))`;
const clock = "(?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)(?:\\.[0-9]+)?";
const offset = "(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])";
const timeParts = "T(?:[0-9]+H(?:[0-9]+M(?:[0-9]+S)?)?|[0-9]+M(?:[0-9]+S)?|[0-9]+S)";
const dateParts = "(?:[0-9]+Y(?:[0-9]+M(?:[0-9]+D)?)?|[0-9]+M(?:[0-9]+D)?|[0-9]+D)";

/** A time of day without offset, and a day, as other formats are made of them. */
export const clockPattern: string = clock;

/** A day of the Gregorian calendar. */
export const datePattern: string = fullDate;

/** `date`, `time`, `date-time`, `duration`. */
export const dateTimeFormats: readonly Format[] = [
  { name: "date", pattern: `^${fullDate}$` },
  { name: "time", pattern: `^${clock}${offset}$`, refinement: "isLeapSecondFit" },
  {
    name: "date-time",
    pattern: `^${fullDate}[Tt]${clock}${offset}$`,
    refinement: "isLeapSecondFit",
  },
  { name: "duration", pattern: `^P(?:[0-9]+W|${dateParts}(?:${timeParts})?|${timeParts})$` },
];

/** A leap second is the last of a day in UTC: 23:59:60 less the offset. */
export function isLeapSecondFit(text: string): boolean {
  const parts = /([0-9]{2}):([0-9]{2}):60(?:\.[0-9]+)?(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))$/.exec(
    text,
  );
  if (parts === null) return true;
  const offset = (parts[3] === "-" ? -1 : 1) * (Number(parts[4] ?? 0) * 60 + Number(parts[5] ?? 0));
  return (Number(parts[1]) * 60 + Number(parts[2]) - offset + 1440) % 1440 === 1439;
}
