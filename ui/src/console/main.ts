import "../design/tokens.css";
import "../design/fonts.css";
import "../design/base.css";
import "../design/desk.css";
import "../design/controls.css";
import "./console.css";
import { mount } from "svelte";
import Console from "./Console.svelte";
import { isLight, wear } from "./state/light";
import { language } from "./words";

document.documentElement.lang = language;
wear(isLight());

const target = document.getElementById("console");
if (!target) throw new Error("BUG: the page has no place for the console");

// The secret stands in the fragment, which browsers send to nobody.
mount(Console, { target, props: { secret: location.hash.slice(1) } });
