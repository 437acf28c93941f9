// Everything works without this; with it nothing reloads, and less is left behind.
import "./copy.js";
import "./choices.js";
import "./forget.js";
import "./leave.js";
import "./swap.js";
import { dress } from "./dress.js";

dress(document);
