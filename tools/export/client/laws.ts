/** The families of laws for the pages: the library's own code, bundled for the browser by `../laws.ts`. */
import { drawFamily, FAMILIES } from "../../../lib/display/explore/families";

declare const window: { mml: object };

Object.assign(window.mml, { families: FAMILIES, drawFamily });
