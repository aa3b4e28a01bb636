/**
 * Gives the focus back to where it was when the first of a row of dialogs opened: the browser cannot, since a dialog
 * that opens from another one outlives it, and every dialog leaves the document when it closes.
 */
export function returnsFocus(isOpen: () => boolean): void {
  let opener: Element | null = null;
  let was = false;
  // Before the dialog is drawn, and so before it takes the focus.
  $effect.pre(() => {
    if (isOpen() && !was) opener = document.activeElement;
  });
  $effect(() => {
    const is = isOpen();
    const closes = was && !is;
    was = is;
    if (!closes || !(opener instanceof HTMLElement) || !opener.isConnected) return;
    if (document.activeElement === null || document.activeElement === document.body) opener.focus();
  });
}
