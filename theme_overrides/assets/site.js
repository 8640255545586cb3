// What every page needs: Escape for the menu, and hiding what is over since the last build.
"use strict";

(() => {
  // The menu is a <details>; Escape closes it and gives the focus back.
  const menu = document.querySelector(".mint-menu");
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });

  // The site is built once a day; a build may fail. Dates are compared as text, in local time.
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  for (const entry of document.querySelectorAll("[data-ende]")) {
    if (entry.dataset.ende < today) entry.hidden = true;
  }
})();
