"use strict";
// Where the order stands is passing: the page is loaded anew once the order stands elsewhere, and
// not before, for whoever reads it, or has it read aloud, would begin again every few seconds.
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
