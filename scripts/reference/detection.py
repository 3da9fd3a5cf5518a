"""Writes test/reference/detection.json: what SciPy, scikit-learn, NumPy and mpmath say about the detectors' formulas.

    /usr/bin/python3 scripts/reference/detection.py

Made with scikit-learn 1.2.1, SciPy 1.10.1, NumPy 1.24.2 and mpmath 1.2.1 (Debian 12); the versions used are in the
file. Tail probabilities are summed by mpmath with 60 digits, because SciPy's vanish below 1e-308; wherever SciPy's
do not, both must agree before anything is written.
"""

import json
import math
import warnings
from collections import Counter
from pathlib import Path

import mpmath
import numpy as np
import scipy
import sklearn
from scipy import special, stats
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression

TARGET = Path(__file__).resolve().parents[2] / "test" / "reference" / "detection.json"
mpmath.mp.dps = 60


def surprise(probability, by_scipy, what):
    """-ln of a probability, checked against SciPy's unless that has underflown."""
    nats = float(-mpmath.log(probability))
    if np.isfinite(by_scipy) and abs(nats - by_scipy) > 1e-9 * max(1, nats):
        raise AssertionError(f"{what}: mpmath {nats}, SciPy {by_scipy}")
    return nats


def upper_tail(mass, first, ratio, last=None):
    """Sum of mass(k) for k from `first` on; ratio(k) is mass(k + 1) / mass(k)."""
    term = total = mass(first)
    k = first
    while (last is None or k < last) and (term > total * mpmath.mpf(10) ** -55 or ratio(k) >= 1):
        term *= ratio(k)
        k += 1
        total += term
    return total


def poisson():
    cases = [(1, 0.001), (1, 1), (2, 0.0004), (3, 2.5), (5, 5), (2, 40), (40, 40), (60, 40), (400, 40), (900, 1000)]
    cases += [(1000, 1000), (2000, 1000), (12, 1e-9), (500, 0.01), (1, 700), (100_000, 99_000), (30_000, 1)]
    for count, mean in cases:
        exact = mpmath.mpf(mean)
        mass = lambda k: mpmath.exp(-exact + k * mpmath.log(exact) - mpmath.loggamma(k + 1))
        tail = upper_tail(mass, count, lambda k: exact / (k + 1))
        with np.errstate(divide="ignore"):
            yield [count, mean, surprise(tail, -stats.poisson.logsf(count - 1, mean), ("poisson", count, mean))]


def binomial():
    cases = [(1, 10, 0.06), (8, 8, 0.06), (3, 30, 0.06), (1, 30, 0.06), (30, 100, 0.06), (100, 100, 0.06), (50, 100, 0.5)]
    cases += [(2, 100, 0.5), (700, 1000, 0.06), (61, 1000, 0.06), (59, 1000, 0.06), (3, 3, 1e-12), (9, 10, 0.999)]
    cases += [(5000, 10_000, 0.3), (1, 10_000, 1e-9), (400, 1000, 0.4)]
    for count, trials, p in cases:
        exact = mpmath.mpf(p)
        mass = lambda k: mpmath.binomial(trials, k) * exact**k * (1 - exact) ** (trials - k)
        ratio = lambda k: exact / (1 - exact) * (trials - k) / (k + 1)
        tail = upper_tail(mass, count, ratio, trials)
        with np.errstate(divide="ignore"):
            yield [count, trials, p, surprise(tail, -stats.binom.logsf(count - 1, trials, p), ("binomial", count, trials, p))]


