import "../design/tokens.css";
import "../design/fonts.css";
import "../design/base.css";
import "../design/desk.css";
import "../design/controls.css";
import "./remote.css";
import { mount } from "svelte";
import { language } from "./words";
import Remote from "./Remote.svelte";

document.documentElement.lang = language;

const target = document.getElementById("remote");
if (!target) throw new Error("BUG: the page has no place for the remote control");

// The key stands in the fragment, which browsers send to nobody. It works once, so it does not stay in the address.
const key = location.hash.slice(1);
if (key) history.replaceState(null, "", location.pathname);
mount(Remote, { target, props: { key } });
