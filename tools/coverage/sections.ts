/** The sections of "Mathematics for Machine Learning" (Deisenroth, Faisal, Ong), the course's map. */

export interface Chapter {
  number: number;
  title: string;
  /** Titles of its sections: the first is number.1. */
  sections: string[];
}

export const CHAPTERS: readonly Chapter[] = [
  {
    number: 2,
    title: "Linear algebra",
    sections: [
      "Systems of linear equations",
      "Matrices",
      "Solving systems of linear equations",
      "Vector spaces",
      "Linear independence",
      "Basis and rank",
      "Linear mappings",
      "Affine spaces",
    ],
  },
  {
    number: 3,
    title: "Analytic geometry",
    sections: [
      "Norms",
      "Inner products",
      "Lengths and distances",
      "Angles and orthogonality",
      "Orthonormal basis",
      "Orthogonal complement",
      "Inner product of functions",
      "Orthogonal projections",
      "Rotations",
    ],
  },
  {
    number: 4,
    title: "Matrix decompositions",
    sections: [
      "Determinant and trace",
      "Eigenvalues and eigenvectors",
      "Cholesky decomposition",
      "Eigendecomposition and diagonalization",
      "Singular value decomposition",
      "Matrix approximation",
      "Matrix phylogeny",
    ],
  },
  {
    number: 5,
    title: "Vector calculus",
    sections: [
      "Differentiation of univariate functions",
      "Partial differentiation and gradients",
      "Gradients of vector-valued functions",
      "Gradients of matrices",
      "Useful identities for computing gradients",
      "Backpropagation and automatic differentiation",
      "Higher-order derivatives",
      "Linearization and multivariate Taylor series",
    ],
  },
  {
    number: 6,
    title: "Probability and distributions",
    sections: [
      "Construction of a probability space",
      "Discrete and continuous probabilities",
      "Sum rule, product rule, and Bayes' theorem",
      "Summary statistics and independence",
      "Gaussian distribution",
      "Conjugacy and the exponential family",
      "Change of variables",
    ],
  },
  {
    number: 7,
    title: "Continuous optimization",
    sections: [
      "Optimization using gradient descent",
      "Constrained optimization and Lagrange multipliers",
      "Convex optimization",
    ],
  },
  {
    number: 8,
    title: "When models meet data",
    sections: [
      "Data, models, and learning",
      "Empirical risk minimization",
      "Parameter estimation",
      "Probabilistic modeling and inference",
      "Directed graphical models",
      "Model selection",
    ],
  },
  {
    number: 9,
    title: "Linear regression",
    sections: [
      "Problem formulation",
      "Parameter estimation",
      "Bayesian linear regression",
      "Maximum likelihood as orthogonal projection",
    ],
  },
  {
    number: 10,
    title: "Dimensionality reduction with principal component analysis",
    sections: [
      "Problem setting",
      "Maximum variance perspective",
      "Projection perspective",
      "Eigenvector computation and low-rank approximations",
      "PCA in high dimensions",
      "Key steps of PCA in practice",
      "Latent variable perspective",
    ],
  },
  {
    number: 11,
    title: "Density estimation with Gaussian mixture models",
    sections: [
      "Gaussian mixture model",
      "Parameter learning via maximum likelihood",
      "EM algorithm",
      "Latent-variable perspective",
    ],
  },
  {
    number: 12,
    title: "Classification with support vector machines",
    sections: [
      "Separating hyperplanes",
      "Primal support vector machine",
      "Dual support vector machine",
      "Kernels",
      "Numerical solution",
    ],
  },
];

/** Every section by its number: "4.5" → "Singular value decomposition". */
export const SECTIONS: ReadonlyMap<string, string> = new Map(
  CHAPTERS.flatMap(({ number, sections }) =>
    sections.map((title, i) => [`${number}.${i + 1}`, title] as const),
  ),
);