def beta_binomial():
    cases = [(1, 10, 0.04, 18), (8, 30, 0.04, 18), (30, 30, 0.04, 18), (2, 200, 0.04, 18), (41, 180, 0.005, 60)]
    cases += [(1, 1000, 0.005, 60), (900, 1000, 0.3, 2), (100, 1000, 0.3, 2), (5, 6, 0.5, 1e4), (3, 40, 0.001, 5)]
    for count, trials, mean, concentration in cases:
        a = mpmath.mpf(mean) * concentration
        b = concentration - a
        mass = lambda k: mpmath.binomial(trials, k) * mpmath.beta(k + a, trials - k + b) / mpmath.beta(a, b)
        ratio = lambda k: (trials - k) * (k + a) / ((k + 1) * (trials - k - 1 + b))
        tail = upper_tail(mass, count, ratio, trials)
        with np.errstate(divide="ignore"):
            by_scipy = -stats.betabinom.logsf(count - 1, trials, float(a), float(b))
        # SciPy takes this tail as 1 less the rest, so that it is good to about 1e-12 of 1 only.
        if np.isfinite(by_scipy) and by_scipy < 10 and abs(float(-mpmath.log(tail)) - by_scipy) > 1e-6:
            raise AssertionError(f"beta-binomial {count} of {trials}: {by_scipy}")
        yield [count, trials, mean, concentration, float(-mpmath.log(tail))]


def conditional_entropy():
    """Porta et al. 1998: the least of H(m) - H(m - 1) + unique(m) H(1) for m up to 3, by SciPy's entropy of counts."""
    random = np.random.default_rng(17)
    series = [[2] * 12, [0, 1] * 10, [1, 1, 4] * 9, [3], [0, 4], list(range(5)) * 2]
    series += [random.integers(0, 5, size).tolist() for size in (8, 20, 60, 200)]
    series += [random.choice(5, 40, p=[0.6, 0.1, 0.1, 0.1, 0.1]).tolist()]
    for symbols in series:
        entropies, unique = [0.0], [0.0]
        for length in range(1, min(3, len(symbols)) + 1):
            windows = [tuple(symbols[at : at + length]) for at in range(len(symbols) - length + 1)]
            counts = np.array([windows.count(pattern) for pattern in sorted(set(windows))])
            entropies.append(float(stats.entropy(counts)))
            unique.append(float((counts == 1).sum() / len(windows)))
        steps = [entropies[m] - entropies[m - 1] + unique[m] * entropies[1] for m in range(2, len(entropies))]
        yield {"symbols": symbols, "nats": min([entropies[1], *steps])}


def chi_squared():
    for x, degrees in [(0.01, 1), (0.5, 3), (3, 3), (9, 12), (12, 12), (14, 12), (40, 12), (300, 12), (5000, 7), (2, 40)]:
        tail = mpmath.gammainc(mpmath.mpf(degrees) / 2, mpmath.mpf(x) / 2, regularized=True)
        with np.errstate(divide="ignore"):
            yield [x, degrees, surprise(tail, -stats.chi2.logsf(x, degrees), ("chi-squared", x, degrees))]


def slope():
    """Least squares over the lower eight of sixteen bands, k / 32 cycles a pixel for k from 1."""
    random = np.random.default_rng(23)
    frequency = np.log10(np.arange(1, 17) / 32)
    for steepness, noise in [(-2, 0), (-2.4, 0.1), (-1.5, 0.3), (0, 1)]:
        spectrum = np.round(5 + steepness * frequency + noise * random.normal(size=16), 6)
        yield {"spectrum": spectrum.tolist(), "slope": float(stats.linregress(frequency[:8], spectrum[:8]).slope)}


def normal():
    for z in [-60, -37.5, -20, -8, -5, -3, -1.96, -1, -0.5, -0.01, 0, 0.01, 0.5, 1, 1.96, 3, 5]:
        yield [z, surprise(mpmath.ncdf(z), -stats.norm.logcdf(z), ("normal", z))]


def fisher():
    cases = [[0.0], [0.1], [3.0], [900.0], [0, 0, 0, 0], [0.5, 1, 0.2, 2], [3, 3, 3, 3], [40, 0.1, 0, 2]]
    for parts in [*cases, [500, 300, 20, 7], [7, 7], [0.01, 0.02, 0.005]]:
        total = mpmath.fsum(parts)
        tail = mpmath.exp(-total) * mpmath.fsum(total**i / mpmath.factorial(i) for i in range(len(parts)))
        with np.errstate(divide="ignore"):
            yield [parts, surprise(tail, -stats.chi2.logsf(2 * float(total), 2 * len(parts)), ("fisher", parts))]


