export interface SleepWatch {
  stop(): void;
}

const intervalMs = 5_000;
const toleranceMs = 3_000;

/**
 * Plain Node hears nothing of the system's sleep. The wall clock goes on in it while the monotonic one stands still, so when the
 * two part, the machine slept (or somebody moved the clock, which deserves the same care).
 */
export function watchSleep(onWake: (sleptMs: number) => void): SleepWatch {
  let wall = Date.now();
  let monotonic = performance.now();
  const timer = setInterval(() => {
    const sleptMs = Date.now() - wall - (performance.now() - monotonic);
    wall = Date.now();
    monotonic = performance.now();
    if (Math.abs(sleptMs) > toleranceMs) onWake(sleptMs);
  }, intervalMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
