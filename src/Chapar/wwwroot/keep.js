// Asks the browser to keep what is read for reading offline (worker.js), once the page is there and where data is not being saved. And has a page counted
// as read that the browser fetched ahead: what is fetched ahead is not counted, since it may never be looked at.
(() => {
  const { connection, serviceWorker } = navigator;
  if (serviceWorker && !connection?.saveData)
    addEventListener("load", async () => {
      const isKnown = serviceWorker.controller;
      await serviceWorker.register("/worker.js", { updateViaCache: "all" });
      // This page came before the worker did.
      if (!isKnown) (await serviceWorker.ready).active.postMessage(location.pathname);
    });
  if (performance.getEntriesByType("navigation")[0]?.deliveryType === "navigational-prefetch") fetch(location.href, { method: "HEAD" });
})();
