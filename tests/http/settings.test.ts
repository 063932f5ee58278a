import { describe, expect, test } from 'vitest';
import { isLoopback, PROJECT_ROOT, readConfig } from '../../server/src/config.ts';

function configOf(env: NodeJS.ProcessEnv) {
  const outcome = readConfig(env);
  if (outcome.kind === 'bad') throw new Error(outcome.message);
  return outcome.config;
}

describe('the settings', () => {
  test('have defaults, also where they are empty', () => {
    for (const env of [{}, { PORT: '', PUBLIC_URL: '', DATABASE_URL: '', DATA_DIR: '' }]) {
      const config = configOf(env);
      expect(config).toMatchObject({ port: 3000, host: '127.0.0.1', logLevel: 'info' });
      expect(config.dataDir).toBe(`${PROJECT_ROOT}/data`);
      expect(config.publicUrl).toBeUndefined();
    }
  });

  test('are taken as they are given', () => {
    const config = configOf({
      PORT: '8080',
      DATA_DIR: '/somewhere/else',
      PUBLIC_URL: 'https://plans.example/',
      TRUSTED_PROXY: '10.0.0.0/8, ::1',
    });
    expect(config).toMatchObject({ port: 8080, publicUrl: 'https://plans.example' });
    expect(config.dataDir).toBe('/somewhere/else');
    expect(config.trustedProxies.check('10.1.2.3')).toBe(true);
    expect(config.trustedProxies.check('11.1.2.3')).toBe(false);
    expect(config.trustedProxies.check('::1', 'ipv6')).toBe(true);
  });

  test.each([
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '30x'],
    ['HOST', 'two words'],
    ['PUBLIC_URL', 'plans.example'],
    ['PUBLIC_URL', 'ftp://plans.example'],
    ['PUBLIC_URL', 'https://plans.example/tandem'],
    ['TRUSTED_PROXY', 'proxy.example'],
    ['TRUSTED_PROXY', '10.0.0.0/33'],
    ['LOG_LEVEL', 'loud'],
    ['SESSION_SECRET', 'short'],
    ['DATABASE_URL', 'postgres://localhost/tandem'],
    ['REDIS_URL', 'redis://localhost'],
    ['SMTP_URL', 'smtp://localhost'],
  ])('a bad %s, “%s”, is one sentence that names it', (name, value) => {
    const outcome = readConfig({ [name]: value });
    const message = outcome.kind === 'bad' ? outcome.message : '';
    expect(message).toMatch(new RegExp(`^${name}.*\\.$`));
    expect(message).not.toContain('short"');
  });
});

test('only addresses of this machine are loopback', () => {
  for (const url of ['http://localhost:3000', 'http://127.0.0.1', 'http://[::1]:80']) {
    expect(isLoopback(url)).toBe(true);
  }
  for (const url of ['https://plans.example', 'http://localhost.example', 'http://10.0.0.1']) {
    expect(isLoopback(url)).toBe(false);
  }
});
