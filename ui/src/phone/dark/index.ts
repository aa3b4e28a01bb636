/**
 * A dark phone: the tokens of the dark theme, which the build puts before this style, and the few places where light and dark are not
 * simply exchanged. A sheet of its own, which only phones that prefer the dark wait for.
 */
import "./style.css";
