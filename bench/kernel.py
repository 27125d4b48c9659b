"""Measures kernels side by side through a real jupyter_client; what bench/kernel.ts stands on.

usage: kernel.py NODE ROUNDS        (with the Python of .venv)

Prints as its last line JSON of {kernel: {measure: [one number a round]}}: seconds, and bytes of memory.
Kernels take turns, each from a fresh process, so that whatever else the machine does falls on all.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpec

NODE, ROUNDS = sys.argv[1], int(sys.argv[2])
ROOT = Path(__file__).parent.parent
TIMEOUT = 60
CROWD = 9


def numpy_path():
    """Where the oracles' NumPy and pandas lie, for an ipykernel of the same Python."""
    python = os.environ.get("MML_PYTHON", ROOT / ".cache/oracles/bin/python")
    where = "import numpy, pandas, sysconfig; print(sysconfig.get_path('purelib'))"
    return subprocess.run([python, "-c", where], check=True, capture_output=True, text=True).stdout.strip()


TYPESCRIPT = {
    "import": 'import { linalg } from "../lib";\nimport * as tf from "@tensorflow/tfjs-node";\nimport * as dfd from "danfojs-node";',
    "one": lambda k: f"linalg.det([[{k}, 1], [1, {k}]])",
    "lines": 'for (let i = 0; i < 100000; i++) console.log("line " + i);',
    "complete": "linalg.",
    "inspect": "linalg.svd",
}
KERNELS = {
    "ours": {"cells": TYPESCRIPT, "name": "tslab"},
    "ipykernel": {
        "name": "python3",
        "env": {"PYTHONPATH": numpy_path()},
        "cells": {
            "import": "import numpy as np, pandas as pd",
            "one": lambda k: f"np.linalg.det([[{k}, 1], [1, {k}]])",
            "lines": 'for i in range(100000): print("line " + str(i))',
            "complete": "np.linalg.",
            "inspect": "np.linalg.svd",
        },
    },
    # Stock tslab stands for what was; it is slow, so once is enough. It is not asked for many lines,
    # of which it loses most, and may hang on the way: what was measured by then counts.
    "stock tslab": {
        "name": "tslab",
        "argv": [NODE, str(ROOT / "node_modules/tslab/bin/tslab"), "kernel", "--config-path", "{connection_file}"],
        "cells": {**TYPESCRIPT, "lines": None},
    },
}


class Started:
    """A kernel in a process of its own, and how long its parts took."""

    def __init__(self, name, cells, argv=None, env=None):
        self.cells = cells
        self.manager = KernelManager(kernel_name=name)
        if argv:
            self.manager._kernel_spec = KernelSpec(argv=argv, display_name=name)
        begun = time.perf_counter()
        self.manager.start_kernel(cwd=str(ROOT / "Notes"), env={**os.environ, **(env or {})})
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=TIMEOUT)
        self.ready = time.perf_counter() - begun
        self.cell("1")
        self.first = time.perf_counter() - begun

    def cell(self, code):
        """Seconds until a cell is answered and all its output has come."""
        begun = time.perf_counter()
        reply = self.client.execute_interactive(code, output_hook=lambda _: None, timeout=TIMEOUT)
        if reply["content"]["status"] != "ok":
            raise RuntimeError(f"{code}: {reply['content']}")
        return time.perf_counter() - begun

    def ask(self, request, code):
        begun = time.perf_counter()
        asked = getattr(self.client, request)(code, len(code))
        while self.client.get_shell_msg(timeout=TIMEOUT)["parent_header"].get("msg_id") != asked:
            pass
        return time.perf_counter() - begun

    def memory(self):
        """Bytes of its process, pages shared with others counted in part."""
        rollup = Path(f"/proc/{self.manager.provisioner.pid}/smaps_rollup").read_text()
        return 1024 * int(next(line for line in rollup.splitlines() if line.startswith("Pss:")).split()[1])

    def end(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


def measure(kernel, result):
    """One round of one kernel, into `result`, measure by measure."""
    started = Started(**kernel)
    cells = started.cells
    try:
        result.update({"start": started.ready, "first cell": started.first, "memory": started.memory()})
        result["import"] = started.cell(cells["import"])
        ones = [started.cell(cells["one"](k)) for k in range(2, 7)]
        result["2nd cell"] = sorted(ones)[2]
        for request in ("complete", "inspect"):
            result[request] = sorted(started.ask(request, cells[request]) for _ in range(5))[2]
        ones = [started.cell(cells["one"](k)) for k in range(7, 202)]
        result["200th cell"] = sorted(ones[-5:])[2]
        result["memory, imported"] = started.memory()
        if cells["lines"]:
            result["100,000 lines"] = started.cell(cells["lines"])
    finally:
        started.end()


def crowd(kernel):
    """Bytes that many kernels at once take each, all with their imports."""
    many = []
    try:
        for _ in range(CROWD):
            many.append(Started(**kernel))
            many[-1].cell(many[-1].cells["import"])
        return sum(one.memory() for one in many) / CROWD
    finally:
        for one in many:
            one.end()


results = {name: {} for name in KERNELS}
for round_ in range(ROUNDS):
    for name, kernel in KERNELS.items():
        if name == "stock tslab" and round_ > 0:
            continue
        measured = {}
        try:
            measure(kernel, measured)
        except TimeoutError:
            if name != "stock tslab":
                raise
        for key, value in measured.items():
            results[name].setdefault(key, []).append(value)
        print(f"round {round_ + 1} of {ROUNDS}: {name}", file=sys.stderr, flush=True)
for name in ("ours", "ipykernel"):
    results[name]["memory, one of nine"] = [crowd(KERNELS[name])]
print(json.dumps(results))
