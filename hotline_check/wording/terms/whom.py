"""Customers and countries of a channel or policy, in words."""

from collections.abc import Iterable

from hotline_check.wording.terms.names import country
from hotline_check.wording.text.catalogue import N_, Words

CUSTOMERS = {
    "card": N_("card holders"),
    "merchants": N_("merchants"),
    "business": N_("business customers"),
    "institutional": N_("institutional customers"),
    "members": N_("paying members"),
}
_IN = N_("{customers} in {places}")
_PEOPLE_IN = N_("customers in {places}")


def whom(customers: Iterable[str], regions: Iterable[str], _: Words) -> str:
    """The customers that a line or a policy is for, such as "card holders in Germany".

    customers, regions: the registry's words and ISO codes; at least one of them is given.
    """
    who = _.join([_(CUSTOMERS[name]) for name in customers])
    where = _.join([country(code, _) for code in regions])
    if not where:
        return who
    return _(_IN, customers=who, places=where) if who else _(_PEOPLE_IN, places=where)
