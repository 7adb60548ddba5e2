/**
 * Keeps the field page's own files, all of one version, and answers with them; whatever else is asked goes to the service.
 * The list of files with the hash of each comes from the service, which makes it of what it serves.
 */

importScripts('/field-files.js');

const { version, files } = self.fieldFiles;
const NAMES = 'muster-field-';
const CACHE = NAMES + version;

/** All files or none: one whose hash is not that of the list belongs to another version. */
async function fill() {
  const cache = await caches.open(CACHE);
  await Promise.all(Object.entries(files).map(async ([path, integrity]) => {
    const response = await fetch(path, { cache: 'no-store', integrity });
    if (!response.ok) {
      throw new Error(`${path}: ${response.status}`);
    }
    await cache.put(path, response);
  }));
}

async function forgetOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter(name => name.startsWith(NAMES) && name !== CACHE).map(name => caches.delete(name)));
  await self.clients.claim();
}

async function answer(request, path) {
  const cache = await caches.open(CACHE);
  return await cache.match(path) ?? fetch(request);
}

self.addEventListener('install', event => event.waitUntil(fill()));
self.addEventListener('activate', event => event.waitUntil(forgetOthers()));
self.addEventListener('message', event => event.data === 'take-over' && self.skipWaiting());
self.addEventListener('fetch', event => {
  const { origin, pathname } = new URL(event.request.url);
  if (event.request.method === 'GET' && origin === self.location.origin && Object.hasOwn(files, pathname)) {
    event.respondWith(answer(event.request, pathname));
  }
});
