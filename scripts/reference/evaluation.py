"""Writes test/reference/evaluation.json: what scikit-learn, SciPy and NumPy say about fixed small populations.

    /usr/bin/python3 scripts/reference/evaluation.py

Made with scikit-learn 1.2.1, SciPy 1.10.1 and NumPy 1.24.2 (Debian 12); the versions used are in the file.
Scores are 32-bit floats, printed with as many digits as tell them apart. Thresholds are compared as 64-bit
floats. None stands for NaN, or for an answer that scikit-learn refuses: the fields ending in `Error` hold what it
raised, and `warnings` what it warned of.
"""

import json
import warnings
from pathlib import Path

import numpy as np
import scipy
import sklearn
from scipy.stats import binomtest, norm
from sklearn import metrics

TARGET = Path(__file__).resolve().parents[2] / "test" / "reference" / "evaluation.json"
PREVALENCES = [0.001, 0.03, 0.5, 0.9]
MAX_FPRS = [0.01, 0.1, 0.33, 0.5, 1.0]


def attempt(compute):
    """The value and None, or None and what scikit-learn raised."""
    try:
        return compute(), None
    except ValueError as error:
        return None, f"ValueError: {error}"


def weights_for(label, prevalence):
    managed, authentic = label.sum(), (1 - label).sum()
    total = len(label)
    return np.where(label == 1, prevalence * total / max(managed, 1), (1 - prevalence) * total / max(authentic, 1))


def at_threshold(label, score, threshold, prevalence=None):
    flagged = (score >= threshold).astype(int)
    weight = None if prevalence is None else weights_for(label, prevalence)
    matrix = metrics.confusion_matrix(label, flagged, labels=[0, 1], sample_weight=weight)
    (tn, fp), (fn, tp) = matrix.tolist()
    figures = {
        "precision": metrics.precision_score(label, flagged, zero_division=0, sample_weight=weight),
        "recall": metrics.recall_score(label, flagged, zero_division=0, sample_weight=weight),
        "f1": metrics.f1_score(label, flagged, zero_division=0, sample_weight=weight),
        "matthews": metrics.matthews_corrcoef(label, flagged, sample_weight=weight),
        "falsePositiveRate": fp / (fp + tn) if fp + tn else None,
        "flaggedShare": float(np.average(flagged, weights=weight)),
    }
    return {"threshold": threshold, "prevalence": prevalence, "confusion": [tp, fp, tn, fn], **figures}


def curves(label, score):
    fpr, tpr, roc_threshold = metrics.roc_curve(label, score, drop_intermediate=False)
    precision, recall, pr_threshold = metrics.precision_recall_curve(label, score)
    det, det_error = attempt(lambda: [column.tolist() for column in metrics.det_curve(label, score)])
    return {
        "roc": {"falsePositiveRate": fpr.tolist(), "recall": tpr.tolist(), "threshold": roc_threshold[1:].tolist()},
        "precisionRecall": {
            "precision": precision.tolist(), "recall": recall.tolist(), "threshold": pr_threshold.tolist()
        },
        "det": det,
        "detError": det_error,
    }


def areas(label, score):
    auc, auc_error = attempt(lambda: metrics.roc_auc_score(label, score))
    partial = [[limit, attempt(lambda: metrics.roc_auc_score(label, score, max_fpr=limit))[0]] for limit in MAX_FPRS]
    weighted = []
    for prevalence in PREVALENCES:
        weight = weights_for(label, prevalence)
        precision, recall, _ = metrics.precision_recall_curve(label, score, sample_weight=weight)
        average = metrics.average_precision_score(label, score, sample_weight=weight)
        weighted.append({"prevalence": prevalence, "averagePrecision": average, "precision": precision.tolist()})
    return {
        "rocAuc": auc,
        "rocAucError": auc_error,
        "averagePrecision": metrics.average_precision_score(label, score),
        "partialAuc": partial,
        "weighted": weighted,
    }


def case(name, label, score, thresholds):
    """Missing scores (NaN) are left out before scikit-learn sees them."""
    label, score = np.asarray(label), np.asarray(score, dtype=np.float32)
    judged = ~np.isnan(score)
    y, s = label[judged], score[judged].astype(np.float64)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        answer = {**curves(y, s), **areas(y, s)}
        points = [at_threshold(y, s, t) for t in thresholds]
        if 0 < y.sum() < len(y):
            points += [at_threshold(y, s, t, p) for t in thresholds for p in PREVALENCES]
        histograms = [np.histogram(s[y == k], bins=16, range=(0, 1))[0].tolist() for k in (0, 1)]
    return {
        "name": name,
        "label": label.tolist(),
        "score": [None if np.isnan(value) else float(str(value)) for value in score],
        "missing": int((~judged).sum()),
        "warnings": sorted({str(warning.message).split(".")[0] for warning in caught}),
        "points": points,
        "histogram": {"authentic": histograms[0], "managed": histograms[1]},
        **answer,
    }


