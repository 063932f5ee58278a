/** Who may what, and what happens when it ends: looking only, revoked links, two people in one browser. */

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type Api, memberApi } from '../support/api.ts';
import type { Person } from '../support/browser.ts';
import { openWorld, type World } from '../support/e2e-world.ts';
import {
  openPlan,
  openTitle,
  stepCell,
  stepRow,
  stepsOn,
  untilSaved,
} from '../support/plan-page.ts';

let world: World;
let api: Api;
let seller: Person;
let plan = '';

beforeAll(async () => {
  world = await openWorld();
  seller = await world.person();
  await openPlan(seller.page, world.server.sellerLink);
  plan = /\/p\/([^?]+)/.exec(seller.page.url())?.[1] ?? '';
  api = await memberApi(world.server);
});
afterAll(() => world?.close());

const newLink = (role: string): Promise<{ id: string; url: string }> =>
  api.call('POST', `/api/plans/${plan}/links`, { role, party: 'buyer' });
const banner = (page: Page) => page.getByRole('banner');

describe('somebody who may only look', () => {
  it('sees the plan and nothing to change it with', async () => {
    const { page } = await world.person();
    await openPlan(page, (await newLink('viewer')).url, 'Ines Looker');
    await banner(page).getByText('You can look, not change').waitFor();
    for (const name of ['Share', 'Undo', 'Edit key dates', /^Add a/, /bring back/i]) {
      expect(await page.getByRole('button', { name }).count(), String(name)).toBe(0);
    }
    expect(await page.locator('[contenteditable=true]').count()).toBe(0);
    await stepCell(page, 'Pricing proposal', 'title').click();
    await page.keyboard.type('Changed');
    await stepCell(page, 'Pricing proposal', 'status').focus();
    for (const key of ['c', 'Delete', 'Enter', 'Control+Enter', 'Alt+ArrowUp'])
      await page.keyboard.press(key);
    await stepCell(page, 'Pricing proposal', 'due').click();
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await stepsOn(page)).toEqual(await stepsOn(seller.page));
    await untilSaved(page);
  });

  it('is closed out when their browser sends a change all the same, and nobody gets it', async () => {
    const { page } = await world.person();
    await openPlan(page, (await newLink('viewer')).url, 'Ines Forger');
    const before = await stepsOn(seller.page);
    const doc = new Y.Doc();
    doc.getMap('meta').set('title', 'Forged');
    const update = [...Y.encodeStateAsUpdate(doc)];
    const code = await page.evaluate(async (bytes) => {
      const [, id] = /\/p\/([^?]+)/.exec(location.pathname) ?? [];
      const me = new URLSearchParams(location.search).get('as') ?? '';
      const state = await (await fetch(`/api/plans/${id}?as=${me}`)).json();
      const { schema } = await (await fetch('/healthz')).json();
      const query = `schema=${schema}&epoch=${state.epoch}&as=${me}`;
      const socket = new WebSocket(`ws://${location.host}/sync/${id}?${query}`);
      socket.binaryType = 'arraybuffer';
      return new Promise<number>((resolve) => {
        socket.onclose = (event) => resolve(event.code);
        // A sync message that holds an update: its length is below 128 and takes one byte.
        socket.onopen = () => socket.send(new Uint8Array([0, 2, bytes.length, ...bytes]));
      });
    }, update);
    expect(code).toBe(4403);
    expect(await seller.page.getByRole('heading', { level: 1 }).innerText()).not.toContain(
      'Forged',
    );
    expect(await stepsOn(seller.page)).toEqual(before);
  });
});

