import { defineConfig } from 'vitest/config';
import { CountReporter } from './tests/support/count-reporter.ts';

const soak = process.env.SOAK === '1';

const common = {
  exclude: [
    '**/node_modules/**',
    '**/dist/**',
    '**/dist-types/**',
    ...(soak ? [] : ['**/*.soak.test.ts']),
  ],
  restoreMocks: true,
  setupFiles: ['tests/support/fail-on-console-error.ts'],
};

export default defineConfig({
  test: {
    reporters: ['default', new CountReporter()],
    projects: [
      {
        test: {
          ...common,
          name: 'unit',
          include: ['{shared,server,client}/src/**/*.test.{ts,tsx}'],
        },
      },
      {
        test: {
          ...common,
          name: 'tests',
          include: ['tests/**/*.test.ts'],
          // Real servers, real browsers, two cores.
          testTimeout: soak ? 3_600_000 : 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});
