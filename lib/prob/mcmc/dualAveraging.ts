/** Holds the acceptance of a sampler at a target by its step size. */
export interface StepControl {
  /** The step to try next. */
  step(): number;
  /** What the steps tried have come to on average, the late ones counting more. */
  average(): number;
  /** Learns from the acceptance probability of the last step. */
  update(acceptance: number): void;
  /** Begins anew at a step, with this much damping from here on. */
  restart(step: number, damping: number): void;
}

/**
 * Nesterov's dual averaging of ln(step) until the mean acceptance is the target (Hoffman and Gelman
 * 2014, section 3.2, with their constants t₀ = 10, κ = 0.75 and, to begin with, the damping γ = 0.05). The
 * search leans towards `pull` times the step it begins at.
 */
export function dualAveraging(start: number, target: number, pull: number): StepControl {
  let [centre, log, logAverage, missing, t, gamma] = [0, 0, 0, 0, 0, 0];
  const control = {
    step: () => Math.exp(log),
    average: () => Math.exp(t === 0 ? log : logAverage),
    update: (acceptance: number) => {
      t++;
      const weight = 1 / (t + 10);
      missing = (1 - weight) * missing + weight * (target - acceptance);
      log = centre - (Math.sqrt(t) / gamma) * missing;
      const share = t ** -0.75;
      logAverage = share * log + (1 - share) * logAverage;
    },
    restart: (step: number, damping: number) => {
      gamma = damping;
      log = Math.log(step);
      centre = log + Math.log(pull);
      [logAverage, missing, t] = [0, 0, 0];
    },
  };
  control.restart(start, 0.05);
  return control;
}
