"""Unpacks the members of a wheel that match any of the patterns; each one's CRC is verified.

usage: unpack_wheel.py WHEEL TARGET PATTERN...
"""

import fnmatch
import sys
import zipfile

wheel, target, *patterns = sys.argv[1:]
with zipfile.ZipFile(wheel) as archive:
    wanted = [
        name
        for name in archive.namelist()
        if not name.endswith("/") and any(fnmatch.fnmatch(name, p) for p in patterns)
    ]
    if not wanted:
        sys.exit(f"no member of {wheel} matches {patterns}")
    for name in wanted:
        archive.extract(name, target)
