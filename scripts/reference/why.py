"""Writes test/reference/why.json: what scikit-learn, SciPy and NumPy say about calibration, correlation and fusion.

    /usr/bin/python3 scripts/reference/why.py

Made with scikit-learn 1.2.1, SciPy 1.10.1 and NumPy 1.24.2 (Debian 12); the versions used are in the file. Scores
are 32-bit floats, printed with as many digits as tell them apart. None stands for NaN.
"""

import json
from pathlib import Path

import numpy as np
import scipy
import sklearn
from scipy.optimize import minimize
from scipy.stats import spearmanr
from sklearn.calibration import calibration_curve
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, brier_score_loss, roc_auc_score, roc_curve

TARGET = Path(__file__).resolve().parents[2] / "test" / "reference" / "why.json"


def drawn(random, count, prevalence=0.2, digits=None):
    """Labels, and risks that are not calibrated; rounded to `digits` where there should be ties."""
    label = (random.random(count) < prevalence).astype(int)
    score = np.where(label == 1, random.beta(3, 2, count), random.beta(1.5, 5, count))
    if digits is not None:
        score = np.round(score, digits)
    return label, score.astype(np.float32)


def numbers(values):
    return [None if np.isnan(value) else float(str(value)) for value in values]


def calibration(random):
    for name, count, bins, digits in [
        ("ten bins", 400, 10, None),
        ("five bins", 83, 5, None),
        ("ties on the edges", 300, 10, 1),
        ("so many ties that bins are empty", 60, 10, 0),
        ("more bins than accounts", 7, 12, None),
    ]:
        label, score = drawn(random, count, digits=digits)
        wide = score.astype(np.float64)
        share, mean_risk = calibration_curve(label, wide, n_bins=bins, strategy="quantile")
        edges = np.percentile(wide, np.linspace(0, 1, bins + 1) * 100)
        counts = np.bincount(np.searchsorted(edges[1:-1], wide), minlength=bins)
        counts = counts[counts > 0]
        weight = counts / count
        base = label.mean()
        yield {
            "name": name,
            "bins": bins,
            "label": label.tolist(),
            "score": numbers(score),
            "share": share.tolist(),
            "meanRisk": mean_risk.tolist(),
            "accounts": counts.tolist(),
            "brier": brier_score_loss(label, wide),
            "calibrationError": float(np.sum(weight * np.abs(share - mean_risk))),
            "reliability": float(np.sum(weight * (share - mean_risk) ** 2)),
            "resolution": float(np.sum(weight * (share - base) ** 2)),
            "uncertainty": float(base * (1 - base)),
        }


def correlation(random):
    for name, count, digits, missing in [
        ("no ties", 50, None, 0),
        ("ties", 120, 1, 0),
        ("missing", 200, 2, 0.3),
        ("opposed", 40, None, 0),
    ]:
        a = random.random(count)
        b = (1 - a if name == "opposed" else a) + random.normal(0, 0.4, count)
        if digits is not None:
            a, b = np.round(a, digits), np.round(b, digits)
        a, b = a.astype(np.float32), b.astype(np.float32)
        a[random.random(count) < missing] = np.nan
        b[random.random(count) < missing] = np.nan
        both = ~np.isnan(a) & ~np.isnan(b)
        yield {
            "name": name,
            "a": numbers(a),
            "b": numbers(b),
            "accounts": int(both.sum()),
            "rho": float(spearmanr(a[both], b[both]).statistic),
        }


def beta(random):
    """Kull, Silva Filho and Flach 2017: the log-odds are c + a ln(s) - b ln(1 - s), a and b not negative."""
    cases = [("both", *drawn(random, 400)), ("few AI-managed", *drawn(random, 600, 0.03))]
    label, score = drawn(random, 300)
    cases.append(("turned round", label, (1 - score).astype(np.float32)))
    # High scores say nothing more, so that one coefficient comes out negative.
    label = (random.random(500) < 0.3).astype(int)
    score = np.where(label == 1, random.beta(8, 3, 500), random.beta(0.6, 0.9, 500)).astype(np.float32)
    cases.append(("one left out", label, score))
    for name, label, score in cases:
        clipped = np.clip(score.astype(np.float64), 1e-6, 1 - 1e-6)
        terms = np.column_stack([np.log(clipped), -np.log(1 - clipped)])
        yield {"name": name, "label": label.tolist(), "score": numbers(score), **fit_beta(terms, label)}


def fit_beta(terms, label):
    def fit(columns):
        model = LogisticRegression(C=1e3, tol=1e-12, max_iter=100_000).fit(terms[:, columns], label)
        return model.coef_[0], model.intercept_[0]

    (a, b), c = fit([0, 1])
    if a >= 0 and b >= 0:
        return {"a": a, "b": b, "c": c}
    kept = 1 if a < 0 else 0
    (weight,), c = fit([kept])
    if weight < 0:
        base = label.mean()
        return {"a": 0, "b": 0, "c": float(np.log(base / (1 - base)))}
    return {"a": 0 if kept else weight, "b": weight if kept else 0, "c": c}


def simplex(random):
    """Least squares over weights that are not negative and sum to 1."""
    for width in (1, 3, 6):
        rows = random.random((80, width))
        label = (random.random(80) < 0.2 + 0.6 * rows[:, 0]).astype(int)
        found = minimize(
            lambda w: np.sum((label - rows @ w) ** 2),
            np.full(width, 1 / width),
            jac=lambda w: 2 * rows.T @ (rows @ w - label),
            bounds=[(0, 1)] * width,
            constraints={"type": "eq", "fun": lambda w: w.sum() - 1, "jac": lambda w: np.ones(width)},
            method="SLSQP",
            options={"ftol": 1e-16, "maxiter": 1000},
        )
        yield {"rows": rows.tolist(), "label": label.tolist(), "weights": found.x.tolist()}


def weighted(random):
    """Areas where accounts count several times, as in a bootstrap draw."""
    for name, digits in [("no ties", None), ("ties", 1)]:
        label, score = drawn(random, 250, digits=digits)
        wide = score.astype(np.float64)
        times = random.poisson(1, 250)
        fpr, tpr, _ = roc_curve(label, wide, sample_weight=times, drop_intermediate=False)
        yield {
            "name": name,
            "label": label.tolist(),
            "score": numbers(score),
            "times": times.tolist(),
            "auc": roc_auc_score(label, wide, sample_weight=times),
            "averagePrecision": average_precision_score(label, wide, sample_weight=times),
            "recall": float(tpr[fpr <= 0.01].max()),
        }


if __name__ == "__main__":
    random = np.random.default_rng(20261127)
    reference = {
        "versions": {"sklearn": sklearn.__version__, "scipy": scipy.__version__, "numpy": np.__version__},
        "calibration": list(calibration(random)),
        "correlation": list(correlation(random)),
        "beta": list(beta(random)),
        "simplex": list(simplex(random)),
        "weighted": list(weighted(random)),
    }
    TARGET.write_text(json.dumps(reference, separators=(",", ":"), allow_nan=False) + "\n")
    print(f"{TARGET}: {TARGET.stat().st_size:,} bytes")