describe('a link that is revoked while its guest writes', () => {
  it('ends the session in words, with everything saved', async () => {
    const link = await newLink('editor');
    const { page } = await world.person();
    await openPlan(page, link.url, 'Tara Guest');
    await openTitle(page, 'Pricing proposal', 'End');
    await page.keyboard.type(' twice');
    await untilSaved(page);
    await api.call('DELETE', `/api/plans/${plan}/links/${link.id}`);
    const alert = page.getByRole('alert').filter({ hasText: 'Everything you wrote was saved.' });
    await alert.waitFor();
    await banner(page).getByText('Not saved any more').waitFor();
    // Nothing looks as if it could still be changed, not even the cell that was open.
    expect(await page.locator('[contenteditable=true]').count()).toBe(0);
    for (const name of ['Share', 'Undo', 'Edit key dates', /^Add a/]) {
      expect(await page.getByRole('button', { name }).count(), String(name)).toBe(0);
    }
    await stepCell(page, 'Supplier registration', 'status').focus();
    await page.keyboard.press('c');
    await stepRow(page, 'Pricing proposal twice').waitFor();
    expect(await stepCell(page, 'Supplier registration', 'status').innerText()).toContain(
      'Pending',
    );
    await page.reload();
    await page.getByRole('heading', { name: 'This plan is not open to you' }).waitFor();
  });

  it('lets them copy what was written meanwhile and never saved', async () => {
    const link = await newLink('editor');
    const { page, context } = await world.person();
    let isCut = false;
    const cuts: (() => void)[] = [];
    await context.routeWebSocket(/\/sync\//, (socket) => {
      if (isCut) {
        void socket.close({ code: 1012 });
        return;
      }
      socket.connectToServer();
      cuts.push(() => void socket.close({ code: 1012 }));
    });
    await openPlan(page, link.url, 'Tara Train');
    isCut = true;
    for (const cut of cuts) cut();
    await banner(page)
      .getByText(/^Offline/)
      .waitFor();
    await openTitle(page, 'Supplier registration', 'End');
    await page.keyboard.type(' written in a tunnel');
    await page.keyboard.press('Escape');
    await banner(page).getByText('Offline, 1 edit waiting').waitFor();
    await api.call('DELETE', `/api/plans/${plan}/links/${link.id}`);
    isCut = false;
    await page.getByRole('alert').filter({ hasText: 'One edit was not saved.' }).waitFor();
    await page.getByRole('button', { name: 'Copy the plan with what was not saved' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const copy = await page.evaluate(() => navigator.clipboard.readText());
    expect(copy).toContain('written in a tunnel');
    expect(await stepsOn(seller.page)).not.toContainEqual(expect.stringContaining('tunnel'));
  });
});

describe('two people in one browser', () => {
  it('are two people on the plan, each by their own address', async () => {
    const { page, context } = seller;
    const guest = await context.newPage();
    await guest.goto(world.server.buyerLink);
    await guest.getByLabel('Your name').fill('Dana Ruiz');
    await guest.getByRole('button', { name: 'Open the plan' }).click();
    await guest.waitForURL(/\/p\/.*as=/);
    await untilSaved(guest);
    expect(guest.url()).not.toBe(page.url());
    for (const one of [page, guest]) {
      const here = one.getByRole('list', { name: 'Here now' });
      await here.getByText('Maya Lindqvist').waitFor({ state: 'attached' });
      await here.getByText('Dana Ruiz').waitFor({ state: 'attached' });
    }
    await stepCell(guest, 'Investment committee', 'title').focus();
    await expect
      .poll(() => stepRow(page, 'Investment committee').innerText())
      .toContain('Dana Ruiz');
    await guest.reload();
    await guest
      .getByRole('list', { name: 'Here now' })
      .getByText('Dana Ruiz (you)')
      .waitFor({ state: 'attached' });
    await page.reload();
    await page
      .getByRole('list', { name: 'Here now' })
      .getByText('Maya Lindqvist (you)')
      .waitFor({ state: 'attached' });
    await guest.close();
  });

  it('what one left unsent is offered to the other, and sent as theirs', async () => {
    const { page, context } = seller;
    const guest = await context.newPage();
    const memberUrl = page.url();
    await guest.goto(world.server.buyerLink);
    await guest.getByLabel('Your name').fill('Dana Ruiz');
    await guest.getByRole('button', { name: 'Open the plan' }).click();
    await untilSaved(guest);
    await page.goto('about:blank');
    await world.server.kill();
    await banner(guest)
      .getByText(/^Offline/)
      .waitFor();
    await openTitle(guest, 'Contract redlines', 'End');
    await guest.keyboard.type(' by Ruth');
    await guest.keyboard.press('Escape');
    await banner(guest).getByText('Offline, 1 edit waiting').waitFor();
    await guest.close();
    await world.restart();
    await page.goto(memberUrl);
    await page.getByText('One edit on this device was made under another name').waitFor();
    await page.getByRole('button', { name: 'Add it as mine' }).click();
    await stepRow(page, 'agreement by Ruth').waitFor();
    await untilSaved(page);
    await expect
      .poll(async () => JSON.stringify(await api.call('GET', `/api/plans/${plan}`)))
      .toContain('agreement by Ruth');
  });

  it('and nothing complained', () => {
    expect(world.complaints()).toEqual([]);
  });
});
