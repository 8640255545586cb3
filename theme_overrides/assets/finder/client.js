// The finder as pages use it: a worker answers, so that typing never waits.

export class Finder {
  /** @param {URL} top the URL of the folder `suche/` */
  constructor(top) {
    this.top = top;
    this.base = null;
    this.waiting = new Map();
    this.number = 0;
    this.newest = 0;
  }

  /** Resolves with the URL of the index's folder. */
  get ready() {
    return this.ask("open").then((base) => (this.base = new URL(base)));
  }

  /**
   * The newest call wins; older ones that are still under way reject with AbortError.
   * @param {((first: Object) => void) | null} show gets the answer with its first hits, if it takes longer to have all of them
   */
  async search(state, show = null) {
    this.newest += 1;
    const own = this.newest;
    const result = await this.ask("search", state, (first) => {
      if (own !== this.newest) return;
      this.base = new URL(first.base);
      show?.(first);
    });
    if (own !== this.newest) throw new DOMException("a newer search has been asked for", "AbortError");
    this.base = new URL(result.base);
    return result;
  }

  counts(state) {
    return this.ask("counts", state);
  }

  points(state) {
    return this.ask("points", state);
  }

  cards(numbers) {
    return this.ask("cards", numbers);
  }

  find(ids) {
    return this.ask("find", ids);
  }

  ask(name, value, show = null) {
    this.number += 1;
    const number = this.number;
    return new Promise((resolve, reject) => {
      this.waiting.set(number, { resolve, reject, show });
      try {
        this.start().postMessage({ number, name, value });
      } catch (error) {
        this.fail(error);
      }
    });
  }

  start() {
    if (!this.worker) {
      this.worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
      this.worker.addEventListener("message", ({ data }) => this.answer(data));
      this.worker.addEventListener("error", (event) => {
        event.preventDefault();
        this.fail(new Error(event.message || "the worker could not be loaded"));
      });
      this.worker.postMessage({ name: "top", value: this.top.href });
    }
    return this.worker;
  }

  answer({ number, first, value, error }) {
    const call = this.waiting.get(number);
    if (first) {
      call?.show?.(first);
      return;
    }
    this.waiting.delete(number);
    if (!call) return;
    if (error) call.reject(new Error(error));
    else call.resolve(value);
  }

  /** All calls under way fail; the next one starts a new worker. */
  fail(error) {
    const calls = [...this.waiting.values()];
    this.waiting.clear();
    this.worker?.terminate();
    this.worker = null;
    for (const { reject } of calls) reject(error);
  }
}
