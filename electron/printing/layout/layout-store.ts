import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Layout, layout, layoutName } from '../../../shared/paper/layout.ts';
import { PrintingError } from '../printing-error.ts';

export interface LayoutStore {
  /** Throws PrintingError for a layout that is missing, damaged, or no layout's name. */
  get(name: string): Layout;
}

/** The layouts of resources/layouts, each read and checked once. */
export function openLayoutStore(resourcesDir: string): LayoutStore {
  const read = new Map<string, Layout>();
  return {
    get: (name) => {
      const known = read.get(name) ?? readLayout(resourcesDir, name);
      read.set(name, known);
      return known;
    },
  };
}

function readLayout(resourcesDir: string, name: string): Layout {
  if (!layoutName.safeParse(name).success) throw new PrintingError('layout-missing', 'not the name of a layout');
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(join(resourcesDir, 'layouts', `${name}.json`), 'utf8'));
  } catch (cause) {
    throw new PrintingError('layout-missing', `the layout ${name} can't be read`, { cause });
  }
  const parsed = layout.safeParse(json);
  if (!parsed.success) {
    const where = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ');
    throw new PrintingError('layout-damaged', `the layout ${name} is not one: ${where}`);
  }
  return parsed.data;
}
