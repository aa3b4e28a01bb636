import type { Language, NewTalkRequest, OpenedTalk, PresentTalkRequest, RunningTalk, SettingsRequest } from "../../protocol/generated";
import { fileOf, request } from "../../protocol/request";
import type { HandoutOptions, HandoutToSave, SummaryFormat } from "../../platform";

/** A database is opened, phones are served, windows are made. */
const PRESENT_MS = 30_000;
/** What must be gone from the disk is scrubbed. */
const ERASING_MS = 30_000;
const SUMMARY_MS = 60_000;

/** What home may be asked for, each one call. */
export class Host {
  constructor(readonly secret: string) {}

  readonly #post = <Answer>(path: string, body: unknown = {}, deadline?: number): Promise<Answer> => request("POST", path, this.secret, body, deadline);

  /** The reference of the talk format. */
  format = async (): Promise<string> => (await fileOf("/home/format", this.secret, SUMMARY_MS)).bytes.text();
  refresh = (): Promise<unknown> => this.#post("/home/refresh");
  open = (path: string): Promise<OpenedTalk> => this.#post("/home/talks", { path });
  create = (title: string, language: Language): Promise<OpenedTalk> => this.#post("/home/talks/new", { title, language } satisfies NewTalkRequest);
  copy = (talk: string): Promise<OpenedTalk> => this.#post(`/home/talks/${encodeURIComponent(talk)}/copy`);
  edit = (talk: string): Promise<unknown> => this.#post(`/home/talks/${encodeURIComponent(talk)}/edit`);
  remove = (talk: string): Promise<unknown> => request("DELETE", `/home/talks/${encodeURIComponent(talk)}`, this.secret);
  present = (talk: string, request: PresentTalkRequest): Promise<RunningTalk> => this.#post(`/home/talks/${encodeURIComponent(talk)}/present`, request, PRESENT_MS);
  resume = (): Promise<RunningTalk> => this.#post("/home/resume", {}, PRESENT_MS);
  leave = (): Promise<unknown> => this.#post("/home/leave", {}, PRESENT_MS);
  settle = (settings: Partial<SettingsRequest>): Promise<unknown> => this.#post("/home/settings", settings);
  forget = (session: string): Promise<unknown> => request("DELETE", `/home/sessions/${encodeURIComponent(session)}`, this.secret, undefined, ERASING_MS);

  /** A talk on paper: by itself, or a session's with what its room answered. */
  handout(subject: HandoutToSave["subject"], { pages, notes }: HandoutOptions): Promise<{ bytes: Blob; name: string }> {
    const of = "session" in subject ? `sessions/${encodeURIComponent(subject.session)}` : `talks/${encodeURIComponent(subject.talk)}`;
    return fileOf(`/home/${of}/handout.pdf?pages=${pages}&notes=${notes}`, this.secret, SUMMARY_MS);
  }

  /** A session's summary, with the name it is saved under. */
  summary(session: string, format: SummaryFormat): Promise<{ bytes: Blob; name: string }> {
    return fileOf(`/home/sessions/${encodeURIComponent(session)}/summary.${format}`, this.secret, SUMMARY_MS);
  }
}
