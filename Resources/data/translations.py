"""What NumPy, SciPy and pandas make of the expressions in translations.json, for the notebook to compare.

Run with the versions of test/requirements.txt: python Resources/data/translations.py
"""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import scipy
import scipy.linalg
import scipy.stats

HERE = Path(__file__).parent
source = json.loads((HERE / "translations.json").read_text("utf-8"))
given = {
    name: np.array(value) if isinstance(value[0], (int, float, list)) else value
    for name, value in source["given"].items()
}
df = pd.DataFrame({name: source["given"][name] for name in ("mass", "wing", "kind")})
scope = {"np": np, "scipy": scipy, "df": df, **given}
results = {}
for section in source["sections"]:
    for task, expression, *_ in section["rows"]:
        value = eval(expression, scope)
        results[expression] = np.asarray(value).tolist()
versions = {m.__name__: m.__version__ for m in (np, scipy, pd)}
text = json.dumps({"versions": versions, "results": results}, indent=1)
(HERE / "numpy.json").write_text(text + "\n", "utf-8")
