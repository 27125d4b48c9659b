import * as tf from "@tensorflow/tfjs-node";
import { describe, expect, test } from "vitest";
import { SINGLE_NOISE } from "../../../lib/display/format/noise";
import { tensorView } from "../../../lib/display/format/tensor";

const plain = { digits: 4, fractions: false, noise: SINGLE_NOISE };
const view = (tensor: tf.Tensor) => {
  const made = tensorView(tensor, plain);
  tensor.dispose();
  return made;
};

describe("tensorView", () => {
  test("up to rank 2 a tensor is written out, with its shape and type", () => {
    expect(view(tf.scalar(3))).toEqual({
      caption: "tensor scalar, float32",
      written: { tex: "3", text: "3", note: null },
    });
    expect(view(tf.tensor1d([1, 2], "int32"))).toMatchObject({
      caption: "tensor 2, int32",
      written: { text: "[ 1 ]\n[ 2 ]" },
    });
    expect(view(tf.tensor2d([[0.1, 1e-9]]))).toMatchObject({
      caption: "tensor 1×2, float32",
      written: { text: "[ 0.1  0 ]" },
    });
    expect(view(tf.tensor1d([true, false], "bool"))).toMatchObject({
      written: { text: "[ 1 ]\n[ 0 ]" },
    });
  });

  test("above, summed up", () => {
    expect(view(tf.tensor3d([[[1, 2]], [[3, 6]]]))).toEqual({
      caption: "tensor 2×1×2, float32",
      summary: [
        ["entries", "4"],
        ["least", "1"],
        ["greatest", "6"],
        ["mean", "3"],
      ],
    });
  });

  test("empty ones and words", () => {
    expect(view(tf.zeros([0, 3]))).toEqual({
      caption: "tensor 0×3, float32",
      summary: [["entries", "0"]],
    });
    expect(view(tf.tensor1d(["a"], "string"))).toMatchObject({ summary: [["entries", "1"]] });
  });
});
