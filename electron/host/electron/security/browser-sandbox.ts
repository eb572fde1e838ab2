import type { CommandLine } from 'electron';

/** What somebody, or an installer's starter script, may put on the command line to be rid of the browser's walls. */
const weakening = ['no-sandbox', 'single-process', 'disable-web-security', 'disable-site-isolation-trials'];

/** The first switch of this start that takes the pages' walls away. They are read before our first line; all we can do is not go on. */
export const findWeakening = (commandLine: CommandLine): string | undefined =>
  weakening.find((name) => commandLine.hasSwitch(name));
