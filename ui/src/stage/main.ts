import { mount } from "svelte";
import "../design/tokens.css";
import "../design/base.css";
import "../design/desk.css";
import "../design/fonts.css";
import "./stage.css";
import Stage from "./Stage.svelte";
import { platform } from "../platform";
import { listen } from "./keyboard";
import { StageSession } from "./session.svelte";

// The secret stays in the fragment, which browsers never send; it only allows to listen.
const session = new StageSession(location.hash.slice(1));

// In a browser the slides can only listen.
if (platform.pressOnStage) listen(platform.pressOnStage);

mount(Stage, { target: document.body, props: { session, drawn: platform.stageDrawn } });
