/** Enables the controls inside an element: in the page they are disabled, for without their script they do nothing. */
export function enableControls(element: HTMLElement): void {
  for (const control of element.querySelectorAll<
    HTMLButtonElement | HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement
  >(':disabled'))
    control.disabled = false;
}
