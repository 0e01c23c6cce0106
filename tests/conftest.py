"""What holds for all tests."""

from hypothesis import HealthCheck, settings

# How long one example takes says more about the machine than about linklint; speed has its benchmarks.
settings.register_profile("linklint", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("linklint")
