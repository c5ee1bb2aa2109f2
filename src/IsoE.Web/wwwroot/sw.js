// Lets the site be installed, and shows a page of its own when there is no network. Nothing that belongs to a person is
// kept: what is stored is the offline page, asked for without cookies, and the styles and scripts it names.
const kept = 'shell-1';
const offline = '/Offline';

const shell = async () => {
  const page = await fetch(offline, { credentials: 'omit' });
  const html = await page.clone().text();
  const parts = [...html.matchAll(/(?:href|src)="(\/(?:css|js|lib|icons)\/[^"#]+|\/favicon[^"#]*)[#"]/g)].map(found => found[1]);
  const cache = await caches.open(kept);
  await cache.put(offline, page);
  await cache.addAll([...new Set(parts)]);
};

self.addEventListener('install', event => event.waitUntil(shell().then(() => self.skipWaiting())));

self.addEventListener('activate', event => event.waitUntil(
  caches.keys().then(names => Promise.all(names.filter(name => name !== kept).map(name => caches.delete(name)))).then(() => self.clients.claim())));

self.addEventListener('fetch', event => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => caches.match(offline)));
  else if (['style', 'script', 'image', 'font'].includes(request.destination))
    event.respondWith(fetch(request).catch(async failed => await caches.match(request) ?? Promise.reject(failed)));
});
