import { expect, test } from 'vitest';
import { openBarrier } from './barrier.ts';
import { type SavedTrack, trackSaved } from './saved-track.ts';

function world(inherited = 0) {
  const heard: [number, boolean][] = [];
  const sent: number[] = [];
  const track: SavedTrack = trackSaved(inherited, (own, isInheritedSent) => {
    heard.push([own, isInheritedSent]);
  });
  const barrier = openBarrier({
    send: (n) => sent.push(n),
    mark: track.mark,
    onConfirmed: track.confirmed,
  });
  const answer = (): void => barrier.answered(sent.at(-1) ?? 0);
  const connect = (): void => {
    barrier.reset();
    track.connected();
    barrier.ask();
    answer();
    track.sentWhole();
    barrier.ask();
    answer();
  };
  return { track, barrier, sent, heard, answer, connect };
}

test('loading until the first barrier is answered, then saved', () => {
  const { track, barrier, answer } = world();
  expect(track.read()).toEqual({ kind: 'loading' });
  track.connected();
  barrier.ask();
  expect(track.read()).toEqual({ kind: 'loading' });
  answer();
  // Loaded, but what this device has and the server lacks is not out yet.
  expect(track.read()).toEqual({ kind: 'saving' });
  track.sentWhole();
  barrier.ask();
  answer();
  expect(track.read()).toEqual({ kind: 'saved' });
});

test('a copy on this device is readable at once and says that it is offline', () => {
  const { track } = world(3);
  track.copyLoaded();
  expect(track.read()).toEqual({ kind: 'offline', waiting: 3 });
});

test('one barrier is under way at a time, and a change behind it is saved by the next', () => {
  const { track, barrier, sent, answer, connect } = world();
  connect();
  const before = sent.length;
  track.changed(0, 'edit');
  barrier.ask();
  track.changed(5000, 'edit');
  barrier.ask();
  expect(sent).toHaveLength(before + 1);
  answer();
  expect(track.read()).toEqual({ kind: 'saving' });
  expect(sent).toHaveLength(before + 2);
  answer();
  expect(track.read()).toEqual({ kind: 'saved' });
});

test('typing that goes on is one edit, and what waits is counted', () => {
  const { track, connect, heard } = world();
  connect();
  track.disconnected();
  for (let at = 0; at < 900; at += 100) track.changed(at, 'typing');
  expect(track.read()).toEqual({ kind: 'offline', waiting: 1 });
  track.changed(1000, 'edit');
  track.changed(4000, 'typing');
  expect(track.read()).toEqual({ kind: 'offline', waiting: 3 });
  expect(heard.at(-1)).toEqual([3, false]);
  connect();
  expect(track.read()).toEqual({ kind: 'saved' });
  expect(heard.at(-1)).toEqual([0, false]);
});

test('edits of an earlier page load wait until all that this device has was sent', () => {
  const { track, barrier, answer, heard } = world(2);
  track.copyLoaded();
  track.connected();
  barrier.ask();
  answer();
  expect(track.read()).toEqual({ kind: 'saving' });
  track.sentWhole();
  barrier.ask();
  answer();
  expect(track.read()).toEqual({ kind: 'saved' });
  expect(heard.at(-1)).toEqual([0, true]);
});

test('an answer to a barrier of an earlier connection confirms nothing', () => {
  const { track, barrier, sent, connect } = world();
  connect();
  track.changed(0, 'edit');
  barrier.ask();
  const lost = sent.at(-1) ?? 0;
  track.disconnected();
  barrier.reset();
  barrier.answered(lost);
  expect(track.read()).toEqual({ kind: 'offline', waiting: 1 });
});

test('a refusal ends it and says how much was not saved', () => {
  const { track, connect } = world();
  connect();
  track.changed(0, 'edit');
  track.disconnected();
  track.refused('notAllowed', 'The link was revoked.');
  expect(track.read()).toEqual({
    kind: 'refused',
    code: 'notAllowed',
    message: 'The link was revoked.',
    unsaved: 1,
  });
});
