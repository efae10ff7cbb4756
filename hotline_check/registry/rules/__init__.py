"""Semantic validation rules for registry entries; they make the registry hard to poison.

Each function yields problems and raises nothing; the sentences are in `wording`.
"""

from hotline_check.registry.rules.between import cross_problems
from hotline_check.registry.rules.others import authorities_problems, reported_problems
from hotline_check.registry.rules.platform import platform_problems

__all__ = ["authorities_problems", "cross_problems", "platform_problems", "reported_problems"]
