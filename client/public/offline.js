// The service worker: the page opens without a network. Plans themselves are in IndexedDB; here are only our files.
// Pages come from the network first, so that an update is seen at once; hashed assets never change.

const CACHE = 'tandem-files-1';
const MOST_OLD_ASSETS = 60;

self.addEventListener('install', (event) => {
  event.waitUntil(
    keepPage()
      .then(keepFiles)
      .then(() => self.skipWaiting()),
  );
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

/** Every page of the app is the same file; the first visit also brings what it names. */
async function keepPage() {
  const cache = await caches.open(CACHE);
  const response = await fetch('/', { cache: 'no-cache' });
  if (!response.ok) return;
  const html = await response.clone().text();
  await cache.put('/', response);
  const named = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path);
  await cache.addAll(named);
}

/** Every part of the app that is loaded later, so that none is missing without a network. Few are new each time. */
async function keepFiles() {
  try {
    const cache = await caches.open(CACHE);
    const response = await fetch('/offline-files.json', { cache: 'no-cache' });
    const files = response.ok ? await response.json() : [];
    for (const file of files) {
      if ((await cache.match(file)) === undefined) await cache.add(file);
    }
    await forgetOldest(cache, new Set(files));
  } catch {
    // The network went away meanwhile: what is missing comes with the next visit.
    return;
  }
}

async function page(event) {
  const { request } = event;
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request);
    if (response.ok && response.headers.get('content-type')?.startsWith('text/html')) {
      await cache.put('/', response.clone());
      event.waitUntil(keepFiles());
    }
    return response;
  } catch (error) {
    const kept = await cache.match('/');
    if (kept === undefined) throw error;
    return kept;
  }
}

async function asset(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request);
  if (kept !== undefined) return kept;
  const response = await fetch(request);
  if (response.ok) {
    await cache.put(request, response.clone());
  }
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
