import { format } from 'node:util';
import { afterAll, afterEach } from 'vitest';

// React, Yjs and Tiptap report real faults through console.error and carry on, so a test that sees
// one is wrong even if its assertions hold. A test that expects one replaces console.error itself.
let reported: string[] = [];

const print = console.error;
console.error = (...args: unknown[]): void => {
  reported.push(format(...args));
  print(...args);
};

function failIfReported(): void {
  const messages = reported;
  reported = [];
  if (messages.length > 0) throw new Error(`console.error was called:\n${messages.join('\n')}`);
}

afterEach(failIfReported);
afterAll(failIfReported);
