"""Several analysts: how far their matrices of one question agree, and which contested cells matter.

`agreement(case)` is the way in. Nothing here is stored: the team matrix is worked out anew from what each analyst
rated, and nobody has rated it.
"""

from workbench.analysis.agreement.alpha import Alpha, alpha
from workbench.analysis.agreement.blind import hidden, not_done
from workbench.analysis.agreement.cells import CellRatings
from workbench.analysis.agreement.comparison import Agreement, agreement
from workbench.analysis.agreement.concordance import Concordance, kendall, midranks, spearman
from workbench.analysis.agreement.grades import ContestedGrade
from workbench.analysis.agreement.members import Member, members
from workbench.analysis.agreement.middle import Middle, middle
from workbench.analysis.agreement.orders import Orders
from workbench.analysis.agreement.pooling import Pooled, pooled
from workbench.analysis.agreement.settling import Contested, Fewest, Settled
from workbench.analysis.agreement.team import team

__all__ = [
    "Agreement",
    "Alpha",
    "CellRatings",
    "Concordance",
    "Contested",
    "ContestedGrade",
    "Fewest",
    "Member",
    "Middle",
    "Orders",
    "Pooled",
    "Settled",
    "agreement",
    "alpha",
    "hidden",
    "kendall",
    "members",
    "middle",
    "midranks",
    "not_done",
    "pooled",
    "spearman",
    "team",
]
