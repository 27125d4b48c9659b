/** Before each test file: tfjs-node works in every Node that is supported (see lib/data/nodeUtil.ts). */
import { restoreUtil } from "../lib/data/nodeUtil";

restoreUtil();