def log_gamma():
    for x in [1e-8, 0.01, 0.3, 0.5, 0.9999, 1, 1.4616, 2, 2.5, 10, 101, 1e4, 1e6, 1e9]:
        yield [x, float(special.gammaln(x))]


def isotonic():
    """Blocks of equal fitted rate; each block's mean score is the centre of centred isotonic regression."""
    random = np.random.default_rng(11)
    shapes = [("rising", 400, 0.5), ("rare", 600, 0.05), ("ties", 300, 0.3), ("flat", 200, 0.0), ("falling", 60, -0.8)]
    for name, accounts, slope in shapes:
        score = random.random(accounts)
        score = (np.round(score * 8) / 8 if name == "ties" else score).astype(np.float32)
        chance = 0.04 + 0.3 * score**6 if name == "rare" else np.clip(0.5 + slope * (score - 0.5), 0, 1)
        label = (random.random(accounts) < chance).astype(int)
        x = score.astype(np.float64)
        rate = IsotonicRegression(out_of_bounds="clip").fit(x, label).predict(x)
        order = np.argsort(x, kind="stable")
        starts = np.flatnonzero(np.diff(rate[order], prepend=-1) > 1e-9)
        blocks = [order[begin:end] for begin, end in zip(starts, [*starts[1:], accounts])]
        yield {
            "name": name,
            "score": [float(str(value)) for value in score],
            "label": label.tolist(),
            "blocks": [[len(rows), x[rows].mean(), rate[rows].mean()] for rows in blocks],
        }


def logistic():
    random = np.random.default_rng(5)
    for name, accounts, scale, shift in [("even", 120, 1.0, 0.0), ("rare", 400, 2.0, -4.0), ("wide", 90, 25.0, 1.0)]:
        rows = np.round(random.normal(size=(accounts, 4)) * [1, scale, 1, 1], 4)
        rows[:, 3] = random.random(accounts) < 0.3
        wanted = shift + rows @ [1.2, -0.8 / scale, 0.0, 1.5]
        label = (random.random(accounts) < 1 / (1 + np.exp(-wanted))).astype(int)
        for l2 in [0.01, 1.0, 100.0]:
            model = LogisticRegression(C=1 / l2, solver="newton-cholesky", tol=1e-13, max_iter=10_000).fit(rows, label)
            other = LogisticRegression(C=1 / l2, solver="lbfgs", tol=1e-10, max_iter=100_000).fit(rows, label)
            assert np.allclose(model.coef_, other.coef_, atol=1e-4) and np.allclose(model.intercept_, other.intercept_, atol=1e-4)
            yield {
                "name": f"{name}, l2 {l2}",
                "l2": l2,
                "rows": rows.tolist(),
                "label": label.tolist(),
                "intercept": float(model.intercept_[0]),
                "weights": model.coef_[0].tolist(),
            }


def burstiness():
    """Kim and Jo 2016, eq. 22; memory of Goh and Barabasi 2008, eq. 2, which is Pearson's correlation at lag 1."""
    random = np.random.default_rng(3)
    series = [np.round(random.exponential(3600, 40)), np.round(random.lognormal(7, 2, 25)), np.full(12, 86400.0)]
    series += [86400 + np.round(random.normal(0, 600, 30)), np.array([1.0, 1000.0, 3.0]), np.array([5.0, 5.0, 5.0, 90.0])]
    series += [np.array([0.0, 0.0, 0.0, 0.0, 7.0]), np.tile([10.0, 5000.0], 9)]
    for intervals in series:
        n = len(intervals)
        r = intervals.std() / intervals.mean()
        corrected = (np.sqrt(n + 1) * r - np.sqrt(n - 1)) / ((np.sqrt(n + 1) - 2) * r + np.sqrt(n - 1))
        before, after = intervals[:-1], intervals[1:]
        varies = before.std() > 0 and after.std() > 0
        yield {
            "intervals": intervals.tolist(),
            "burstiness": corrected,
            "memory": np.corrcoef(before, after)[0, 1] if varies else None,
        }


