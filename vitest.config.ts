import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,electron,renderer,central}/**/*.test.ts', 'tests/{architecture,integration,runner,security}/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'tests/architecture/bad-sample/**'],
    testTimeout: 30_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});