def cases():
    random = np.random.default_rng(20260310)

    def drawn(count, prevalence):
        label = (random.random(count) < prevalence).astype(int)
        return label, np.where(label == 1, random.beta(3, 2, count), random.beta(2, 4, count))

    grid = [0, 0.25, 0.5, 0.75, 1]
    yield case("four accounts", [0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8], [0, 0.1, 0.35, 0.4, 0.5, 0.8, 1])
    yield case("one authentic account", [0], [0.5], grid)
    yield case("one AI-managed account", [1], [0.5], grid)
    yield case("two accounts, tied", [0, 1], [0.5, 0.5], grid)
    yield case("two accounts, told apart", [0, 1], [0.25, 0.75], grid)
    yield case("two accounts, the wrong way round", [1, 0], [0.25, 0.75], grid)
    yield case("only AI-managed", [1] * 6, [0.1, 0.2, 0.2, 0.7, 0.9, 1], grid)
    yield case("only authentic", [0] * 6, [0, 0.2, 0.2, 0.7, 0.9, 1], grid)
    yield case("all scores equal", [0, 1, 0, 1, 0], [0.3] * 5, [0, 0.25, 0.31, 1])
    yield case("scores of exactly 0 and 1", [0, 0, 1, 1, 0, 1], [0, 1, 0, 1, 0.5, 0.5], grid)
    label, score = drawn(120, 0.3)
    yield case("32-bit scores", label, score, [0, 0.2, 0.4, float(np.float32(score[7])), 0.7, 0.99, 1])
    label, score = drawn(150, 0.3)
    yield case("ties", label, np.round(score * 20) / 20, [0, 0.05, 0.3, 0.5, 0.7, 1])
    label, score = drawn(300, 0.2)
    yield case("heavy ties", label, np.round(score * 2) / 2, grid)
    label, score = drawn(100, 0.05)
    yield case("rare", label, score, grid)
    label, score = drawn(80, 0.3)
    score[::5] = np.nan
    yield case("missing scores", label, score, grid)
    yield case("perfect", [0] * 9 + [1] * 3, np.linspace(0, 1, 12), grid)


def wilson():
    counts = [(0, 1), (1, 1), (0, 10), (3, 10), (10, 10), (0, 2995), (1, 200), (57, 600), (199, 200), (19_400, 1_000_000)]
    return [
        [k, n, level, *binomtest(k, n).proportion_ci(level, method="wilson")]
        for k, n in counts
        for level in (0.8, 0.95, 0.999)
    ]


def without_nan(value):
    """JSON has no NaN: None in its place."""
    if isinstance(value, dict):
        return {name: without_nan(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [without_nan(item) for item in value]
    return None if isinstance(value, float) and np.isnan(value) else value


def quantiles():
    probabilities = [1e-300, 1e-12, 0.001, 0.025, 0.074, 0.0751, 0.3, 0.5, 0.6, 0.925, 0.975, 0.9995, 1 - 1e-12]
    return [[p, norm.ppf(p)] for p in probabilities]


def bootstrap():
    """Stratified percentile intervals with every account drawn on its own, to hold the grouped draws against."""
    random = np.random.default_rng(7)
    label = np.repeat([0, 1], [1500, 150])
    score = np.where(label == 1, random.beta(3, 2, 1650), random.beta(2, 5, 1650)).astype(np.float32)
    score = np.round(score.astype(np.float64) * 8192) / 8192
    draws = 4000
    results = np.empty((draws, 2))
    for draw in range(draws):
        rows = np.concatenate([random.integers(0, 1500, 1500), random.integers(1500, 1650, 150)])
        results[draw] = (
            metrics.roc_auc_score(label[rows], score[rows]),
            metrics.average_precision_score(label[rows], score[rows]),
        )
    auc, average = np.quantile(results, [0.025, 0.975], axis=0).T.tolist()
    return {
        "authentic": 1500,
        "managed": 150,
        "scoreTimes8192": (score * 8192).astype(int).tolist(),
        "auc": auc,
        "averagePrecision": average,
    }


if __name__ == "__main__":
    reference = {
        "versions": {"sklearn": sklearn.__version__, "scipy": scipy.__version__, "numpy": np.__version__},
        "wilson": wilson(),
        "normalQuantile": quantiles(),
        "bootstrap": bootstrap(),
        "cases": list(cases()),
    }
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(json.dumps(without_nan(reference), separators=(",", ":"), allow_nan=False) + "\n")
    print(f"{TARGET}: {len(reference['cases'])} cases, {TARGET.stat().st_size:,} bytes")
