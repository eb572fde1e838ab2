// Stands before the commands of package.json, in plain JavaScript: a checkout that is not set up may have an older Node or no packages,
// and the first command a newcomer types should say so.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const oldestMajor = 24;
const major = Number(process.versions.node.split('.')[0]);
if (major < oldestMajor || !existsSync(join(import.meta.dirname, '..', 'node_modules', 'zod'))) {
  console.error('This checkout is not set up yet. Please type ./setup first (on Windows and macOS: npm ci, then npm run fonts).');
  process.exit(1);
}
