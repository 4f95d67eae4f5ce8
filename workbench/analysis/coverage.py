"""Coverage: how far each hypothesis has been put to the test.

    bears on    = rows rated CC, C, I or II against it         (N, NA and unrated do not bear on it)
    contradicts = rows rated I or II
    coverage    = rows that bear on it / all unparked rows

Not tested: nothing bears on it. It has 0 points, which says nothing, so it has no rank and never
leads. Little tested: fewer than half as many rows bear on it as on the best-covered hypothesis; it
is marked and never headlined alone.

Source: this workbench's rule, against the vague hypothesis that leads only because nothing speaks
to it. It ignores how strongly the rows bear: ten slight ones count as ten.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Coverage(NamedTuple):
    """Counts per hypothesis id, in file order, over `rows` unparked rows."""

    rows: int
    bears_on: Mapping[str, int]
    contradicts: Mapping[str, int]

    @property
    def shares(self) -> dict[str, float]:
        """Coverage of each hypothesis, 0 to 1; 0 where there is no row."""
        return {hypothesis: n / self.rows if self.rows else 0.0 for hypothesis, n in self.bears_on.items()}

    @property
    def tested(self) -> tuple[str, ...]:
        """Those that something bears on."""
        return tuple([hypothesis for hypothesis, n in self.bears_on.items() if n])

    @property
    def not_tested(self) -> tuple[str, ...]:
        """Those that nothing bears on."""
        return tuple([hypothesis for hypothesis, n in self.bears_on.items() if not n])

    @property
    def little_tested(self) -> tuple[str, ...]:
        """Those tested by fewer than half the rows that bear on the best-covered hypothesis."""
        most = max(self.bears_on.values(), default=0)
        return tuple([hypothesis for hypothesis, n in self.bears_on.items() if 0 < 2 * n < most])

    @property
    def well_tested(self) -> tuple[str, ...]:
        """Those tested and not little tested; never empty where anything is tested."""
        little = self.little_tested
        return tuple([hypothesis for hypothesis in self.tested if hypothesis not in little])

    @property
    def never_contradicted(self) -> tuple[str, ...]:
        """Well-tested ones that every bearing row supports: perhaps too broad to be contradicted."""
        return tuple([hypothesis for hypothesis in self.well_tested if not self.contradicts[hypothesis]])
