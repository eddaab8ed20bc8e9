// #region service
export class Refused extends Error {}

/** The rules for episodes. Nothing in here knows HTTP. */
export class Episodes {
  #episodes = new Map();
  #lastId = 0;

  publish(show, title) {
    if (typeof title !== 'string' || title.trim() === '') {
      throw new Refused('title is missing');
    }
    const episode = { id: ++this.#lastId, show, title: title.trim() };
    this.#episodes.set(episode.id, episode);
    return episode;
  }

  find(id) {
    return this.#episodes.get(id);
  }

  latest() {
    return [...this.#episodes.values()].at(-1); // the last may be deleted
  }

  remove(id) {
    return this.#episodes.delete(id);
  }
}
// #endregion service
