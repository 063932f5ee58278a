// The service worker: the page opens without a network. Plans themselves are in IndexedDB; here are only our files.
// Pages come from the network first, so that an update is seen at once; hashed assets never change.

const CACHE = 'tandem-files-1';
const MOST_OLD_ASSETS = 60;

self.addEventListener('install', (event) => {
  event.waitUntil(keepApp().then(() => self.skipWaiting()));
});
self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(event));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(asset(request));
});

/**
 * The app as it is now: the one file that every page is, and every part that it may ask for later. The page is kept
 * last, so that what opens without a network is always whole.
 */
async function keepApp() {
  try {
    const cache = await caches.open(CACHE);
    const page = await fetch('/', { cache: 'no-cache' });
    const list = await fetch('/offline-files.json', { cache: 'no-cache' });
    if (!page.ok || !list.ok) return;
    const html = await page.clone().text();
    const files = await list.json();
    const named = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path);
    // The server was updated between the two answers: the next visit brings both.
    if (!named.every((path) => files.includes(path))) return;
    for (const file of files) {
      if ((await cache.match(file)) === undefined) await cache.add(file);
    }
    await cache.put('/', page);
    await forgetOldest(cache, new Set(files));
  } catch {
    // The network went away meanwhile: what was kept before is still whole.
    return;
  }
}

async function page(event) {
  try {
    const response = await fetch(event.request);
    event.waitUntil(keepApp());
    return response;
  } catch (error) {
    const kept = await (await caches.open(CACHE)).match('/');
    if (kept === undefined) throw error;
    return kept;
  }
}

async function asset(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request);
  if (kept !== undefined) return kept;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}

/** Keys come in the order in which they were put in: the files of builds long gone go first. */
async function forgetOldest(cache, needed) {
  const keys = (await cache.keys()).filter(({ url }) => {
    const { pathname } = new URL(url);
    return pathname.startsWith('/assets/') && !needed.has(pathname);
  });
  for (const key of keys.slice(0, Math.max(0, keys.length - MOST_OLD_ASSETS)))
    await cache.delete(key);
}
