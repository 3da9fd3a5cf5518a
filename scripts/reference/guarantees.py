"""Writes test/reference/guarantees.json: what SciPy and scikit-learn say about guarantees and costs.

    /usr/bin/python3 scripts/reference/guarantees.py

Made with scikit-learn 1.2.1, SciPy 1.10.1 and NumPy 1.24.2 (Debian 12); the versions used are in the file. Guarantees
are searched for in scipy.stats.binom alone, costs are summed over scikit-learn's confusion matrices at every score.
"""

import json
from pathlib import Path

import numpy as np
import scipy
import sklearn
from scipy.stats import beta, binom, binomtest
from sklearn.metrics import confusion_matrix

TARGET = Path(__file__).resolve().parents[2] / "test" / "reference" / "guarantees.json"

# A risk of 1 - y counts as at most 1 - y, whatever the last bit of either is.
ROUNDING = 1 + 1e-12


def allowed(n, x, y):
    """The most a with P(Bin(n, x) <= a) <= 1 - y; None when even a = 0 is too many."""
    a = int(binom.ppf(1 - y, n, x))
    while binom.cdf(a, n, x) > (1 - y) * ROUNDING:
        a -= 1
    while a < n and binom.cdf(a + 1, n, x) <= (1 - y) * ROUNDING:
        a += 1
    return None if a < 0 else a


def needed(x, y):
    """The least n with P(Bin(n, x) = 0) <= 1 - y, by doubling and halving."""
    high = 1
    while binom.pmf(0, high, x) > (1 - y) * ROUNDING:
        high *= 2
    low = high // 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if binom.pmf(0, middle, x) <= (1 - y) * ROUNDING else (middle, high)
    return high


def guarantees():
    for n in (1, 10, 59, 100, 299, 1000, 2994, 2995, 5000, 19_400, 200_000, 1_000_000):
        for x in (0.0001, 0.001, 0.01, 0.05, 0.3, 0.5, 0.9):
            for y in (0.5, 0.9, 0.95, 0.999):
                a = allowed(n, x, y)
                risk = None if a is None else float(binom.cdf(a, n, x))
                # The lowest rate that n accounts guarantee, none of them flagged: Clopper and Pearson's upper end.
                least = float(beta.ppf(y, 1, n))
                yield {"authentic": n, "maxFpr": x, "confidence": y, "needed": needed(x, y), "allowed": a,
                       "risk": risk, "leastFpr": least}


def clopper_pearson():
    counts = [(0, 1), (1, 1), (0, 50), (3, 10), (50, 50), (0, 2995), (1, 200), (57, 600), (599, 600), (19_400, 1_000_000)]
    return [
        [k, n, level, *binomtest(k, n).proportion_ci(level, method="exact")]
        for k, n in counts
        for level in (0.8, 0.95, 0.999)
    ]


def costs():
    random = np.random.default_rng(4)
    label = (random.random(400) < 0.2).astype(int)
    score = np.where(label == 1, random.beta(3, 2, 400), random.beta(2, 4, 400))
    score = np.round(score * 64) / 64
    cases = []
    for prevalence in (None, 0.01, 0.5):
        share = label.mean() if prevalence is None else prevalence
        weight = np.where(label == 1, share * 400 / label.sum(), (1 - share) * 400 / (1 - label).sum())
        for fp, fn, review in ((1, 1, 0), (50, 200, 1), (5, 1, 0.1), (0.1, 40, 0.5), (1, 0.2, 0.5)):
            totals = []
            for threshold in [np.inf, *sorted(set(score), reverse=True)]:
                flagged = (score >= threshold).astype(int)
                (tn, fps), (fns, tps) = confusion_matrix(label, flagged, labels=[0, 1], sample_weight=weight)
                totals.append([float(threshold), fps * fp + fns * fn + (tps + fps) * review])
            # The highest threshold of least cost, but for rounding.
            least = min(total for _, total in totals)
            threshold = next(threshold for threshold, total in totals if total <= least + 1e-9)
            cases.append({"prevalence": prevalence, "costs": [fp, fn, review], "least": least,
                          "threshold": None if np.isinf(threshold) else threshold,
                          "everyone": totals[-1][1], "nobody": totals[0][1]})
    return {"label": label.tolist(), "scoreTimes64": (score * 64).astype(int).tolist(), "cases": cases}


if __name__ == "__main__":
    reference = {
        "versions": {"sklearn": sklearn.__version__, "scipy": scipy.__version__, "numpy": np.__version__},
        "guarantees": list(guarantees()),
        "clopperPearson": clopper_pearson(),
        "costs": costs(),
    }
    TARGET.write_text(json.dumps(reference, separators=(",", ":"), allow_nan=False) + "\n")
    print(f"{TARGET}: {len(reference['guarantees'])} guarantees, {TARGET.stat().st_size:,} bytes")
