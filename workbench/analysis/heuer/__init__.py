"""Heuer's eight steps: what is left to do in each, and the queues that are worked through there.

`steps(case, today)` counts what is left; `tasks(case, number, today)` lists it for one step. What the
screens of single steps show besides stands in modules of its own: `hypotheses.pairs`, `duplicates`,
`rating.rating_order`, `columns`, `judging`, `estimative`, `checklist` and `suspects`, `assumptions`,
`indicators.watched`. (`analysis.steps` is something else: steps of a weight, one up or down.)

Everything is a function of a case and, where something can be overdue, of today's date. Tasks tell
nothing of where the ratings are heading before the matrix is complete, unless the analyst looks.
What is named here is loaded when it is first asked for: many a command needs a single step.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.analysis.heuer.guidance import GUIDANCE, STEPS, Guidance
    from workbench.analysis.heuer.left import StepLeft, next_step, steps, tasks
    from workbench.analysis.heuer.task import Action, Task, TaskKind

_ON_DEMAND = {
    "guidance": ("GUIDANCE", "STEPS", "Guidance"),
    "left": ("StepLeft", "next_step", "steps", "tasks"),
    "task": ("Action", "Task", "TaskKind"),
}

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


def __getattr__(name: str) -> object:
    """A name of one of the modules, loaded on first use."""
    for module, names in _ON_DEMAND.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
