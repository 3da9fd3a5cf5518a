"""Writes test/reference/gate.json: what SciPy, statsmodels and brute force say about the gate's tests.

    /usr/bin/python3 scripts/reference/gate.py

Made with SciPy 1.10.1, statsmodels 0.13.5 and NumPy 1.24.2 (Debian 12); the versions used are in the file. Sign-flip
tests are counted over all 2^G signs, adjusted p-values over all subsets of the tests (closed testing), ranks and
placements over all pairs; variances by cluster are those of leaving out one cluster after the other, which is
statsmodels' where every account is its own cluster.
"""

import itertools
import json
from pathlib import Path

import numpy as np
import scipy
import statsmodels
import statsmodels.api as sm
from scipy.stats import binomtest, norm, t

TARGET = Path(__file__).resolve().parents[2] / "test" / "reference" / "gate.json"


def student():
    """t, degrees of freedom, two-sided tail; confidence, degrees, reach."""
    tails = [[x, df, 2 * t.sf(x, df)] for df in (0.7, 1, 2.5, 9, 60, 1234.5, 200_000) for x in (0, 0.3, 1, 2.2, 5, 12)]
    reaches = [[c, df, t.ppf(0.5 + c / 2, df)] for df in (1, 2, 3.3, 20, 411, 19_000) for c in (0.8, 0.95, 0.999)]
    normal = [[x, norm.sf(x)] for x in (-6, -2.5, -0.1, 0, 0.4, 1, 2.9, 3, 3.1, 5, 8, 20)]
    return {"tails": tails, "reaches": reaches, "normal": normal}


def all_sums(parts):
    signs = np.array(list(itertools.product((-1, 1), repeat=len(parts))))
    return signs @ np.asarray(parts)


def flip_p(parts, variance=0.0):
    """Over all signs; with a variance apart, the mean chance of a normal error that takes the sum as far."""
    parts = np.asarray([p for p in parts if p != 0], dtype=float)
    if len(parts) == 0:
        return 1.0, 1.0
    sums = all_sums(parts)

    def chance(far):
        if variance == 0:
            return np.mean(np.abs(sums) >= far * (1 - 1e-12))
        error = np.sqrt(variance)
        return min(1.0, np.mean(norm.sf((far - sums) / error) + norm.sf((far + sums) / error)))

    return chance(abs(parts.sum())), chance(np.abs(parts).sum())


def sign_flips():
    random = np.random.default_rng(11)
    lists = [[], [0, 0], [1], [-7], [3, -3], [1, 1, 1, -1], [5, 1, 1, 1, 1, 1], [2, 2, -4, 6], [40, 3, -1, 2, 2, -5, 1]]
    lists += [random.integers(-4, 5, 14).tolist() for _ in range(8)]
    lists += [np.where(random.random(13) < 0.8, 1, -1).tolist() for _ in range(3)]
    rows = []
    for net in lists:
        p, least = flip_p(net)
        row = {"net": net, "p": p, "least": least}
        if net and set(np.abs(net)) <= {0, 1} and any(net):
            gained = sum(x > 0 for x in net)
            row["binomtest"] = binomtest(gained, sum(x != 0 for x in net)).pvalue
        rows.append(row)
    return rows


def sign_flip_sums():
    random = np.random.default_rng(12)
    rows = []
    for size, scale, variance in [(1, 1, 0), (6, 0.01, 0), (12, 0.003, 0), (12, 0.003, 1e-5), (10, 1, 0.5), (3, 0, 1)]:
        parts = (random.normal(0.4, 1, size) * scale).tolist()
        p, least = flip_p(parts, variance)
        rows.append({"parts": parts, "variance": variance, "p": p, "least": least})
    return rows


def closed(tests):
    """Adjusted p-values: the largest, over all sets of tests with the one, of the set's own."""
    m = len(tests)
    adjusted = [0.0] * m
    for size in range(1, m + 1):
        for subset in itertools.combinations(range(m), size):
            own = min(tests[i][0] * sum(tests[j][1] <= tests[i][0] for j in subset) for i in subset)
            for i in subset:
                adjusted[i] = max(adjusted[i], min(1.0, own))
    return adjusted


def multiplicity():
    random = np.random.default_rng(13)
    rows = []
    for size in (1, 2, 3, 5, 8, 9):
        for _ in range(4):
            tests = []
            for _ in range(size):
                least = float(random.choice([0, 2.0 ** -random.integers(0, 12)]))
                p = float(max(least, random.beta(0.3, 2)))
                tests.append([p, least])
            rows.append({"tests": tests, "adjusted": closed(tests)})
    return rows


