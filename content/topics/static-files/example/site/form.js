export function openForm() {
  document.body.append('Which seat?');
}
