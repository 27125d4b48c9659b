/**
 * The wheels set-up takes native libraries from, by platform, with their SHA-256 as PyPI states it.
 * (tensorflow-cpu where it is published, tensorflow elsewhere; any build for CPython 3.11 will do,
 * since no Python runs it.) Linux x64 is tested; the others follow the same route untested.
 */
import { Problem } from "../common/problem";
import type { Wheel } from "./wheels";

type Platforms = Record<string, Pick<Wheel, "project" | "platform" | "sha256">>;

const TENSORFLOW: Platforms = {
  "linux-x64": {
    project: "tensorflow-cpu",
    platform: "manylinux_2_27_x86_64",
    sha256: "2b847d217b02ee7731ed91431daf3250daa0196c3c94614d23be27232e6e5b6c",
  },
  "linux-arm64": {
    project: "tensorflow",
    platform: "manylinux_2_27_aarch64",
    sha256: "4b24aca16d527a3cf1c37f720c04c484c3d20f4d0fdfa98632ac8b9f3be6eb5c",
  },
  "darwin-arm64": {
    project: "tensorflow",
    platform: "macosx_12_0_arm64",
    sha256: "51f46f4806139d01fc7920cc72a4c75876f80649bf40ff083ab6212ceb43ca88",
  },
};

const OPENBLAS: Platforms = {
  "linux-x64": {
    project: "scipy-openblas32",
    platform: "manylinux_2_27_x86_64.manylinux_2_28_x86_64",
    sha256: "0595f94cd58c1f8a0d90c975621f4587337a003916b1979e834ebdf2cb5d9504",
  },
  "linux-arm64": {
    project: "scipy-openblas32",
    platform: "manylinux_2_27_aarch64.manylinux_2_28_aarch64",
    sha256: "e085dddbc5b9aa130f83def515d31c440e69f387a90c7e63b154a5575b4466bc",
  },
  "darwin-arm64": {
    project: "scipy-openblas32",
    platform: "macosx_11_0_arm64",
    sha256: "813bb8101da2f64555c4a5e71c3714539d92b0b4f1841ec12b80d50e56cde46c",
  },
  "darwin-x64": {
    project: "scipy-openblas32",
    platform: "macosx_10_13_x86_64",
    sha256: "85d42ee10fd207ed6014273dcb9236ab1a65d21357f278b3aa0a78e8189665a8",
  },
};

const here = `${process.platform}-${process.arch}`;

function wheel(platforms: Platforms, version: string, python: string): Wheel | undefined {
  const pin = platforms[here];
  if (!pin) return undefined;
  const name = pin.project.replaceAll("-", "_");
  return { ...pin, version, file: `${name}-${version}-${python}-${pin.platform}.whl` };
}

/** The wheel that holds libtensorflow and its C headers. */
export function tensorflowWheel(): Wheel {
  const found = wheel(TENSORFLOW, "2.21.0", "cp311-cp311");
  if (found) return found;
  throw new Problem(
    `TensorFlow publishes no library for ${here}. Supported: ${Object.keys(TENSORFLOW).join(", ")} (on Windows: inside WSL).`,
  );
}

/** The wheel that holds OpenBLAS; none for platforms where the library's TypeScript engine must do. */
export const openblasWheel = (): Wheel | undefined => wheel(OPENBLAS, "0.3.34.481.3", "py3-none");
