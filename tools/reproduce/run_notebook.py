"""Runs every cell of one notebook in a fresh kernel.

usage: run_notebook.py NOTEBOOK RESULT TIMEOUT_SECONDS [--allow-errors] [--tcp]

Writes the executed notebook to RESULT, in a folder of its own, and tells what happens on standard output, a JSON object a line:
{"event": "cell", "index": 3} when a cell begins, and at the end {"event": "done"}, or
{"event": "failed", "kind": "error" | "timeout" | "dead" | "start", "index": 3, "message": "..."}.
"""

import json
import sys
from pathlib import Path

import nbformat
from jupyter_client.kernelspec import NoSuchKernel
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from traitlets.config import Config

notebook_path, result_path, timeout = Path(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3])
current = {"index": -1}


def tell(event, **fields):
    print(json.dumps({"event": event, **fields}), flush=True)


def on_cell_execute(cell, cell_index):
    current["index"] = cell_index
    tell("cell", index=cell_index)


# Not by ports: those that are looked for beforehand may be gone when a busy machine comes to open them.
# A kernel that is not ours may know nothing else.
sockets = Config()
sockets.KernelManager.transport = "tcp" if "--tcp" in sys.argv else "ipc"
sockets.KernelManager.connection_file = str(result_path.parent / "kernel.json")

notebook = nbformat.read(notebook_path, as_version=4)
client = NotebookClient(
    notebook,
    config=sockets,
    timeout=timeout,
    startup_timeout=60,
    kernel_name="tslab",
    resources={"metadata": {"path": str(notebook_path.parent)}},
    allow_errors="--allow-errors" in sys.argv,
    on_cell_execute=on_cell_execute,
    shutdown_kernel="immediate",
)


def failed(kind, message):
    tell("failed", kind=kind, index=current["index"], message=message)


try:
    client.execute()
    tell("done")
except CellExecutionError:
    failed("error", "the cell ended with an error")
except CellTimeoutError:
    failed("timeout", f"the cell was still running after {timeout:g} s")
except DeadKernelError:
    failed("dead", "the kernel died")
except (NoSuchKernel, RuntimeError) as error:
    failed("dead" if current["index"] >= 0 else "start", str(error))
finally:
    nbformat.write(notebook, result_path)
