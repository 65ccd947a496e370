// Keeps the fronts and the last articles read, for reading without a connection. The network always comes first: a kept page is shown only when the network
// fails, and it says so. The server puts "fronts" before these lines: the front of each language, and after it the page that lists what is kept.
const pages = "chapar-pages-1", parts = "chapar-parts-1", pictures = "chapar-pictures-1";
// A long article has 100,000 letters; a photo as wide as a phone has less than 150,000 bytes.
const most = { articles: 30, letters: 300000, parts: 20, pictures: 60, bytes: 150000 };
const others = /^\/(newsroom|api|health|metrics)(\/|$)|\.(xml|json|txt|csv|webmanifest)$|^\/worker\.js$/;
const file = /^\/[\w-]+\.[0-9a-f]{12}\.(css|js)$/, picture = /^\/media\/[0-9a-f]{12}-[0-9a-f]{2}\/\w+\.\w+$|^\/logo[\w-]*\.(svg|png)$/;

addEventListener("install", () => skipWaiting());
addEventListener("activate", event => event.waitUntil((async () => {
  // What other versions have kept.
  for (const name of await caches.keys()) if (name.startsWith("chapar-") && ![pages, parts, pictures].includes(name)) await caches.delete(name);
  const store = await caches.open(pages);
  // The lists are in their words. They stay until the network brings newer ones: without its list no page that is kept could be read.
  for (const list of new Set(Object.values(fronts))) {
    const kept = await store.match(list);
    if (!kept) continue;
    const headers = new Headers(kept.headers);
    headers.set("kept-old", "1");
    await store.put(list, new Response(await kept.text(), { headers }));
  }
  await clients.claim();
})()));

addEventListener("fetch", event => {
  const { request } = event, url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin || others.test(url.pathname)) return;
  if (request.mode === "navigate") event.respondWith(answer(event, url));
  else if (file.test(url.pathname)) event.respondWith(part(event, url.pathname, parts, most.parts));
  else if (picture.test(url.pathname)) event.respondWith(part(event, url.pathname, pictures, most.pictures));
});

// The page that was there before this worker: the browser has it at hand, so that it is neither sent nor counted again.
addEventListener("message", event => event.waitUntil((async () => {
  const url = new URL(event.data, location.origin);
  if (url.origin === location.origin && !others.test(url.pathname)) await keep(url, await fetch(url, { cache: "force-cache" }));
})()));

const answer = async (event, url) => {
  let page;
  try {
    page = await fetch(event.request);
  } catch {
    return offline(url);
  }
  event.waitUntil(keep(url, page.clone()));
  return page;
};

const keep = async (url, page) => {
  const store = await caches.open(pages), address = url.pathname;
  // What a question is answered says nothing of the page without it.
  if (url.search) return;
  // Withdrawn, moved, or never there: not to be read offline either. Others refuse for reasons of their own: too many requests, a wall in between.
  if (page.type === "opaqueredirect" || page.redirected || page.status === 404 || page.status === 410) return store.delete(address);
  const { headers } = page;
  if (page.status !== 200 || !headers.get("content-type")?.startsWith("text/html") || /no-store|private/.test(headers.get("cache-control"))) return;
  const html = await page.text(), isFront = address in fronts;
  if (!isFront && !/<article class="story [^"]*" data-format=/.test(html) || html.length > most.letters) return;
  await put(store, address, html, headers);
  await trim(store, most.articles, key => !(key in fronts) && !Object.values(fronts).includes(key));
  await keepFiles(html);
  const list = listFor(address), listed = await store.match(list);
  if (listed && !listed.headers.has("kept-old")) return;
  const said = await fetch(list);
  if (!said.ok) return;
  const text = await said.text();
  await put(store, list, text, said.headers);
  await keepFiles(text);
};

const put = async (store, address, html, from) => {
  const headers = new Headers(from);
  headers.delete("content-encoding");
  headers.delete("content-length");
  headers.set("kept-title", encodeURIComponent(/<h1[^>]*>([^]*?)<\/h1>/.exec(html)?.[1] ?? address));
  if (!headers.has("date")) headers.set("date", new Date().toUTCString());
  // Last in the order of the store, which is that of reading.
  await store.delete(address);
  await store.put(address, new Response(html, { headers }));
};

const trim = async (store, number, counts = () => true) => {
  const keys = (await store.keys()).filter(key => counts(new URL(key.url).pathname));
  for (const key of keys.slice(0, Math.max(0, keys.length - number))) await store.delete(key);
};

const keepFiles = async html => {
  const store = await caches.open(parts);
  for (const [, address] of html.matchAll(/(?:href|src)="([^"]+)"/g))
    if (file.test(address) && !await store.match(address)) await store.add(address);
  await trim(store, most.parts);
};

const part = async (event, address, name, number) => {
  const store = await caches.open(name), kept = await store.match(address);
  // The address of a file carries its hash: it cannot be another.
  if (kept && name === parts) return kept;
  let found;
  try {
    found = await fetch(event.request);
  } catch {
    return kept ?? Response.error();
  }
  const isGood = found.status === 200 && found.headers.get("cache-control")?.includes("immutable") && +found.headers.get("content-length") <= most.bytes;
  if (isGood && !kept) {
    const copy = found.clone();
    event.waitUntil(store.put(address, copy).then(() => trim(store, number)));
  } else if (kept && !found.ok) event.waitUntil(store.delete(address));
  return found;
};

// The list in the language of an address.
const listFor = address => {
  const plain = address.replace(/^\/(text|full)(?=\/|$)/, ""), first = "/" + plain.split("/")[1];
  return fronts[first] ?? fronts["/"];
};

// Where nothing was read in that language: any list is better than none.
const listIn = async (store, address) => {
  for (const list of [listFor(address), ...Object.values(fronts)]) {
    const kept = await store.match(list);
    if (kept) return kept;
  }
};

const offline = async url => {
  const store = await caches.open(pages), list = await listIn(store, url.pathname);
  // To a front one can put a question (a search); to an article only where the link was shared is added.
  const kept = url.search && url.pathname in fronts ? null : await store.match(url.pathname);
  if (!kept) return list ?? Response.error();
  const html = await kept.text();
  const [, months, date, said] = /<template data-months="([^"]*)" data-date="([^"]*)">([^]*?)<\/template>/.exec(await list?.text()) ?? [];
  if (!said) return Response.error();
  const at = new Date(kept.headers.get("date")), two = number => String(number).padStart(2, "0");
  const day = date.replace("{0}", at.getDate()).replace("{1}", months.split("|")[at.getMonth()]).replace("{2}", at.getFullYear());
  const note = said.replace("{0}", () => `<time datetime="${at.toISOString()}">${day}, ${two(at.getHours())}:${two(at.getMinutes())}</time>`);
  // Before anything else of the page but the way past it.
  return new Response(html.replace(/<body[^>]*>\s*(<a class="skip".*?<\/a>)?/, start => start + note), { headers: kept.headers });
};
