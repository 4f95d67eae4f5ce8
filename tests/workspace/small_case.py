"""A small workspace on disk, written the way people write them."""

from pathlib import Path

HYPOTHESES = """\
# yaml-language-server: $schema=../schemas/hypotheses.schema.json
format: 1
question: Will Iraq retaliate?
scope: {who: the government, period: 1993, means: violence it ordered}
hypotheses:
  none:
    short: No retaliation
    statement: Iraq will not retaliate.
    expect_not: [An attack.]
  minor:
    short: Minor action
    statement: It will sponsor some minor terrorist actions.
    expect_not: [Calm.]
  major:
    short: Major action
    statement: It is planning a major attack.
    expect_not: [Calm.]
"""

EMBASSY = """\
format: 1
source:
  title: "Embassies: cables"
  publisher: unknown
  reliability: B
  because: Seen before.
items:
  saddam-public-statement:
    text: >-
      Saddam says in public
      that he will not retaliate.
    kind: statement
    credibility: 2

  on-guard:
    text: >-
      Embassies are told to be on guard.
    kind: report
    credibility: 3
"""

MONITORS = """\
format: 1
source: {title: Monitors, publisher: unknown, reliability: B, because: Own ears.}
items:
  radio-traffic:
    text: >-
      Agents send more often [sic] x[/y.
    kind: report
    origin: border-monitors
    credibility: 2
"""

ORIGINS = """\
format: 1
origins:
  border-monitors: {who: listeners at the border, access: own ears, reliability: B, because: Long record.}
"""

MATRIX = """\
# mine
format: 1                        # the path says whose
rows:
  # what he says
  embassy/saddam-public-statement: {none: C, minor: C, major: "C"}   # said twice
  monitors/radio-traffic:   {none: 'I', minor: C}

notes:
  monitors/radio-traffic:
    because:
      none: Agents have no use for more traffic if nothing is planned.
"""

ADDRESSES = ("embassy/saddam-public-statement", "embassy/on-guard", "monitors/radio-traffic")


def write(root: Path, matrix: str | None = MATRIX, *, newline: str = "\n", bom: bool = False) -> Path:
    """Write the case; `matrix=None` leaves the matrix out. Returns the matrix's path."""
    for folder in ("hypotheses", "evidence"):
        (root / folder).mkdir(parents=True)
    (root / "hypotheses/iraq.yaml").write_text(HYPOTHESES)
    (root / "evidence/embassy.yaml").write_text(EMBASSY)
    (root / "evidence/monitors.yaml").write_text(MONITORS)
    (root / "evidence/origins.yaml").write_text(ORIGINS)
    path = root / "matrices/iraq/me.yaml"
    if matrix is not None:
        path.parent.mkdir(parents=True)
        data = matrix.replace("\n", newline).encode()
        path.write_bytes((b"\xef\xbb\xbf" if bom else b"") + data)
    return path
