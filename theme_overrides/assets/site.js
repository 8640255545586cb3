// What every page needs: the menu on small screens, and hiding what is over since the last build.
"use strict";

(() => {
  const button = document.querySelector(".mint-menu-button");
  const menu = document.getElementById("mint-menu");
  const setOpen = (open) => {
    button.setAttribute("aria-expanded", String(open));
    menu.classList.toggle("is-open", open);
  };
  button.hidden = false;
  document.documentElement.classList.add("has-script");
  button.addEventListener("click", () => setOpen(button.getAttribute("aria-expanded") !== "true"));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && button.getAttribute("aria-expanded") === "true") {
      setOpen(false);
      button.focus();
    }
  });

  // The site is built once a day; a build may fail. Dates are compared as text, in local time.
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  for (const entry of document.querySelectorAll("[data-ende]")) {
    if (entry.dataset.ende < today) entry.hidden = true;
  }
})();