KARATE = {
    0: [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 17, 19, 21, 31],
    1: [2, 3, 7, 13, 17, 19, 21, 30],
    2: [3, 7, 8, 9, 13, 27, 28, 32],
    3: [7, 12, 13],
    4: [6, 10],
    5: [6, 10, 16],
    6: [16],
    8: [30, 32, 33],
    9: [33],
    13: [33],
    14: [32, 33],
    15: [32, 33],
    18: [32, 33],
    19: [33],
    20: [32, 33],
    22: [32, 33],
    23: [25, 27, 29, 32, 33],
    24: [25, 27, 31],
    25: [31],
    26: [29, 33],
    27: [33],
    28: [31, 33],
    29: [32, 33],
    30: [32, 33],
    31: [32, 33],
    32: [33],
}


def karate():
    """Zachary's karate club (1977); modularity of partitions by Newman's matrix; the best there is by Brandes et al. 2008."""
    edges = [(a, b) for a, others in KARATE.items() for b in others]
    assert len(edges) == 78
    adjacency = np.zeros((34, 34))
    for a, b in edges:
        adjacency[a, b] = adjacency[b, a] = 1
    degree = adjacency.sum(axis=0)
    modularity_matrix = adjacency - np.outer(degree, degree) / degree.sum()
    random = np.random.default_rng(8)
    partitions = [np.zeros(34, int), np.arange(34), np.arange(34) % 2, (np.arange(34) > 13).astype(int)]
    partitions += [random.integers(0, 5, 34) for _ in range(3)]
    return {
        "edges": edges,
        "best": 0.4197896120973044,
        "partitions": [
            {
                "community": community.tolist(),
                "modularity": float((modularity_matrix * (community[:, None] == community)).sum() / degree.sum()),
            }
            for community in partitions
        ],
    }


def trigram_model():
    """-ln P of each token after a piece's second, by a model of the other pieces; Counter and fractions, no hashing."""
    random = np.random.default_rng(29)
    pieces = [(1 + random.integers(0, vocabulary, size)).tolist() for vocabulary, size in [(4, 16)] * 6 + [(300, 16)] * 3 + [(4, 5)]]
    pieces += [pieces[0], pieces[6]]
    strength, codes = 10, 0x10000
    for left_out, piece in enumerate(pieces):
        words, contexts, pairs, pair_contexts, triples = (Counter() for _ in range(5))
        for other in pieces[:left_out] + pieces[left_out + 1 :]:
            for u, v, w in zip(other, other[1:], other[2:]):
                words[w] += 1
                contexts[v] += 1
                pairs[v, w] += 1
                pair_contexts[u, v] += 1
                triples[u, v, w] += 1
        nats = []
        for u, v, w in zip(piece, piece[1:], piece[2:]):
            single = (words[w] + 1) / (sum(words.values()) + codes)
            pair = (pairs[v, w] + strength * single) / (contexts[v] + strength)
            nats.append(-math.log((triples[u, v, w] + strength * pair) / (pair_contexts[u, v] + strength)))
        yield {"piece": piece, "nats": nats}


if __name__ == "__main__":
    warnings.simplefilter("error")
    reference = {
        "versions": {module.__name__: module.__version__ for module in (sklearn, scipy, np, mpmath)},
        "poisson": list(poisson()),
        "binomial": list(binomial()),
        "betaBinomial": list(beta_binomial()),
        "conditionalEntropy": list(conditional_entropy()),
        "chiSquared": list(chi_squared()),
        "slope": list(slope()),
        "normal": list(normal()),
        "fisher": list(fisher()),
        "logGamma": list(log_gamma()),
        "isotonic": list(isotonic()),
        "logistic": list(logistic()),
        "burstiness": list(burstiness()),
        "karate": karate(),
        "trigramModel": list(trigram_model()),
    }
    TARGET.write_text(json.dumps(reference, separators=(",", ":"), allow_nan=False) + "\n")
    print(f"{TARGET}: {TARGET.stat().st_size:,} bytes")
