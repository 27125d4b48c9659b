"""
The Python side of a benchmark: reads one JSON request a line, answers with one JSON line.

{"array": name, "shape": [...], "base64": float64 little-endian}   defines an array
{"run": code}                                                      executes statements, e.g. imports
{"time": expression, "repeat": n}                                  seconds a call, over n calls

Names live on between requests, so that Python works on the same data as we do and sits ready in the
same alternating run.
"""

import base64
import json
import sys
import timeit

import numpy as np

scope = {"np": np}


def answer(request):
    if "array" in request:
        data = np.frombuffer(base64.b64decode(request["base64"]), dtype="<f8")
        scope[request["array"]] = data.reshape(request["shape"]).copy()
        return {}
    if "run" in request:
        exec(request["run"], scope)
        return {}
    if "value" in request:
        return {"value": eval(request["value"], scope)}
    repeat = request["repeat"]
    return {"seconds": timeit.Timer(request["time"], globals=scope).timeit(repeat) / repeat}


for line in sys.stdin:
    try:
        reply = answer(json.loads(line))
    except Exception as error:  # reported to the caller, who stops the run
        reply = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps(reply), flush=True)
