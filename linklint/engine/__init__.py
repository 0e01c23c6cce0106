"""Rules × facts → findings."""

from linklint.engine.baseline import BaselineEntry, apply_baseline, baseline_entries
from linklint.engine.carrying import Carried
from linklint.engine.compare import Comparison, compare
from linklint.engine.compiling import check_rule, list_asked, to_problems
from linklint.engine.fingerprints import number_findings
from linklint.engine.mutation import mutations
from linklint.engine.operators import OPERATORS
from linklint.engine.plans import Plan, plan_rules
from linklint.engine.run import Outcome, run
from linklint.engine.vocabulary import RuleProblem, Vocabulary

__all__ = [
    "OPERATORS",
    "BaselineEntry",
    "Carried",
    "Comparison",
    "Outcome",
    "Plan",
    "RuleProblem",
    "Vocabulary",
    "apply_baseline",
    "baseline_entries",
    "check_rule",
    "compare",
    "list_asked",
    "mutations",
    "number_findings",
    "plan_rules",
    "run",
    "to_problems",
]
