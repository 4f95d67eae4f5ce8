"""A workspace on disk with comments, odd quotes and every sort of thing that an analyst writes."""

from pathlib import Path

QUESTION = """\
# yaml-language-server: $schema=../schemas/hypotheses.schema.json
format: 1

question: >-
  Will Iraq retaliate for the bombing of its intelligence headquarters,
  and if so, how?
scope:
  who: the government   # not the people
  period: 1993
marking: TLP:CLEAR

# The answers that compete.
hypotheses:
  none:
    short: No retaliation
    statement: >-
      Iraq will not retaliate.
    expect:
      - quiet agents
    expect_not:
      - an attack   # of any sort
    status: active

  # the likeliest, some say
  minor:
    short: "Minor action"
    statement: It will sponsor some minor terrorist actions.
    expect_not: [calm]

  major: {short: Major action, statement: It is planning a major attack., expect_not: [Calm.]}

overlap:
  # asked in July
  - between: [minor, major]
    because: >-
      Minor is without deaths.

gaps:
  orders:
    statement: >-
      What are the orders?
    matters: It would settle it.

indicators:
  alert:
    statement: >-
      Agents abroad are put on alert.
    by: 1993-12-31
    status: open
    likely: {none: U, minor: L, major: HL}
# the end
"""

EMBASSY = """\
# yaml-language-server: $schema=../schemas/evidence.schema.json
format: 1
source:
  title: "Embassies: cables"
  publisher: unknown
  published: 1993-07~
  reliability: B   # for now
  because: Seen before.
items:
  saddam-public-statement:
    text: >-
      Saddam says in public
      that he will not retaliate.
    kind: statement
    credibility: 2
    tags: {about: [words], place: baghdad}   # two

  # told by the guards
  on-guard:
    text: >-
      Embassies are told to be on guard.
    kind: report
    origin: guards
    credibility: 3
    because: >-
      They were seen standing there
      by three others.
    at: par. 6
    # when: unknown
"""

MONITORS = """\
format: 1
source: {title: Monitors, publisher: unknown, reliability: B, because: Own ears.}
items:
  radio-traffic: {text: "Agents send more often: [sic].", kind: report, origin: border-monitors, credibility: 2}
"""

ORIGINS = """\
format: 1
origins:
  border-monitors: {who: listeners at the border, access: own ears, reliability: B, because: Long record.}

  guards:
    who: the guards
    access: at the gate
    reliability: C
    because: They stand there.
    maybe_same: [border-monitors]
"""

MATRIX = """\
format: 1
rows:
  embassy/on-guard: {none: I, minor: C, major: C}
  embassy/saddam-public-statement: {none: C, minor: C, major: C}
  monitors/radio-traffic: {none: I, minor: C}
notes:
  embassy/on-guard: {because: {none: Nobody guards against nothing.}}
"""

FILES = {
    "hypotheses/iraq.yaml": QUESTION,
    "evidence/embassy.yaml": EMBASSY,
    "evidence/monitors.yaml": MONITORS,
    "evidence/origins.yaml": ORIGINS,
    "matrices/iraq/me.yaml": MATRIX,
}


def write(root: Path, *, newline: str = "\n", bom: bool = False) -> Path:
    """Write the case; returns its folder."""
    for path, text in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        data = text.replace("\n", newline).encode()
        (root / path).write_bytes((b"\xef\xbb\xbf" if bom else b"") + data)
    return root


def state(root: Path) -> dict[str, bytes]:
    """Every file of the workspace by its relative path."""
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}
