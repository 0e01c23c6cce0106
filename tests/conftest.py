"""What holds for all tests."""

import gc
import os

from hypothesis import HealthCheck, settings

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


def pytest_collection_finish() -> None:
    """The thousands of tests stay to the end, so that no collection of garbage has to look through them."""
    gc.collect()
    gc.freeze()
