"""Jupyter's own conformance tests (jupyter_kernel_test) of this kernel.

usage: conformance.py SPEC FOLDER     SPEC is the JSON of a kernel.json

Tells on standard output, as the last line, how many tests ran and which of them failed or were skipped.
"""

import json
import sys
import unittest

import jupyter_kernel_test
from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpec

spec, folder = json.loads(sys.argv[1]), sys.argv[2]


def start():
    """A manager of a kernel that has been started."""
    manager = KernelManager(kernel_name="tslab")
    manager._kernel_spec = KernelSpec(**spec)
    manager.start_kernel(cwd=folder, stdout=sys.stderr)
    return manager


class CourseKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = "tslab"
    language_name = "typescript"
    file_extension = ".ts"
    code_hello_world = "console.log('hello, world');"
    code_stderr = "console.error('oops');"
    completion_samples = [
        {"text": "Number.isSafeI", "matches": ["isSafeInteger"]},
        {"text": "let t = 'a'.codePoi", "matches": ["codePointAt"]},
    ]
    complete_code_samples = ["1", "console.log('hello, world')", "function f(x) {\n  return x * 2;\n}", ""]
    incomplete_code_samples = ["console.log(", "function f(x) {\n  return x * 2;", "[1,", "`a"]
    invalid_code_samples = ["import = 7q", "const = 3;", "f(]", "'a"]
    code_page_something = "parseInt?"
    code_generate_error = "throw new Error('on purpose');"
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": "'a' + 'b'", "result": "'ab'"},
        {"code": "[1, 2, 3].map((x) => x * x)", "result": "[ 1, 4, 9 ]"},
        {"code": "({ a: 1 })", "result": "{ a: 1 }"},
    ]
    code_display_data = [
        {"code": "require('tslab').display.html('<b>b</b>')", "mime": "text/html"},
    ]
    code_history_pattern = "6 *"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "parseInt"
    code_clear_output = "clearOutput()"

    @classmethod
    def setUpClass(cls):
        cls.km = start()
        cls.kc = cls.km.blocking_client()
        cls.kc.start_channels()
        cls.kc.wait_for_ready(timeout=60)
        cls.kc.execute_interactive("1", silent=True, timeout=60)  # all is loaded


class CourseWelcomeTests(jupyter_kernel_test.IopubWelcomeTests):
    support_iopub_welcome = True

    @classmethod
    def setUpClass(cls):
        cls.km = start()
        cls.kc = cls.km.client()


loaded = unittest.defaultTestLoader.loadTestsFromTestCase
result = unittest.TextTestRunner(verbosity=2).run(
    unittest.TestSuite([loaded(CourseKernelTests), loaded(CourseWelcomeTests)])
)
failed = [f"{test}\n{trace}" for test, trace in result.failures + result.errors]
skipped = [f"{test}: {reason}" for test, reason in result.skipped]
print(json.dumps({"ran": result.testsRun, "failed": failed, "skipped": skipped}))
