/**
 * The console's colours replace the stage's on the whole page, and a preview inside it needs the stage's back. They are
 * taken from the tokens' own first block, so that they are decided in one place only.
 */
export function bringPaper(): void {
  const tokens = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .find((rule) => rule instanceof CSSStyleRule && rule.selectorText === ":root" && rule.style.getPropertyValue("--paper"));
  if (!(tokens instanceof CSSStyleRule)) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`[data-theme="paper"] { ${tokens.style.cssText} }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
