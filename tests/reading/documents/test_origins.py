"""A contact keeps what its piece of the document is to a reader."""

from hotline_check.documents.blocks import Block, cut
from hotline_check.documents.models import Piece, Place
from hotline_check.reading.models import Hints
from hotline_check.scanning.contacts import Contacts

_START = Place()


def test_contacts_keep_the_origin_of_their_pieces() -> None:
    pieces = [
        Piece("Call +1 202 555 0123.\n\n", _START),
        Piece("+1 202 555 0124\n\n", _START, 0, "hidden"),
        Piece("tel:+12025550125\n\n", _START, 0, "link", "Call us"),
    ]
    (block,) = cut(pieces)
    assert isinstance(block, Block)
    found = Contacts(Hints()).of(block)
    assert [(f.readings[0].value, f.origin, f.shown) for f in found] == [
        ("+12025550123", "text", ""),
        ("+12025550124", "hidden", ""),
        ("+12025550125", "link", "Call us"),
    ]


def test_a_cut_piece_keeps_its_origin() -> None:
    pieces = [Piece("word " * 40, _START, 0, "hidden")]
    blocks = [block for block in cut(pieces, block=60, around=20) if isinstance(block, Block)]
    assert len(blocks) > 1
    assert {block.source(0).origin for block in blocks} == {"hidden"}
