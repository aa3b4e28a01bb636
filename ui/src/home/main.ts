import "../design/tokens.css";
import "../design/fonts.css";
import "../design/base.css";
import "../design/desk.css";
import "../design/controls.css";
import "./home.css";
import { mount } from "svelte";
import Home from "./Home.svelte";

const target = document.getElementById("home");
if (!target) throw new Error("BUG: the page has no place for home");

// The secret stands in the fragment, which browsers send to nobody.
mount(Home, { target, props: { secret: location.hash.slice(1) } });
