"""One line as most would draw it: pain by day, with pandas and matplotlib.

usage: python3 line.py CSV PICTURE
"""

import sys

import matplotlib

matplotlib.use("Agg")
import pandas

diary = pandas.read_csv(sys.argv[1], parse_dates=["date"]).set_index("date")
diary["pain"].plot(figsize=(9.6, 6)).figure.savefig(sys.argv[2], dpi=200)
