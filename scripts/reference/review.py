"""Writes test/reference/review.json: what SciPy says about reviewers' agreement and about queues with formulas.

    /usr/bin/python3 scripts/reference/review.py

Made with SciPy 1.10.1 and NumPy 1.24.2 (Debian 12); the versions used are in the file. Chances of two reviewers come from
integrating over what they share of an account, given which they are independent; Erlang's C formula from Poisson
probabilities, means and quantiles of waits from the birth-and-death chain's own stationary distribution.
"""

import json
from pathlib import Path

import numpy as np
import scipy
from scipy.integrate import quad
from scipy.optimize import brentq
from scipy.stats import gamma, norm, poisson

TARGET = Path(__file__).resolve().parents[2] / "test" / "reference" / "review.json"


def over_account(of, shared):
    """Mean over the part that two reviewers share of a function of an impression's remaining distribution."""
    rest = np.sqrt(1 - shared)
    return quad(lambda u: norm.pdf(u) * of(np.sqrt(shared) * u, rest), -12, 12, epsabs=1e-13, epsrel=1e-13, limit=500)[0]


def both_below(x, y, shared):
    if shared >= 0:
        return over_account(lambda u, rest: norm.cdf((x - u) / rest) * norm.cdf((y - u) / rest), shared)
    return norm.cdf(x) - both_below(x, -y, -shared)


def means(rates, doubt):
    def odds(mean, rate):
        return norm.logsf(doubt - mean) - norm.logcdf(-doubt - mean) - np.log(rate / (1 - rate))

    return [brentq(odds, -30, 30, args=(rate,), xtol=1e-14) for rate in rates]


def impressions(rates, dont_know):
    def surplus(doubt):
        shares = [norm.cdf(doubt - m) - norm.cdf(-doubt - m) for m in means(rates, doubt)]
        return np.mean(shares) - dont_know

    doubt = brentq(surplus, 0, 20, xtol=1e-14) if dont_know > 0 else 0.0
    return means(rates, doubt), doubt


def kappa(mean, doubt, shared):
    """Of the table of two reviewers, its 2 by 2 part in which both decided."""
    table = np.zeros((2, 2))
    for m in mean:

        def managed(u, rest):
            return norm.sf((doubt - m - u) / rest)

        def authentic(u, rest):
            return norm.cdf((-doubt - m - u) / rest)

        opinions = (managed, authentic)
        for i in (0, 1):
            for j in (0, 1):
                table[i, j] += over_account(lambda u, rest: opinions[i](u, rest) * opinions[j](u, rest), shared) / 2
    table /= table.sum()
    by_chance = table.sum(axis=0) @ table.sum(axis=1)
    return (np.trace(table) - by_chance) / (1 - by_chance)


def agreements():
    rows = []
    for rates, dont_know, agreement in [
        ((0.67, 0.37), 0, 0.36),
        ((0.67, 0.37), 0.13, 0.36),
        ((0.67, 0.37), 0.13, 0.0902),
        ((0.67, 0.37), 0.4, 0.9),
        ((0.15, 0.37), 0.11, 0.34),
        ((0.93, 0.05), 0.02, 0.8),
        ((0.5, 0.5), 0.9, 0.5),
    ]:
        mean, doubt = impressions(rates, dont_know)
        shared = brentq(lambda s: kappa(mean, doubt, s) - agreement, 0, 0.9999, xtol=1e-12)
        row = {"rates": rates, "dontKnow": dont_know, "agreement": agreement}
        rows.append({**row, "means": mean, "doubt": doubt, "shared": shared, "least": kappa(mean, doubt, 0)})
    return rows


def queues():
    """Arrivals and mean service in an hour of 60 minutes; M/M/c's chain cut where nothing is left."""
    rows = []
    for load, servers in [(0.5, 1), (0.9, 1), (1.6, 2), (2.7, 3), (9, 10), (80, 100), (960, 1000)]:
        states = np.arange(servers + 20_000)
        log_p = states * np.log(load) - np.cumsum(np.log(np.minimum(np.maximum(states, 1), servers)))
        p = np.exp(log_p - log_p.max())
        p /= p.sum()
        waits = poisson.pmf(servers, load) / (
            poisson.pmf(servers, load) + (1 - load / servers) * poisson.cdf(servers - 1, load)
        )
        waiting = p @ np.maximum(states - servers, 0)

        # Whoever finds n >= servers there waits for n - servers + 1 of them to be done, at rate `servers`.
        found = np.arange(servers, servers + 20_000)

        def within(t):
            return 1 - p[found] @ gamma.sf(t, found - servers + 1, scale=1 / servers)

        quantiles = [
            [q, 0.0 if within(0) >= q else brentq(lambda t: within(t) - q, 1e-12, 1e3, xtol=1e-13)] for q in (0.5, 0.95)
        ]
        row = {"load": load, "reviewers": servers, "waits": waits, "waiting": waiting}
        rows.append({**row, "quantiles": quantiles})
    return rows


def main():
    normal = [
        [x, y, r, both_below(x, y, r)]
        for x, y in [(0, 0), (0.4, 0.4), (-0.3, 0.8), (-2.5, -2.2), (3, 1), (-4, 4)]
        for r in (-0.999, -0.7, -0.1, 0, 0.36, 0.9, 0.99)
    ]
    reference = {
        "versions": {"scipy": scipy.__version__, "numpy": np.__version__},
        "bothBelow": normal,
        "agreements": agreements(),
        "queues": queues(),
    }
    TARGET.write_text(json.dumps(reference, separators=(",", ":")) + "\n")


main()
