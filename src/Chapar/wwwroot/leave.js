// Served in the place of worker.js where nothing is to be kept any longer: takes away what was, and itself.
addEventListener("install", () => skipWaiting());
addEventListener("activate", event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith("chapar-")) await caches.delete(name);
  await registration.unregister();
})()));
