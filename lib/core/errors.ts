/**
 * Raised when a matrix does not admit what was asked of it: it is singular, not positive definite,
 * or an iteration on it did not converge. (Wrong kind is a TypeError, wrong shape or domain a RangeError.)
 */
export class LinAlgError extends Error {
  override name = "LinAlgError";
}
