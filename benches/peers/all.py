"""Each peer that installs, beside ours on the same input: the answers are compared, then
peer and ours alternate. CPU time, one thread, warm, in ms; prints the tables of
benches/README.md.

    python3 -m venv target/peers
    target/peers/bin/pip install -r benches/peers/requirements.txt
    target/peers/bin/python benches/peers/all.py [WORD ...]
"""

import importlib.util
import os
import subprocess
import sys

# What each script needs, beside Python.
NEEDS = {
    "actors": ["igraph", "networkx"],
    "aid": ["networkx", "numpy", "ortools"],
    "alliances": ["numba", "numpy", "scipy"],
    "climate": ["numba", "numpy"],
    "culture": ["numba", "numpy"],
    "kernels": ["numba", "numpy"],
    "polarity": ["numba", "numpy"],
    "signals": ["egttools", "numba", "numpy"],
    "sparse": ["highspy", "numpy"],
    "voting": ["power_bdd", "powerindex", "powerindices"],
}

HERE = os.path.dirname(os.path.abspath(__file__))
asked = sys.argv[1:] or list(NEEDS)
failed = []
for word in asked:
    missing = [need for need in NEEDS[word] if importlib.util.find_spec(need) is None]
    print(f"\n## {word}\n", flush=True)
    if missing:
        print(f"left out: {', '.join(missing)} is not installed")
    elif subprocess.run([sys.executable, os.path.join(HERE, f"{word}.py")]).returncode:
        failed.append(word)
if failed:
    sys.exit(f"no answer, or another one than ours: {', '.join(failed)}")
