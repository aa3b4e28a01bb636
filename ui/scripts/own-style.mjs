/**
 * A PostCSS plugin that keeps the style of each kind of question to questions of that kind. A phone that has drawn one kind keeps its style
 * for good, and what two kinds call by the same name would look like the one that came last.
 */
export const ownStyle = {
  postcssPlugin: "gazouillis:own-style",
  Once(root) {
    const kind = /\/kinds\/([^/]+)\/style\.css$/.exec((root.source?.input.file ?? "").split("?")[0])?.[1];
    if (!kind) return;
    root.walkRules((rule) => {
      const isStep = rule.parent?.type === "atrule" && /keyframes$/.test(rule.parent.name);
      if (!isStep) rule.selectors = rule.selectors.map((selector) => `[data-kind=${kind}] ${selector}`);
    });
  },
};