def population(seed, fleets, singles, authentic, clubs, shift):
    """Scores on a grid that 32 bits hold; groups -1 for accounts on their own."""
    random = np.random.default_rng(seed)
    label, group, quality = [], [], []
    for fleet, size in enumerate(fleets):
        mood = random.normal()
        for _ in range(size):
            label.append(1), group.append(fleet), quality.append(2.2 + mood + 0.4 * random.normal())
    for _ in range(singles):
        label.append(1), group.append(-1), quality.append(2.2 + 1.2 * random.normal())
    for club, size in enumerate(clubs):
        mood = random.normal()
        for _ in range(size):
            label.append(0), group.append(100 + club), quality.append(mood + 0.4 * random.normal())
    for _ in range(authentic - sum(clubs)):
        label.append(0), group.append(-1), quality.append(random.normal())
    label, group, quality = np.array(label), np.array(group), np.array(quality)
    order = random.permutation(len(label))
    label, group, quality = label[order], group[order], quality[order]
    changed = quality + 0.25 * random.normal(size=len(label)) - shift * label
    grid = lambda x: np.round(256 / (1 + np.exp(2 - x))) / 256
    return label, group, grid(quality), grid(changed)


def units(group):
    """A number for each cluster."""
    own = iter(range(1_000, 1_000_000))
    return np.array([g if g >= 0 else next(own) for g in group])


def jackknife(figure, cluster):
    """Variance of a figure of chosen rows, leaving out one cluster after the other."""
    every = np.unique(cluster)
    whole = figure(np.ones(len(cluster), dtype=bool))
    changes = np.array([figure(cluster != c) - whole for c in every])
    return (len(every) - 1) / len(every) * np.sum(changes**2)


def mean_by_cluster(values, cluster):
    """Mean, its variance by cluster, and its interval with t of clusters - 1."""
    variance = jackknife(lambda rows: values[rows].mean(), cluster)
    fit = sm.OLS(values, np.ones(len(values))).fit(cov_type="cluster", cov_kwds={"groups": cluster}, use_t=True)
    if len(np.unique(cluster)) == len(cluster):
        assert np.isclose(variance, fit.cov_params()[0, 0], rtol=1e-9, atol=1e-18)
    reach = t.ppf(0.975, len(np.unique(cluster)) - 1) * np.sqrt(variance)
    return values.mean(), variance, [values.mean() - reach, values.mean() + reach]


def sums(values, cluster):
    return [values[cluster == c].sum() for c in np.unique(cluster)]


def share(flag_before, flag_after, cluster):
    d = flag_after.astype(float) - flag_before
    p, least = flip_p(sums(d, cluster))
    mean, _, interval = mean_by_cluster(d, cluster)
    return {"difference": mean, "interval": list(interval), "p": p, "least": least}


def precision(label, before, after, cluster):
    """One row a flag of either side: the slope of the label on the side is the difference."""
    flagged = np.concatenate([np.flatnonzero(before), np.flatnonzero(after)])
    side = np.concatenate([np.zeros(before.sum()), np.ones(after.sum())])
    fit = sm.OLS(label[flagged], sm.add_constant(side)).fit()
    clusters = len(np.unique(cluster[flagged]))

    def slope(rows):
        own, to = label[flagged][rows], side[rows] == 1
        return own[to].mean() - own[~to].mean()

    assert np.isclose(slope(np.ones(len(flagged), dtype=bool)), fit.params[1])
    variance = jackknife(slope, cluster[flagged])
    pooled = label[flagged].mean()
    flags = 2 / (1 / before.sum() + 1 / after.sum())
    unseen = 2 * ((1 - pooled) ** 2 + pooled**2) / flags**2
    reach = t.ppf(0.975, clusters - 1) * np.sqrt(variance + unseen)
    moved = (after.astype(float) - before) * (label - pooled) / flags
    p, least = flip_p(sums(moved, cluster))
    d = fit.params[1]
    return {"difference": d, "interval": [d - reach, d + reach], "p": p, "least": least}


