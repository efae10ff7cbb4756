"""Styles of a Word file whose text is not shown."""

from hotline_check.documents.office.package import Package
from hotline_check.documents.office.xml import XmlError, events, is_on


def hidden_styles(package: Package) -> frozenset[str]:
    """The ids of the styles that hide text, also those that are based on one."""
    hidden, based_on = set[str](), dict[str, str]()
    for name in package.names:
        if not name.lower().endswith("/styles.xml") or name.startswith("xl/"):
            continue
        style = ""
        try:
            with package.opened(name) as stream:
                for event in events(stream):
                    if event.kind != "start":
                        continue
                    if event.name == "style":
                        style = event.attributes.get("styleId", "")
                    elif event.name == "basedOn":
                        based_on[style] = event.attributes.get("val", "")
                    elif event.name == "vanish" and is_on(event.attributes):
                        hidden.add(style)
        except XmlError:
            continue  # reported when the part is read for its text
    more = True
    while more:
        found = {style for style, base in based_on.items() if base in hidden} - hidden
        hidden |= found
        more = bool(found)
    return frozenset(hidden)
