import type { Reporter, TestModule, TestRunEndReason } from 'vitest/node';

/**
 * Prints `N passed, N failed` as the very last line of the run. Whatever keeps tests from running
 * counts as a failure too: a file that does not load, a failed hook, an unhandled error.
 */
export class CountReporter implements Reporter {
  #passed = 0;
  #failed = 0;
  #ended = false;

  onInit(): void {
    // At exit and not at the end of the run, because other reporters still print after that.
    process.once('exit', (code) => {
      const failed = this.#failed === 0 && (code !== 0 || !this.#ended) ? 1 : this.#failed;
      process.stdout.write(`${this.#passed} passed, ${failed} failed\n`);
      if (failed > 0 && code === 0) process.exitCode = 1;
    });
  }

  onTestRunEnd(
    modules: readonly TestModule[],
    unhandledErrors: readonly unknown[],
    reason: TestRunEndReason,
  ): void {
    this.#ended = true;
    this.#failed += unhandledErrors.length + (reason === 'interrupted' ? 1 : 0);
    for (const module of modules) this.#count(module);
  }

  #count(module: TestModule): void {
    this.#failed += module.errors().length;
    for (const suite of module.children.allSuites()) this.#failed += suite.errors().length;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') this.#passed += 1;
      if (state === 'failed') this.#failed += 1;
    }
  }
}
