/**
 * One of several, as keyboards know it: an arrow goes to the next radio button and picks it, round and round.
 * The tab key's one stop is the business of who draws the group.
 */
export function arrows(event: KeyboardEvent): void {
  const from = event.target as HTMLElement;
  const way = /^Arrow(Down|Right)$/.test(event.key) ? 1 : /^Arrow(Up|Left)$/.test(event.key) ? -1 : 0;
  const group = from.getAttribute("role") === "radio" ? from.closest("[role=radiogroup]") : null;
  if (!way || !group || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const all = [...group.querySelectorAll<HTMLElement>("[role=radio]")];
  const next = all[(all.indexOf(from) + way + all.length) % all.length]!;
  if (!next.hasAttribute("aria-disabled")) next.click();
  // After the click: that of one's own words goes to their field, which arrows do not leave.
  next.focus();
}
