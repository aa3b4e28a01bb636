import type { Mood } from "../../protocol/generated";
import type { Beside } from ".";
import { send } from "./send";
import { words as table } from "./words";

/** The server forgets a mood after this long, and so does the phone. */
const LASTS_MS = 180_000;

const MOODS: readonly Mood[] = ["too_fast", "lost", "fine"];

/** Three buttons for the presenter alone. Pressed again, a mood is taken back. */
export function moods({ h, say, set, language, token, tell }: Beside): { element: HTMLElement; update(open: boolean): void } {
  const words = table[language];
  let said: Mood | null = null;
  let fades: ReturnType<typeof setTimeout> | undefined;
  const trouble = h("p", { class: "beside-trouble", role: "alert", hidden: true });
  const buttons = MOODS.map((mood) => h("button", { type: "button", onclick: () => void tells(said === mood ? null : mood) }, words.moods[mood]));

  function draw(): void {
    MOODS.forEach((mood, index) => set(buttons[index]!, "aria-pressed", said === mood ? "true" : "false"));
  }
  async function tells(mood: Mood | null): Promise<void> {
    const before = said;
    said = mood;
    clearTimeout(fades);
    fades = setTimeout(() => ((said = null), draw()), LASTS_MS);
    draw();
    const refused = await send(token(), "PUT", "/api/mood", { mood });
    say(trouble, refused && words.refused(refused));
    if (refused) said = before;
    else if (mood) tell(words.called(words.moods[mood]));
    draw();
  }
  const element = h(
    "section",
    { class: "beside-moods" },
    h("h2", { id: "beside-mood" }, words.mood),
    h("div", { role: "group", "aria-labelledby": "beside-mood" }, ...buttons),
    h("p", { class: "hint" }, words.moodHelp),
    trouble,
  );
  draw();
  return { element, update: (open) => set(element, "hidden", !open) };
}
