"use strict";
// The order moves on by itself. The page is loaded anew only then: somebody who reads it, or has it
// read aloud, would otherwise begin again every few seconds.
(() => {
  const EVERY = 3_000;
  const standing = (page) => page.querySelector("[data-standing]")?.dataset.standing;

  async function look() {
    try {
      const page = await (await fetch(location.pathname)).text();
      const now = standing(new DOMParser().parseFromString(page, "text/html"));
      if (now && now !== standing(document)) return location.replace(location.pathname);
    } catch {
      // Without a network now: at the next look perhaps with one.
    }
    setTimeout(look, EVERY);
  }
  setTimeout(look, EVERY);
})();
