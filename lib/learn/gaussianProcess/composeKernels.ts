import { describeValue } from "../../core";
import { type BoundKernel, type Kernel, makeKernel, type Pairs } from "./kernel";

function requireKernels(caller: string, parts: readonly Kernel[]): void {
  parts.forEach((part, i) => {
    if (typeof part?.bind !== "function") {
      throw new TypeError(
        `${caller}: argument ${i + 1} must be a kernel such as rbfKernel(), got ${describeValue(part)}`,
      );
    }
  });
  if (parts.length < 2) {
    throw new RangeError(`${caller}: there must be at least 2 kernels, got ${parts.length}`);
  }
}

/** Evaluates each part into storage of its own, then joins the values and derivatives. */
function compose(
  caller: string,
  name: string,
  parts: readonly Kernel[],
  join: (K: Float64Array, own: Float64Array[], dK: Float64Array[], owner: number[]) => void,
): Kernel {
  requireKernels(caller, parts);
  const owner = parts.flatMap((part, i) => part.parameters.map(() => i));
  const parameters = parts.flatMap((part, i) =>
    part.parameters.map((p) => ({ ...p, name: `${part.name}${i + 1}.${p.name}` })),
  );
  const bind = (pairs: Pairs): BoundKernel => {
    const bound = parts.map((part) => part.bind(pairs));
    const own = parts.map(() => new Float64Array(pairs.left.length));
    return (values, K, dK) => {
      bound.forEach((evaluate, i) => {
        const mine = (_: unknown, p: number) => owner[p] === i;
        evaluate(values.filter(mine), own[i], dK?.filter(mine));
      });
      join(K, own, dK ?? [], owner);
    };
  };
  return makeKernel(name, parameters, bind);
}

/**
 * The sum of kernels: the process is a sum of independent ones, such as a trend and a season.
 * Parameters are named by the parts: `rbf1.variance`, `periodic2.period`. See Rasmussen & Williams 2006, 4.2.4.
 *
 * @param parts - Two kernels or more.
 * @returns A kernel, whose `matrix(X, Z)` is N×M for N rows of X and M of Z.
 * @throws TypeError if an argument is not a kernel; RangeError for fewer than two. Cost: the sum of those of
 * the parts.
 * @example
 * learn.sumKernel(learn.rbfKernel(), learn.linearKernel()).matrix([[2]]) // => [[6]]
 */
export function sumKernel(...parts: Kernel[]): Kernel {
  return compose("sumKernel", "sum", parts, (K, own) => {
    for (let t = 0; t < K.length; t++) {
      let sum = 0;
      for (const part of own) sum += part[t];
      K[t] = sum;
    }
  });
}

/**
 * The product of kernels, such as a season whose shape drifts: periodic × RBF. Hold all variances but
 * one (`fixed: ["variance"]`), since only their product matters. See Rasmussen & Williams 2006, 4.2.4.
 *
 * @param parts - Two kernels or more.
 * @returns A kernel, whose `matrix(X, Z)` is N×M for N rows of X and M of Z.
 * @throws TypeError if an argument is not a kernel; RangeError for fewer than two. Cost: the sum of those of
 * the parts.
 * @example
 * learn.productKernel(learn.rbfKernel(), learn.linearKernel()).matrix([[2]], [[2]]) // => [[5]]
 */
export function productKernel(...parts: Kernel[]): Kernel {
  return compose("productKernel", "product", parts, (K, own, dK, owner) => {
    for (let t = 0; t < K.length; t++) {
      let product = 1;
      for (const part of own) product *= part[t];
      K[t] = product;
    }
    dK.forEach((d, p) => {
      own.forEach((part, i) => {
        if (i !== owner[p]) for (let t = 0; t < K.length; t++) d[t] *= part[t];
      });
    });
  });
}
