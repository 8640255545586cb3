// Loaded by every page: Escape closes the menu, entries that are over since the last build get hidden, buttons „Merken“ work.
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

  // Suggestions for search boxes; their script is fetched with the first focus.
  const suggest = ({ target }) => {
    if (!target.matches("input[data-suggest]")) return;
    const before = target.value;
    import("./finder/suggest.js").then(({ enhance }) => enhance(target, before)).catch(() => {});
  };
  document.addEventListener("focusin", suggest);
  suggest({ target: document.activeElement });

  // The site is built once a day; a build may fail. Dates are compared as text, in local time.
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  for (const entry of document.querySelectorAll("[data-ende]")) {
    if (entry.dataset.ende < today) entry.hidden = true;
  }

  // „Merken“: the buttons are there at once; their script is fetched with the first tap, or if something has been saved.
  const savable = ':is([data-id^="offers/"], [data-id^="events/"])';
  const addButtons = () => document.querySelectorAll(`.mint-save-place, .mint-card${savable}, ${savable} > .mint-card`).forEach(addButton);
  function addButton(place) {
    if (place.querySelector(":scope > .mint-save")) return;
    const record = place.closest("[data-id]");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "mint-save";
    button.textContent = "Merken";
    button.dataset.merken = record.dataset.id;
    button.dataset.titel = record.querySelector("h1, .mint-card__title").textContent;
    button.setAttribute("aria-pressed", "false");
    button.setAttribute("aria-label", `Merken: ${button.dataset.titel}`);
    place.append(button);
  }
  addButtons();
  let saved;
  const withSaved = (then) => (saved = import("./finder/saved.js")).then(then);
  document.addEventListener("click", ({ target }) => {
    const button = target.closest("button.mint-save");
    if (button) withSaved(({ tap }) => tap(button)).catch(() => (button.textContent = button.ariaLabel = "Geht gerade nicht"));
  });
  const showSaved = () => {
    try {
      if (saved || localStorage.getItem("merkliste")) withSaved(({ refresh }) => refresh()).catch(() => {});
    } catch {
      // Without access to the storage nothing can have been saved.
    }
  };
  showSaved();
  // The finder has shown new cards.
  addEventListener("mint-cards", () => {
    addButtons();
    showSaved();
  });
  // Saved in another tab, or on a page from which the visitor comes back.
  addEventListener("storage", showSaved);
  addEventListener("pageshow", ({ persisted }) => persisted && showSaved());
})();
