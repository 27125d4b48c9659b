/** Does tfjs-node compute on its native backend? A program of its own: it fails, and says why, if not. */
import { restoreUtil } from "../../lib/data/nodeUtil";

restoreUtil();
const tf: typeof import("@tensorflow/tfjs-node") = require("@tensorflow/tfjs-node");
const backend = tf.getBackend();
const sum = tf.sum(tf.tensor1d([1, 2])).arraySync();
if (backend !== "tensorflow" || sum !== 3) {
  throw new Error(`the backend is ${JSON.stringify(backend)}, 1 + 2 is ${sum}`);
}
