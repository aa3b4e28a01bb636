/** Leaves out the design tokens that a stylesheet does not use, and the themes of the other pages. */
export function withUsedTokens(css) {
  const themes = /(?:[^{}]*\[data-(?:theme|stage)[^{}]*)\{[^{}]*\}/g;
  let before;
  let after = css.replace(themes, "");
  do {
    before = after;
    after = before.replace(/(--[\w-]+):[^;{}]*(?:;|(?=\}))/g, (declaration, name) => (before.includes(`var(${name}`) ? declaration : ""));
  } while (after !== before);
  return after.replace(/[^{}]+\{\}/g, "");
}

/** The tokens that a stylesheet uses and that neither it nor the page's declares, as `all` declares them. */
export function lacking(css, page, all) {
  let declared = "";
  let before;
  do {
    before = declared;
    for (const [, name] of (css + declared).matchAll(/var\((--[\w-]+)/g)) {
      if ((css + page + declared).includes(`${name}:`)) continue;
      const value = new RegExp(`${name}:([^;{}]*)`).exec(all)?.[1];
      if (value !== undefined) declared += `${name}:${value};`;
    }
  } while (declared !== before);
  return declared && `.paper,:root{${declared}}`;
}

/** The tokens of the dark theme that a stylesheet uses, for a page that is dark: stronger than those that come with what is loaded later. */
export function darkTokens(all, css) {
  const blocks = [...all.matchAll(/\[data-theme="?dark"?\]\s*\{([^{}]*)\}/g)].map(([, block]) => block.trim().replace(/;?$/, ";"));
  if (!blocks.length) throw new Error("tokens.css has no dark theme");
  const used = blocks.join("").replace(/(--[\w-]+):[^;]*;/g, (declaration, name) => (css.includes(`var(${name}`) ? declaration : ""));
  return `html:root{${used}}`;
}
