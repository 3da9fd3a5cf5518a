"""python3 -m unittest, in this folder."""

import unittest

from late_nights import answer

DAY = 86400
HOUR = 3600


def judged(*accounts):
    return answer({"type": "accounts", "batch": 0, "periodStart": 0, "periodSeconds": 28 * DAY, "accounts": accounts})


def posting_at(times):
    return {"account": 0, "posts": [{"post": k, "time": time} for k, time in enumerate(times)], "interactions": []}


class LateNights(unittest.TestCase):
    def test_a_clock_that_never_sleeps_scores_1(self):
        clock = posting_at(range(0, 28 * DAY, HOUR))
        found = judged(clock)
        self.assertEqual(found["scores"], [1.0])
        self.assertEqual(len(found["reasons"][0]), 2)

    def test_a_person_who_sleeps_scores_low(self):
        evenings = [day * DAY + 11 * HOUR for day in range(28) if day % 5 < 2]
        bursts = [evening + late for evening in evenings for late in (0, 600, 2 * HOUR)]
        found = judged(posting_at(bursts))
        self.assertLess(found["scores"][0], 0.1)
        self.assertEqual(found["reasons"], [[]])

    def test_who_did_next_to_nothing_has_no_score(self):
        found = judged(posting_at([5, 9]))
        self.assertEqual(found["scores"], [None])
        self.assertEqual(found["features"], [[None, None]])
        self.assertEqual(found["reasons"], [[]])


if __name__ == "__main__":
    unittest.main()
