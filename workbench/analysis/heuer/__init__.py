"""Heuer's eight steps: what is left to do in each, and the queues that are worked through there.

`steps(case, today)` counts what is left; `tasks(case, number, today)` lists it for one step. What the
screens of single steps show besides stands in modules of its own: `hypotheses.pairs`, `duplicates`,
`rating.rating_order`, `columns`, `judging`, `estimative`, `checklist` and `suspects`, `assumptions`,
`indicators.watched`. (`analysis.steps` is something else: steps of a weight, one up or down.)

Everything is a function of a case and, where something can be overdue, of today's date. Tasks tell
nothing of where the ratings are heading before the matrix is complete, unless the analyst looks.
"""

from workbench.analysis.heuer.guidance import GUIDANCE, STEPS, Guidance
from workbench.analysis.heuer.left import StepLeft, next_step, steps, tasks
from workbench.analysis.heuer.task import Action, Task, TaskKind

__all__ = [
    "GUIDANCE",
    "STEPS",
    "Action",
    "Guidance",
    "StepLeft",
    "Task",
    "TaskKind",
    "next_step",
    "steps",
    "tasks",
]
