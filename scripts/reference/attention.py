"""Writes test/reference/attention.json: what scikit-learn says of how good a ranking is.

    /usr/bin/python3 scripts/reference/attention.py

Made with scikit-learn 1.2.1 and NumPy 1.24.2 (Debian 12); the versions used are in the file. Scores have no ties.
"""

import json
from pathlib import Path

import numpy as np
import sklearn
from sklearn.metrics import dcg_score, ndcg_score

TARGET = Path(__file__).resolve().parents[2] / "test" / "reference" / "attention.json"


def rankings():
    """Gains and scores of posts, depth, DCG and NDCG."""
    random = np.random.default_rng(7)
    rows = []
    for posts, depth in ((2, 1), (2, 5), (7, 3), (40, 10), (40, 100), (150, 100)):
        gain = np.log2(1 + np.exp(random.normal(size=posts)))
        score = random.permutation(posts) / 3
        told = {"k": depth, "ignore_ties": True}
        rows.append(
            {
                "gain": gain.tolist(),
                "score": score.tolist(),
                "depth": depth,
                "dcg": dcg_score([gain], [score], **told),
                "ndcg": ndcg_score([gain], [score], **told),
            }
        )
    return rows


def weighted():
    """NDCG at 4 of several feeds, their weighted mean."""
    random = np.random.default_rng(8)
    gain = random.exponential(size=(5, 9))
    score = np.array([random.permutation(9) for _ in range(5)])
    weight = random.integers(1, 50, 5)
    mean = ndcg_score(gain, score, k=4, sample_weight=weight, ignore_ties=True)
    return {"gain": gain.tolist(), "score": score.tolist(), "weight": weight.tolist(), "depth": 4, "ndcg": mean}


TARGET.write_text(
    json.dumps(
        {
            "versions": {"sklearn": sklearn.__version__, "numpy": np.__version__},
            "rankings": rankings(),
            "weighted": weighted(),
        }
    )
    + "\n"
)
