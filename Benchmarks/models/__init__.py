"""The networks that are measured. Importing this makes the modules of Scripts/python importable."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "Scripts" / "python"))
