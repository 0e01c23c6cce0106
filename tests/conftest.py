"""What holds for all tests."""

from hypothesis import HealthCheck, settings

from tests.examples import ALL

# How long one example takes says more about the machine than about linklint; speed has its benchmarks.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("linklint", PATIENT, max_examples=40)
settings.register_profile("thorough", PATIENT, max_examples=ALL)  # --hypothesis-profile=thorough
settings.load_profile("linklint")