def welch(d, pairs):
    """Interval from variances with their degrees of freedom."""
    variance = sum(v for v, _ in pairs)
    degrees = variance**2 / sum(v**2 / df for v, df in pairs if v > 0)
    reach = t.ppf(0.975, degrees) * np.sqrt(variance)
    return [max(-1, d - reach), min(1, d + reach)]


def auc(label, before, after, cluster):
    managed, authentic = np.flatnonzero(label == 1), np.flatnonzero(label == 0)

    def wins(score):
        a, b = score[managed][:, None], score[authentic][None, :]
        return (a > b) + 0.5 * (a == b)

    was, now = wins(before), wins(after)
    delta = now.mean(axis=1) - was.mean(axis=1)
    d, variance, _ = mean_by_cluster(delta, cluster[managed])
    single = lambda w: w.mean(axis=0).var(ddof=1) / len(authentic)
    _, by_cluster, _ = mean_by_cluster(now.mean(axis=0), cluster[authentic])
    apart = max(1, by_cluster / single(now)) * (single(was) + single(now))
    degrees = [len(np.unique(cluster[own])) - 1 for own in (managed, authentic)]
    p, least = flip_p(sums(delta / len(managed), cluster[managed]), apart)
    return {
        "difference": d,
        "interval": welch(d, [(variance, degrees[0]), (apart, degrees[1])]),
        "p": p,
        "least": least,
    }


def recall_at_fpr_1(label, before, after, cluster):
    managed, authentic = np.flatnonzero(label == 1), np.flatnonzero(label == 0)
    m, n = len(authentic), len(managed)
    most = int(np.floor(0.01 * m + 1e-9))

    def at_or_above(score, accounts):
        return (score[authentic][None, :] >= score[accounts][:, None]).sum(axis=1)

    ranks = [at_or_above(score, managed) for score in (before, after)]
    hits = [(at_or_above(score, authentic) <= most).astype(float) for score in (before, after)]
    low, high = most // 2, max(most // 2 + 1, int(np.ceil(most * 1.5)))
    slopes = [((r > low) & (r <= high)).mean() / ((high - low) / m) for r in ranks]
    moved = (ranks[1] <= most).astype(float) - (ranks[0] <= most)
    d, variance, _ = mean_by_cluster(moved, cluster[managed])
    _, apart, _ = mean_by_cluster(slopes[0] * hits[0] - slopes[1] * hits[1], cluster[authentic])
    degrees = [len(np.unique(cluster[own])) - 1 for own in (managed, authentic)]
    p, least = flip_p(sums(moved / n, cluster[managed]), apart)
    return {
        "difference": d,
        "interval": welch(d, [(variance + 2 / n**2, degrees[0]), (apart, degrees[1])]),
        "p": p,
        "least": least,
    }


def comparisons():
    cases = {
        "fleets and clubs": (1, [7, 5, 4, 3, 2], 6, 420, [30, 20, 10], 0.4),
        "everybody alone": (2, [], 13, 300, [], 0.7),
        "one large fleet": (3, [30, 2], 8, 350, [40], 0.8),
        "few authentic accounts": (4, [4, 4], 6, 80, [5], 0.1),
    }
    rows = []
    for name, arguments in cases.items():
        label, group, before, after = population(*arguments)
        cluster = units(group)
        threshold = 0.5
        was, now = before >= threshold, after >= threshold
        one, other = label == 1, label == 0
        rows.append(
            {
                "name": name,
                "label": label.tolist(),
                "group": group.tolist(),
                "before256": (before * 256).astype(int).tolist(),
                "after256": (after * 256).astype(int).tolist(),
                "threshold": threshold,
                "recall": share(was[one], now[one], cluster[one]),
                "fpr": share(was[other], now[other], cluster[other]),
                "precision": precision(label, was, now, cluster),
                "auc": auc(label, before, after, cluster),
                "recallAtFpr1": recall_at_fpr_1(label, before, after, cluster),
            }
        )
    return rows


def plain(value):
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple, np.ndarray)):
        return [plain(v) for v in value]
    return value.item() if hasattr(value, "item") else value


reference = {
    "versions": {"scipy": scipy.__version__, "statsmodels": statsmodels.__version__, "numpy": np.__version__},
    "student": student(),
    "signFlips": sign_flips(),
    "signFlipSums": sign_flip_sums(),
    "multiplicity": multiplicity(),
    "comparisons": comparisons(),
}
TARGET.write_text(json.dumps(plain(reference), separators=(",", ":")) + "\n")
print(f"wrote {TARGET}")
