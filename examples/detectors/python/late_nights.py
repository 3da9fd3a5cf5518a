#!/usr/bin/env python3
"""Late nights: accounts that never sleep, and that post in bursts or by clock.

A detector for Assay in Python's standard library alone. It reads one line of JSON from stdin and answers with one on
stdout, until stdin ends; whatever is meant for people goes to stderr.

Two figures of an account's posts and interactions, over the whole period:

  quiet       share of its actions within its own quietest eight hours of the day (UTC+8). People sleep: they have next
              to none there. A third of all actions would lie there if the hour meant nothing.
  burstiness  (s - m) / (s + m) of the gaps between posts, s their standard deviation, m their mean: -1 for a clock,
              0 for chance, towards 1 for bursts (Goh and Barabasi, EPL 81, 48002, 2008).
"""

import json
import math
import sys

HOUR = 3600
BEIJING = 8 * HOUR
# Fewer actions say nothing about when somebody sleeps, and fewer gaps nothing about how even they are.
FEWEST_ACTIONS = 24
FEWEST_GAPS = 8

DESCRIPTION = {
    "type": "detector",
    "protocol": 1,
    "id": "late-nights",
    "layer": "behaviour",
    "title": "Late nights",
    "version": 1,
    "reads": ["posts.time", "interactions.time"],
    "features": [
        {"id": "quiet", "title": "Share of actions within the quietest eight hours", "unit": "share"},
        {"id": "burstiness", "title": "Burstiness of the gaps between posts", "unit": ""},
    ],
}


def quiet_share(times, period_start):
    """Share of the times within the eight consecutive hours of the day that have the fewest."""
    if len(times) < FEWEST_ACTIONS:
        return None
    by_hour = [0] * 24
    for time in times:
        by_hour[(period_start + BEIJING + time) // HOUR % 24] += 1
    fewest = min(sum(by_hour[(first + k) % 24] for k in range(8)) for first in range(24))
    return fewest / len(times)


def burstiness(times):
    gaps = [later - earlier for earlier, later in zip(times, times[1:])]
    if len(gaps) < FEWEST_GAPS:
        return None
    mean = sum(gaps) / len(gaps)
    deviation = math.sqrt(sum((gap - mean) ** 2 for gap in gaps) / len(gaps))
    return (deviation - mean) / (deviation + mean) if deviation + mean > 0 else None


def judge(account, period_start):
    """Score, features and reasons of one account."""
    posts = [post["time"] for post in account["posts"]]
    actions = posts + [action["time"] for action in account["interactions"]]
    quiet = quiet_share(actions, period_start)
    bursts = burstiness(posts)
    reasons = []
    score = None
    if quiet is not None:
        # A third is what the hour would not matter at; people are near 0.
        score = min(1.0, 3 * quiet)
        if quiet > 0.1:
            text = f"{round(100 * quiet)} % of {len(actions)} actions lie within its quietest eight hours; people sleep there"
            reasons.append({"text": text, "weight": score})
    if bursts is not None:
        clockwork = max(0.0, -bursts)
        score = max(score or 0.0, clockwork)
        if clockwork > 0.3:
            text = f"the gaps between its {len(posts)} posts are as even as a clock's: burstiness {bursts:.2f}"
            reasons.append({"text": text, "weight": clockwork})
    return score, [quiet, bursts], reasons


def answer(message):
    if message["type"] == "hello":
        return DESCRIPTION
    judged = [judge(account, message["periodStart"]) for account in message["accounts"]]
    return {
        "type": "scores",
        "batch": message["batch"],
        "scores": [score for score, _, _ in judged],
        "features": [features for _, features, _ in judged],
        "reasons": [reasons for _, _, reasons in judged],
    }


def main():
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line)), allow_nan=False), flush=True)


if __name__ == "__main__":
    main()
