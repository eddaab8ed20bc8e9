const narrow = matchMedia('(width < 64rem)');

/** Where the branches of a choice stand below one another, all but the default fold, so that the line stays in reach. */
class BranchList extends HTMLElement {
  connectedCallback(): void {
    narrow.addEventListener('change', this.#fit);
    if (narrow.matches) this.#fit();
  }

  disconnectedCallback(): void {
    narrow.removeEventListener('change', this.#fit);
  }

  readonly #fit = (): void => {
    for (const branch of this.querySelectorAll('details')) branch.open = !narrow.matches || 'default' in branch.dataset;
  };
}

customElements.define('branch-list', BranchList);
