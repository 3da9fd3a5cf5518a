"""Writes test/reference/charts.json: where scikit-learn's DetCurveDisplay draws the points of a DET curve.

    /usr/bin/python3 scripts/reference/charts.py

Made with scikit-learn 1.2.1, SciPy 1.10.1 and Matplotlib 3.6.3 (Debian 12). None stands for an infinite place.
"""

import json
from pathlib import Path

import matplotlib
import numpy as np
import sklearn

matplotlib.use("Agg")
from sklearn.metrics import DetCurveDisplay, det_curve  # noqa: E402

TARGET = Path(__file__).resolve().parents[2] / "test" / "reference" / "charts.json"


def finite(values):
    return [float(value) if np.isfinite(value) else None for value in values]


random = np.random.default_rng(20260310)
label = (random.random(400) < 0.3).astype(int)
score = np.float32(1 / (1 + np.exp(-random.normal(np.where(label == 1, 0.8, -1.2), 1.1))))
fpr, fnr, _ = det_curve(label, score)
display = DetCurveDisplay.from_predictions(label, score)
line = display.line_
TARGET.write_text(
    json.dumps(
        {
            "versions": {"scikit-learn": sklearn.__version__, "matplotlib": matplotlib.__version__},
            "det": {
                "label": label.tolist(),
                "score": [float(value) for value in score],
                "falsePositiveRate": fpr.tolist(),
                "falseNegativeRate": fnr.tolist(),
                "x": finite(line.get_xdata()),
                "y": finite(line.get_ydata()),
                "ticks": [
                    [text.get_text(), float(place)]
                    for text, place in zip(display.ax_.get_xticklabels(), display.ax_.get_xticks())
                ],
            },
        }
    )
    + "\n"
)
