"""What holds for all tests."""

import gc
import os
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, settings

import linklint.facts
from linklint.engine import plans
from linklint.model.rule import Rule
from tests.examples import ALL

# How long one example takes says more about the machine than about linklint; speed has its benchmarks.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("linklint", PATIENT, max_examples=40)
settings.register_profile("thorough", PATIENT, max_examples=ALL)  # --hypothesis-profile=thorough
settings.load_profile("linklint")

# The repositories of tests need no examples of hooks, and nobody has to tidy them up: a dozen files and a process each.
os.environ |= {
    "GIT_TEMPLATE_DIR": "",
    "GIT_CONFIG_COUNT": "1",
    "GIT_CONFIG_KEY_0": "maintenance.auto",
    "GIT_CONFIG_VALUE_0": "false",
}


@pytest.fixture(scope="session", autouse=True)
def _compile_rules_once() -> Iterator[None]:
    """Runs of the tests share the rules, compiled, as base and head of a run do: most runs look at a few small files,
    and would spend a third of their time on a hundred rules that are always the same."""
    compile_rule, known = plans.compile_rule, {}

    def remember(rule: Rule, options: Mapping[str, Any], vocabulary: Any) -> Any:
        if vocabulary is not linklint.facts:
            return compile_rule(rule, options, vocabulary)
        key = (rule.id, msgspec.json.encode(options, order="deterministic"))
        if key not in known or known[key][0] != rule:
            known[key] = rule, compile_rule(rule, options, vocabulary)
        return known[key][1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plans, "compile_rule", remember)
        yield


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """A file's tests run in one process, so that what they share is made once."""
    from xdist.scheduler import LoadFileScheduling

    return LoadFileScheduling(config, log)


def pytest_collection_finish() -> None:
    """The thousands of tests stay to the end, so that no collection of garbage has to look through them."""
    gc.collect()
    gc.freeze()
