"""How long one assessment takes."""

import statistics
import time


def main() -> None:
    from finder.protocol import assess
    from finder.protocol.cases import named_cases

    answers = [case.answers for case in named_cases()]
    times = []
    for _ in range(5):
        for one in answers:
            began = time.perf_counter()
            assess(one)
            times.append((time.perf_counter() - began) * 1000)
    print(
        f"assess(): median {statistics.median(times):.2f} ms over {len(answers)} cases, slowest {max(times):.2f} ms"
    )
