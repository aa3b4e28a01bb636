import { type Page, test as base } from "@playwright/test";
import { HomeApp } from "../support/home";
import { expect } from "../support/test";

const test = base.extend<{ app: HomeApp }>({
  // eslint-disable-next-line no-empty-pattern
  app: async ({}, use) => {
    const app = await HomeApp.start();
    await use(app);
    await app.stop();
  },
});
test.use({ locale: "fr-FR", viewport: { width: 1280, height: 720 } });

/** What a screen reader says where the keyboard is, and whether somebody who sees knows where that is. */
interface Stop {
  says: string;
  /** Something is drawn around it, or around what stands for it. */
  marked: boolean;
  /** Its middle is in the window and nothing lies over it. */
  seen: boolean;
  /** It comes after the stop before it, in the order in which it is read. */
  follows: boolean;
}

async function stop(page: Page): Promise<Stop | null> {
  const focused = page.locator("*:focus");
  if (!(await focused.count()) || (await focused.evaluate((element) => element === document.body))) return null;
  const says = await focused.ariaSnapshot();
  const looks = await focused.evaluate((element) => {
    // A radio button is drawn by the words beside it.
    const drawn = element.matches("input[type=radio], input[type=checkbox]") ? [element, element.nextElementSibling, element.closest("label")] : [element];
    const isMarked = (one: Element | null) => {
      if (!one) return false;
      const style = getComputedStyle(one);
      return style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0;
    };
    const box = element.getBoundingClientRect();
    const there = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const before = (window as { walked?: Element }).walked;
    (window as { walked?: Element }).walked = element;
    return {
      marked: drawn.some(isMarked),
      seen: there !== null && (element.contains(there) || there.closest("label")?.contains(element) === true),
      follows: !before?.isConnected || Boolean(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING),
    };
  });
  return { says: says.split("\n")[0] ?? "", ...looks };
}

/** Tab by Tab through a page, from its start until the keyboard leaves it. */
async function walk(page: Page): Promise<Stop[]> {
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    delete (window as { walked?: Element }).walked;
    // Where the keyboard begins is where one last clicked: at the top.
    const top = document.createElement("span");
    top.tabIndex = -1;
    document.body.prepend(top);
    top.focus();
    top.remove();
  });
  const stops: Stop[] = [];
  for (let press = 0; press < 150; press++) {
    await page.keyboard.press("Tab");
    const here = await stop(page);
    if (!here || (!here.follows && stops.length)) return stops;
    stops.push(here);
  }
  throw new Error(`the keyboard never leaves the page: ${stops.map((one) => one.says).join(" | ")}`);
}

/** Every stop says what it is, and is seen. */
function isWalkable(stops: Stop[], what: string): void {
  // "- button "Présenter"": a role and a name.
  const nameless = stops.filter(({ says }) => !/^- '?\w+ "\S[^"]*/u.test(says) && !/^- (?:textbox|combobox|text:) \S/u.test(says));
  expect(nameless, `${what}: stops that say nothing`).toEqual([]);
  expect(stops.filter(({ marked }) => !marked), `${what}: stops that are not marked`).toEqual([]);
  expect(stops.filter(({ seen }) => !seen), `${what}: stops that lie outside the window or under something`).toEqual([]);
  expect(new Set(stops.map(({ says }) => says)).size, `${what}: each says something of its own`).toBe(stops.length);
}

/** Tab until the keyboard is on what says so. */
async function tabTo(page: Page, says: RegExp): Promise<void> {
  for (let press = 0; press < 150; press++) {
    await page.keyboard.press("Tab");
    if (says.test((await stop(page))?.says ?? "")) return;
  }
  throw new Error(`the keyboard does not reach ${says}`);
}

/** A page begins with a heading of the first level, skips none, and each of its regions has a name of its own. */
async function isReadable(page: Page, what: string): Promise<void> {
  const levels = await page.evaluate(() =>
    [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter((heading) => heading.checkVisibility() && !heading.closest("[aria-hidden=true], [inert]")).map((heading) => Number(heading.tagName[1])),
  );
  expect(levels.filter((level) => level === 1), `${what}: one heading of the first level`).toHaveLength(1);
  const skips = levels.filter((level, at) => at > 0 && level > (levels[at - 1] ?? 0) + 1);
  expect(skips, `${what}: headings that skip a level (${levels.join(" ")})`).toEqual([]);
  const regions = (await page.locator("body").ariaSnapshot()).match(/^\s*- (?:region|navigation|complementary|main|banner|contentinfo)(?: ".*?")?/gmu) ?? [];
  const names = regions.map((region) => region.trim());
  expect(new Set(names).size, `${what}: regions with the same name: ${names.join(", ")}`).toBe(names.length);
}

test("home and the desk are walked with the keyboard alone, and each stop says what it is", async ({ app, page, browser }) => {
  await page.goto(app.url);
  await expect(page.getByRole("button", { name: "Présenter", exact: true })).toBeVisible();
  await isReadable(page, "home");
  isWalkable(await walk(page), "home");

  // The tour, and back to where it was asked for.
  await tabTo(page, /button "Faire la visite"/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  isWalkable(await walk(page), "the tour");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();

  await tabTo(page, /button "Nouvel exposé"/);
  await page.keyboard.press("Enter");
  await page.keyboard.type("Au clavier");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: "Au clavier" })).toBeVisible();
  await tabTo(page, /button "Présenter"/);
  await page.keyboard.press("Enter");

  const said = page.locator("p.visually-hidden[role=status]").first();
  const menu = page.locator("[data-action=menu]");
  await expect(menu).toBeVisible();
  const checks = page.getByRole("dialog");
  await expect(checks, "the check-list opens by itself").toBeVisible();
  isWalkable(await walk(page), "the check-list");
  await page.keyboard.press("Escape");
  await expect(checks).toBeHidden();
  await isReadable(page, "the desk");
  isWalkable(await walk(page), "the desk before anybody has come");

  await page.keyboard.press("PageDown");
  await expect(said, "a screen reader hears where the talk is").toContainText("Diapositive 2 sur");
  const phone = await browser.newPage();
  await phone.goto(await app.joinUrl(page.url()));
  // To the first question of the talk, by its number.
  await page.keyboard.press("g");
  await expect(page.getByRole("dialog")).toBeVisible();
  isWalkable(await walk(page), "the slides to go to");
  await page.keyboard.press("Escape");
  const close = page.getByRole("button", { name: /^Fermer le vote/ }).first();
  while (!(await close.isVisible())) {
    const before = await said.textContent();
    await page.keyboard.press("PageDown");
    await expect(said).not.toHaveText(before ?? "");
  }
  await isReadable(page, "the desk with an open question");
  isWalkable(await walk(page), "the desk with an open question");
  await tabTo(page, /button "Fermer/);
  await page.keyboard.press("Space");
  await expect(page.locator("[data-action=reveal]")).toBeEnabled();
  await tabTo(page, /button "Menu/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Menu" })).toBeVisible();
  isWalkable(await walk(page), "the menu");
  await tabTo(page, /button "Terminer la séance/);
  await page.keyboard.press("Enter");
  await tabTo(page, /button "Terminer la séance"/);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Séance terminée, la synthèse est figée.")).toBeVisible();
  isWalkable(await walk(page), "the desk after the end");
  await phone.close();
});
