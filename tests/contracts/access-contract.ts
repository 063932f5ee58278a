/** What every storage must do with people, links and sessions. */

import type { Storage } from '@tandem/server/storage/storage';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  AT,
  actor,
  append,
  id,
  LATER,
  link,
  type OpenedForContract,
  planRow,
  session,
} from '../support/storage-rows.ts';

export function accessContract(open: () => Promise<OpenedForContract>): void {
  let opened: OpenedForContract;
  let storage: Storage;
  const create = (name: string): Promise<void> =>
    storage.createPlan(
      planRow(name),
      append(name, 0, [1], { claims: [{ clientId: 1, actor: 'system' }] }),
    );

  beforeEach(async () => {
    opened = await open();
    storage = opened.storage;
  });
  afterEach(() => opened.remove());

  describe('access', () => {
    beforeEach(async () => {
      await create('a');
      await storage.createActor(actor('maya'));
    });

    test('finds members by e-mail in any case, once', async () => {
      expect(await storage.findMemberByEmail('MAYA@acme.example')).toEqual(actor('maya'));
      await expect(
        storage.createActor(actor('other', { email: 'Maya@Acme.example' })),
      ).rejects.toThrow();
      await storage.createActor(
        actor('guest', { kind: 'guest', email: 'maya@acme.example', verified: false }),
      );
      expect(await storage.findMemberByEmail('maya@acme.example')).toMatchObject({ id: 'maya' });
      await storage.updateActor('guest', { name: 'Dana', verified: true });
      expect(await storage.findActor('guest')).toMatchObject({
        name: 'Dana',
        verified: true,
        kind: 'guest',
      });
      expect(await storage.findActor('system')).toMatchObject({ kind: 'system' });
      expect(await storage.findFirstMember()).toMatchObject({ id: 'maya' });
    });

    test('ends a link with its sessions, once', async () => {
      await storage.createLink(link('l', id('a')));
      await storage.createSession(session('s', { link: 'l' }));
      await storage.createSession(session('t'));
      expect(await storage.findLinkByHash('hash of l')).toEqual(link('l', id('a')));
      expect(await storage.revokeLink('l', LATER)).toBe(true);
      expect(await storage.revokeLink('l', LATER)).toBe(false);
      expect(await storage.findLink('l')).toMatchObject({ revokedAt: LATER });
      expect(await storage.findSessionByHash('hash of s')).toMatchObject({ endedAt: LATER });
      expect(await storage.findSessionByHash('hash of t')).toMatchObject({ endedAt: null });
      expect(await storage.endSession('t', LATER)).toBe(true);
      expect(await storage.endSession('t', LATER)).toBe(false);
    });

    test("lists a plan's links newest first, and whom each let in", async () => {
      await storage.createLink(link('old', id('a')));
      await storage.createLink(link('new', id('a'), { createdAt: LATER }));
      expect((await storage.linksOfPlan(id('a'))).map((row) => row.id)).toEqual(['new', 'old']);
      for (const name of ['g1', 'g2']) {
        await storage.createActor(
          actor(name, { kind: 'guest', email: null, createdAt: name === 'g1' ? AT : LATER }),
        );
        await storage.grantAccess({
          plan: id('a'),
          actor: name,
          role: 'editor',
          link: 'old',
          lastUsedAt: AT,
        });
      }
      expect((await storage.actorsOfLink('old')).map((row) => row.id)).toEqual(['g1', 'g2']);
      expect(await storage.findActorOfLink('old')).toMatchObject({ id: 'g1' });
      expect(await storage.findActorOfLink('new')).toBeUndefined();
    });

    test('takes a sign-in once, and only in its time', async () => {
      const signIn = {
        secretHash: 'once',
        actor: 'maya',
        plan: id('a'),
        expiresAt: LATER,
        usedAt: null,
      };
      await storage.createSignIn(signIn);
      expect(await storage.useSignIn('once', AT)).toEqual({ ...signIn, usedAt: AT });
      expect(await storage.useSignIn('once', AT)).toBeUndefined();
      await storage.createSignIn({ ...signIn, secretHash: 'late' });
      expect(await storage.useSignIn('late', LATER)).toBeUndefined();
    });

    test('finds tokens, and who used a plan last', async () => {
      await storage.createToken({ id: 'k', secretHash: 'token', actor: 'maya', createdAt: AT });
      expect(await storage.findTokenByHash('token')).toMatchObject({ actor: 'maya' });
      await storage.createActor(actor('guest', { kind: 'guest', email: null }));
      for (const name of ['maya', 'guest']) {
        await storage.grantAccess({
          plan: id('a'),
          actor: name,
          role: 'editor',
          link: null,
          lastUsedAt: AT,
        });
      }
      await storage.touchAccess(id('a'), 'guest', LATER);
      expect(await storage.latestAccess(id('a'), ['maya', 'guest'])).toMatchObject({
        actor: 'guest',
        lastUsedAt: LATER,
      });
      expect(await storage.latestAccess(id('a'), ['maya'])).toMatchObject({ actor: 'maya' });
      expect(await storage.latestAccess(id('a'), [])).toBeUndefined();
      await storage.grantAccess({
        plan: id('a'),
        actor: 'maya',
        role: 'member',
        link: null,
        lastUsedAt: LATER,
      });
      expect(await storage.findAccess(id('a'), 'maya')).toMatchObject({ role: 'member' });
      expect(await storage.plansOfActor('maya')).toHaveLength(1);
    });
  });
}
