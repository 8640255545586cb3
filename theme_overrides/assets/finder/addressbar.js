// Keeps the page's address in sync with the query, and the scroll position in each history entry.

import { address } from "./state.js";

const RESTING = 200;

const to = (state) => address(state) || location.pathname;
const keepPlace = () => history.replaceState({ y: scrollY }, "");

export class AddressBar {
  /** @param {(y: number|undefined) => void} onReturn back or forth, with where the visitor was; anchors of the page are in the history, too */
  constructor(onReturn) {
    this.isWritten = true;
    history.scrollRestoration = "manual";
    addEventListener("popstate", () => {
      clearTimeout(this.scrolling);
      onReturn(this.y);
    });
    addEventListener("scroll", () => {
      clearTimeout(this.scrolling);
      this.scrolling = setTimeout(keepPlace, RESTING);
    });
  }

  /** The saved scroll position; undefined on the first visit. */
  get y() {
    return history.state?.y;
  }

  get params() {
    return new URLSearchParams(location.search);
  }

  /** Something was typed: `write` is called when it is asked for. */
  typed() {
    this.isWritten = false;
  }

  /** Writes the address of typed text. Not for every letter: it takes milliseconds, and Safari allows 100 changes in 30 seconds. */
  write(state) {
    if (this.isWritten) return;
    try {
      this.replace(state);
      this.isWritten = true;
    } catch {
      // The next one will do it.
    }
  }

  replace(state) {
    history.replaceState({ y: scrollY }, "", to(state));
  }

  /** An entry of its own in the history. */
  push(state) {
    keepPlace();
    history.pushState({ y: scrollY }, "", to(state));
  }
}
