"use strict";
/**
 * Keeps iopub below what jupyter_server lets through: 1 MB/s of stream text and 1000 messages a
 * second, both over a window of 3 s; above that it drops messages, and results among them. What has
 * been sent in the last `WINDOW` is counted, so that a burst passes at once and a flood is paced.
 */
Object.defineProperty(exports, "__esModule", { value: true });
exports.createPace = createPace;
/** A little longer than the server's window, since messages arrive at less even times than they are sent. */
const WINDOW = 3200;
const MESSAGES = 2700;
/** Bytes that text which goes on and on may take of the window; */
const FLOWING = 2_400_000;
/** and those that text may take which stands before something else: a result, an error, the cell's end. */
const LAST = 2_900_000;
function createPace(now = performance.now.bind(performance)) {
    let window = [];
    let bytesInWindow = 0;
    function forget(before) {
        let gone = 0;
        while (gone < window.length && window[gone].at <= before)
            bytesInWindow -= window[gone++].bytes;
        if (gone > 0)
            window = window.slice(gone);
    }
    return {
        delay(bytes, last) {
            const time = now();
            forget(time - WINDOW);
            const limit = last ? LAST : FLOWING;
            let [excess, surplus] = [bytesInWindow + bytes - limit, window.length + 1 - MESSAGES];
            // the message after whose leaving both limits hold; one larger than a window goes alone
            let leaving = 0;
            while (leaving < window.length && (excess > 0 || surplus > 0)) {
                excess -= window[leaving++].bytes;
                surplus--;
            }
            return leaving === 0 ? 0 : window[leaving - 1].at + WINDOW - time;
        },
        sent(bytes) {
            window.push({ at: now(), bytes });
            bytesInWindow += bytes;
        },
    };
}
