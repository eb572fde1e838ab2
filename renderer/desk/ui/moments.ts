const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hour12: false,
});
const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' });

/** `14:03:22` in China, whatever zone the computer is set to. */
export function clockTime(instant: string): string {
  return clock.format(new Date(instant));
}

/** `14:03` of today, else `2026-03-05 14:03`. */
export function shortMoment(instant: string, nowMs: number): string {
  const at = new Date(instant);
  const time = clock.format(at).slice(0, 5);
  return day.format(at) === day.format(nowMs) ? time : `${day.format(at)} ${time}`;
}

/** Whole hours and minutes since an instant; never negative, since clocks are set back. */
export function elapsedSince(instant: string, nowMs: number): { hours: number; minutes: number } {
  const minutes = Math.max(0, Math.floor((nowMs - Date.parse(instant)) / 60_000));
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}
