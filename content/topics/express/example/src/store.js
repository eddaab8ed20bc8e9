// Stands for a database: its methods return promises.
export class Store {
  #tools = [{ id: 1, name: 'Drill' }];

  async list(name) {
    if (name === undefined) return this.#tools;
    return this.#tools.filter((tool) => tool.name === name);
  }

  async find(id) {
    return this.#tools.find((tool) => tool.id === id);
  }

  async add(name) {
    const tool = { id: this.#tools.length + 1, name };
    this.#tools.push(tool);
    return tool;
  }
}
