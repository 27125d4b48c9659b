/** Does tfjs-node compute on its native backend? Prints "tensorflow 3" if so; a program of its own. */
import { restoreUtil } from "../../lib/data/nodeUtil";

restoreUtil();
const tf: typeof import("@tensorflow/tfjs-node") = require("@tensorflow/tfjs-node");
const two = tf.tensor1d([1, 2]);
process.stdout.write(`${tf.getBackend()} ${tf.sum(two).arraySync()}`);
