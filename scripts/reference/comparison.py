"""Writes test/reference/comparison.json: what SciPy, statsmodels and scikit-learn say about paired comparisons.

    /usr/bin/python3 scripts/reference/comparison.py

Made with SciPy 1.10.1, statsmodels 0.13.5, scikit-learn 1.2.1 and NumPy 1.24.2 (Debian 12); the versions used are in
the file. The mid-p value is not in statsmodels: it is twice SciPy's lower tail less the chance of what was observed.
"""

import json
from pathlib import Path

import numpy as np
import scipy
import sklearn
import statsmodels
from scipy.stats import binom, binomtest, norm
from sklearn import metrics
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.multitest import multipletests

TARGET = Path(__file__).resolve().parents[2] / "test" / "reference" / "comparison.json"


def mcnemar_tests():
    """Gained, lost, SciPy's exact p, statsmodels' exact p, mid-p."""
    pairs = [(0, 0), (1, 0), (0, 1), (1, 1), (5, 0), (0, 6), (3, 9), (10, 10), (12, 30), (31, 29), (30, 31), (0, 70)]
    pairs += [(2, 80), (45, 80), (200, 150), (1000, 1100), (5000, 5001), (48_000, 50_000), (499_000, 501_000)]
    rows = []
    for gained, lost in pairs:
        n, fewer = gained + lost, min(gained, lost)
        exact = binomtest(gained, n).pvalue if n else 1.0
        table = [[100, gained], [lost, 100]]
        mid = min(1.0, 2 * binom.cdf(fewer, n, 0.5) - binom.pmf(fewer, n, 0.5))
        rows.append([gained, lost, exact, mcnemar(table, exact=True).pvalue, mid])
    return rows


def adjusted():
    random = np.random.default_rng(4)
    lists = [[0.03], [0.04, 0.01, 0.03], [0.01, 0.01, 0.04, 0.04, 1.0], [0.5, 0.9, 1.0], [0.0, 1.0]]
    lists += [random.beta(0.3, 1.5, size).tolist() for size in (7, 40)]
    lists += [np.round(random.beta(0.2, 1, 25), 2).tolist()]
    return [
        {
            "p": p,
            "holm": multipletests(p, method="holm")[1].tolist(),
            "benjaminiHochberg": multipletests(p, method="fdr_bh")[1].tolist(),
        }
        for p in lists
    ]


def bonett_price():
    """Gained, lost, accounts, confidence, lower and upper end; the formula of the paper with SciPy's quantile."""
    rows = []
    for gained, lost, n in [(0, 0, 50), (0, 0, 100_000), (3, 9, 200), (1, 0, 1), (40, 10, 60), (500, 480, 19_400)]:
        for level in (0.8, 0.95):
            up, down = (gained + 1) / (n + 2), (lost + 1) / (n + 2)
            reach = norm.ppf(0.5 + level / 2) * np.sqrt((up + down - (up - down) ** 2) / (n + 2))
            rows.append([gained, lost, n, level, max(-1, up - down - reach), min(1, up - down + reach)])
    return rows


def figures(label, score, threshold):
    flagged = score >= threshold
    hit, caught = flagged[label == 0].mean(), flagged[label == 1].mean()
    return [
        caught,
        hit,
        metrics.precision_score(label, flagged, zero_division=0),
        metrics.roc_auc_score(label, score),
        metrics.average_precision_score(label, score),
    ]


def threshold_for(label, score, max_fpr):
    """The lowest score that flags at most this share of the authentic accounts."""
    steps = np.unique(score)
    authentic = np.sort(score[label == 0])
    rates = (len(authentic) - np.searchsorted(authentic, steps)) / len(authentic)
    return steps[np.argmax(rates <= max_fpr)]


def bootstrap():
    """Percentile intervals of differences, every account drawn once for both sides and on its own."""
    random = np.random.default_rng(11)
    authentic, managed, draws = 1500, 150, 2000
    label = np.repeat([0, 1], [authentic, managed])
    skill = np.where(label == 1, 1.2, 0) + random.normal(size=label.size)
    sides = [skill + random.normal(size=label.size), 1.3 * skill + random.normal(size=label.size)]
    # Kept in 13 bits, so that both sides read the very same scores.
    scores = [np.round(8192 / (1 + np.exp(-side))) for side in sides]
    fixed, max_fpr = [6144, 6144], 0.05
    chosen = [threshold_for(label, score, max_fpr) for score in scores]

    def difference(rows, thresholds):
        a, b = (np.array(figures(label[rows], s[rows], t)) for s, t in zip(scores, thresholds))
        return b - a

    everyone = np.arange(label.size)
    at_fixed, at_chosen = np.empty((draws, 5)), np.empty((draws, 5))
    for draw in range(draws):
        rows = np.concatenate(
            [random.integers(0, authentic, authentic), random.integers(authentic, label.size, managed)]
        )
        at_fixed[draw] = difference(rows, fixed)
        again = [threshold_for(label[rows], score[rows], max_fpr) for score in scores]
        at_chosen[draw] = difference(rows, again)
    ends = lambda table: np.quantile(table, [0.025, 0.975], axis=0).T.tolist()
    return {
        "authentic": authentic,
        "managed": managed,
        "scoresTimes8192": [score.astype(int).tolist() for score in scores],
        "threshold": fixed[0] / 8192,
        "maxFpr": max_fpr,
        "chosen": [value / 8192 for value in chosen],
        "fixed": {"difference": difference(everyone, fixed).tolist(), "interval": ends(at_fixed)},
        "chosenAgain": {"difference": difference(everyone, chosen).tolist(), "interval": ends(at_chosen)},
    }


if __name__ == "__main__":
    reference = {
        "versions": {
            "scipy": scipy.__version__,
            "statsmodels": statsmodels.__version__,
            "sklearn": sklearn.__version__,
            "numpy": np.__version__,
        },
        "mcnemar": mcnemar_tests(),
        "adjusted": adjusted(),
        "bonettPrice": bonett_price(),
        "bootstrap": bootstrap(),
    }
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(json.dumps(reference, separators=(",", ":"), allow_nan=False) + "\n")
    print(f"{TARGET}: {TARGET.stat().st_size:,} bytes")
