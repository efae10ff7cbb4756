"""Office files made by libraries: text, links, what is hidden, what is hostile."""

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from tests.extras import needs

pytestmark = pytest.mark.extra
for module in ("docx", "openpyxl", "pptx", "odf"):
    needs(module, "extras-test")

import docx
import odf.draw
import odf.office
import odf.opendocument
import odf.style
import odf.svg
import odf.table
import odf.text
import openpyxl
import pptx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from openpyxl.comments import Comment

from hotline_check.documents.models import Piece, Section, Skipped
from hotline_check.documents.readers import Reader
from tests.reading.documents.images import drawn, saved

NUMBER = "+1 202 555 0123"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATION = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def file(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def read(data: bytes, name: str = "x") -> tuple[list[Piece], list[Skipped]]:
    found = list(Reader().items(io.BytesIO(data), name))
    return (
        [item for item in found if isinstance(item, Piece)],
        [item for item in found if isinstance(item, Skipped)],
    )


def text(pieces: list[Piece], origin: str = "text") -> str:
    return "".join(piece.text for piece in pieces if piece.origin == origin)


def links(pieces: list[Piece]) -> list[tuple[str, str]]:
    return [(piece.text, piece.shown) for piece in pieces if piece.origin == "link"]


def section(pieces: list[Piece], words: str) -> Section:
    (found,) = [piece.section for piece in pieces if words in piece.text]
    assert found
    return found


def with_part(data: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """The file with one part changed, or a new one."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            body = old.read(info)
            new.writestr(info.filename, change(body.decode()) if info.filename == name else body)
        if name not in old.namelist():
            new.writestr(name, change(""))
    return out.getvalue()


class TestWord:
    def test_a_number_in_several_runs(self) -> None:
        document = docx.Document()
        paragraph = document.add_paragraph("call +1 202 ")
        paragraph.add_run("555").bold = True
        paragraph.add_run(" 0123")
        pieces, notes = read(file(document))
        assert NUMBER in text(pieces)
        assert not notes
        assert all(piece.place.line == 0 for piece in pieces)

    @pytest.mark.parametrize(
        ("look", "is_seen"),
        [
            ('<w:color w:val="ffffff"/>', False),
            ('<w:sz w:val="2"/>', False),
            ('<w:color w:val="FFFFFF"/><w:sz w:val="22"/>', False),
            ('<w:color w:val="FF0000"/><w:sz w:val="16"/>', True),
            ('<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>', True),
            ('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F3864"/>', True),
            ('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="FFFFFF"/>', False),
        ],
    )
    def test_white_and_tiny_text_is_hidden(self, look: str, is_seen: bool) -> None:
        document = docx.Document()
        run = document.add_paragraph("Call ").add_run(NUMBER)
        run._r.insert(0, parse_xml(f"<w:rPr {WORD}>{look}</w:rPr>"))
        document.add_paragraph("after")
        pieces, _ = read(file(document))
        assert NUMBER in text(pieces, "text" if is_seen else "hidden")
        assert "after" in text(pieces)

    def test_white_text_on_the_colour_of_a_paragraph_or_a_table_is_seen(self) -> None:
        document = docx.Document()
        white = f'<w:rPr {WORD}><w:color w:val="FFFFFF"/></w:rPr>'
        paragraph = document.add_paragraph()
        shade = f'<w:shd {WORD} w:val="clear" w:fill="1F3864"/>'
        paragraph._p.get_or_add_pPr().append(parse_xml(shade))
        cell = document.add_table(1, 1).cell(0, 0).paragraphs[0]
        for where, words in ((paragraph, "on blue"), (cell, "in a cell")):
            where.add_run(words)._r.insert(0, parse_xml(white))
        pieces, _ = read(file(document))
        assert "on blue" in text(pieces)
        assert "in a cell" in text(pieces)

    def test_hidden_runs_are_no_part_of_a_number(self) -> None:
        document = docx.Document()
        paragraph = document.add_paragraph("call +1 202 555 ")
        paragraph.add_run("9999").font.hidden = True
        paragraph.add_run("0123")
        pieces, _ = read(file(document))
        assert NUMBER in text(pieces)
        assert "9999" in text(pieces, "hidden")

    def test_styles_that_hide_and_those_based_on_them(self) -> None:
        document = docx.Document()
        base = document.styles.add_style("Gone", WD_STYLE_TYPE.CHARACTER)
        base.font.hidden = True
        derived = document.styles.add_style("Derived", WD_STYLE_TYPE.CHARACTER)
        derived.base_style = base
        document.add_paragraph("seen ").add_run("gone", style="Derived")
        pieces, _ = read(file(document))
        assert "gone" in text(pieces, "hidden")
        assert "gone" not in text(pieces)

    def test_links_and_fields(self) -> None:
        document = docx.Document()
        paragraph = document.add_paragraph("see ")
        relation = document.part.relate_to("https://other.example/x", LINKS, is_external=True)
        paragraph._p.append(
            parse_xml(
                f'<w:hyperlink {WORD} {RELATION} r:id="{relation}">'
                "<w:r><w:t>www.example.com</w:t></w:r></w:hyperlink>"
            )
        )
        for part in (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
            '<w:r><w:instrText> HYPERLINK "https://field.example/" </w:instrText></w:r>',
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            "<w:r><w:t>example.org</w:t></w:r>",
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        ):
            paragraph._p.append(parse_xml(part.replace("<w:r>", f"<w:r {WORD}>", 1)))
        pieces, _ = read(file(document))
        assert links(pieces) == [
            ("https://other.example/x", "www.example.com"),
            ("https://field.example/", "example.org"),
        ]

    def test_tables_headers_comments_and_deleted_text(self) -> None:
        document = docx.Document()
        table = document.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "Example", NUMBER
        document.sections[0].header.paragraphs[0].text = "at the head"
        document.sections[0].footer.paragraphs[0].text = "at the foot"
        paragraph = document.add_paragraph("remarked")
        document.add_comment(paragraph.runs, text="the remark")
        paragraph._p.append(
            parse_xml(f"<w:del {WORD}><w:r><w:delText>deleted</w:delText></w:r></w:del>")
        )
        pieces, _ = read(file(document))
        assert f"Example\t{NUMBER}" in text(pieces)
        kinds = {words: section(pieces, words).kind for words in ("head", "foot", "the remark")}
        assert kinds == {"head": "header", "foot": "footer", "the remark": "comment"}
        assert "deleted" in text(pieces, "hidden")

    def test_text_boxes_and_footnotes(self) -> None:
        """What the library that made the file does not even show."""
        document = docx.Document()
        document.add_paragraph("x")._p.append(
            parse_xml(
                f"<w:r {WORD}><w:pict><w:txbxContent><w:p><w:r><w:t>in a box</w:t></w:r></w:p>"
                "</w:txbxContent></w:pict></w:r>"
            )
        )
        note = "<w:footnote><w:p><w:r><w:t>at foot</w:t></w:r></w:p></w:footnote>"
        notes = f"<w:footnotes {WORD}>{note}</w:footnotes>"
        pieces, _ = read(with_part(file(document), "word/footnotes.xml", lambda _: notes))
        assert "in a box" in text(pieces)
        assert section(pieces, "at foot").kind == "note"

    def test_a_picture_in_it_is_reported_or_read(self) -> None:
        document = docx.Document()
        document.add_picture(io.BytesIO(saved(drawn("hello"))))
        _, notes = read(file(document))
        assert {note.reason for note in notes} <= {"picture", "needs-extra"}
        assert [note.section.kind for note in notes if note.section] == ["picture"]

    def test_properties_are_hidden(self) -> None:
        document = docx.Document()
        document.core_properties.title = f"call {NUMBER}"
        pieces, _ = read(file(document))
        assert NUMBER in text(pieces, "hidden")


class TestExcel:
    def test_cells_have_names_and_rows_are_lines(self) -> None:
        book = openpyxl.Workbook()
        book.active.title = "Lines"
        book.active["A1"], book.active["B1"] = "Example", NUMBER
        pieces, notes = read(file(book))
        assert f"Example\t{NUMBER}\n" in text(pieces)
        found = section(pieces, NUMBER)
        assert (found.sheet, found.cell) == ("Lines", "B1")
        assert not notes

    @pytest.mark.parametrize(
        ("form", "shown"),
        [
            ("0-000-000-0000", "1-202-555-0123"),
            ('"+"0', "+12025550123"),
            ("[<=9999999]###\\-####;\\(###\\)\\ ###\\-####", "(1202) 555-0123"),
            ("General", "12025550123"),
            ("#,##0", "12025550123"),
            ('"Call "0', "Call 12025550123"),
        ],
    )
    def test_numbers_as_they_are_shown(self, form: str, shown: str) -> None:
        book = openpyxl.Workbook()
        book.active["A1"] = 12025550123
        book.active["A1"].number_format = form
        pieces, _ = read(file(book))
        assert shown in text(pieces)

    def test_hidden_rows_columns_sheets_and_formats(self) -> None:
        book = openpyxl.Workbook()
        sheet = book.active
        sheet["A1"], sheet["C1"], sheet["A2"], sheet["A3"] = "seen", "column", "row", "format"
        sheet.column_dimensions["C"].hidden = True
        sheet.row_dimensions[2].hidden = True
        sheet["A3"].number_format = ";;;"
        other = book.create_sheet("Secret")
        other["A1"] = "sheet"
        other.sheet_state = "veryHidden"
        pieces, _ = read(file(book))
        hidden = {piece.text for piece in pieces if piece.origin == "hidden"}
        assert hidden >= {"column", "row", "sheet", "format"}
        assert set(text(pieces).split()) == {"seen"}

    def test_links_and_formulas(self) -> None:
        book = openpyxl.Workbook()
        sheet = book.active
        sheet["A1"] = "www.example.com"
        sheet["A1"].hyperlink = "https://other.example/"
        sheet["A2"] = '=HYPERLINK("https://formula.example/","example.org")'
        sheet["A3"] = "=HYPERLINK(B1&B2)"
        pieces, _ = read(file(book))
        assert links(pieces) == [
            ("https://other.example/", "www.example.com"),
            ("https://formula.example/", "example.org"),
            ("\0", ""),
        ]

    def test_comments_and_headers(self) -> None:
        book = openpyxl.Workbook()
        book.active["A1"] = "x"
        book.active["A1"].comment = Comment(f"call {NUMBER}", "somebody")
        book.active.oddHeader.center.text = "at the head"
        pieces, _ = read(file(book))
        found = section(pieces, NUMBER)
        assert (found.cell, found.kind) == ("A1", "comment")
        assert section(pieces, "at the head").kind == "header"


class TestPowerPoint:
    def test_slides_notes_links_and_hidden_slides(self) -> None:
        show = pptx.Presentation()
        for words in ("first", "second"):
            slide = show.slides.add_slide(show.slide_layouts[5])
            slide.shapes.title.text = words
        slide.notes_slide.notes_text_frame.text = "the note"
        run = slide.shapes.add_textbox(0, 0, 9, 9).text_frame.paragraphs[0].add_run()
        run.text, run.hyperlink.address = "example.org", "https://other.example/"
        gone = show.slides.add_slide(show.slide_layouts[5])
        gone.shapes.title.text = "gone"
        gone._element.set("show", "0")
        pieces, notes = read(file(show))
        assert section(pieces, "second").slide == 2
        note = section(pieces, "the note")
        assert (note.slide, note.kind) == (2, "note")
        assert links(pieces) == [("https://other.example/", "example.org")]
        assert "gone" in text(pieces, "hidden")
        assert "Click to edit" not in text(pieces)
        assert not notes


class TestOpenDocument:
    def test_a_text(self) -> None:
        document = odf.opendocument.OpenDocumentText()
        hidden = odf.style.Style(name="Gone", family="text")
        hidden.addElement(odf.style.TextProperties(display="none"))
        document.automaticstyles.addElement(hidden)
        paragraph = odf.text.P(text="call +1 202 555 ")
        paragraph.addElement(odf.text.Span(stylename=hidden, text="9999"))
        paragraph.addText("0123 ")
        paragraph.addElement(odf.text.A(href="https://other.example/", text="example.org"))
        remark = odf.office.Annotation()
        remark.addElement(odf.text.P(text="the remark"))
        paragraph.addElement(remark)
        document.text.addElement(paragraph)
        pieces, notes = read(file(document))
        assert NUMBER in text(pieces)
        assert "9999" in text(pieces, "hidden")
        assert links(pieces) == [("https://other.example/", "example.org")]
        assert section(pieces, "the remark").kind == "comment"
        assert not notes

    def test_a_sheet(self) -> None:
        document = odf.opendocument.OpenDocumentSpreadsheet()
        table = odf.table.Table(name="Lines")
        for attributes in ({}, {"visibility": "collapse"}):
            row = odf.table.TableRow(**attributes)
            row.addElement(odf.table.TableCell(numbercolumnsrepeated=2))
            cell = odf.table.TableCell()
            cell.addElement(odf.text.P(text="gone" if attributes else NUMBER))
            row.addElement(cell)
            table.addElement(row)
        document.spreadsheet.addElement(table)
        pieces, _ = read(file(document))
        found = section(pieces, NUMBER)
        assert (found.sheet, found.cell) == ("Lines", "C1")
        assert "gone" in text(pieces, "hidden")

    def test_names_and_descriptions_of_pictures(self) -> None:
        """A picture that is anchored to a page is in no paragraph."""
        document = odf.opendocument.OpenDocumentText()
        frame = odf.draw.Frame(width="3cm", height="1cm", anchortype="page")
        frame.addElement(odf.svg.Title(text="our line"))
        frame.addElement(odf.svg.Desc(text=f"call {NUMBER}"))
        document.text.addElement(frame)
        pieces, _ = read(file(document))
        assert "our line" in text(pieces)
        assert NUMBER in text(pieces)


def bomb() -> bytes:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 30))
    body = f'<!DOCTYPE x [<!ENTITY a0 "{NUMBER}">{entities}]><x>&a29;</x>'
    return with_part(file(docx.Document()), "word/document.xml", lambda _: body)


def deep() -> bytes:
    return with_part(
        file(docx.Document()), "word/document.xml", lambda _: "<a>" * 90_000 + "</a>" * 90_000
    )


def cut_short() -> bytes:
    return with_part(file(docx.Document()), "word/document.xml", lambda xml: xml[: len(xml) // 2])


def without_cells() -> bytes:
    return with_part(file(openpyxl.Workbook()), "xl/workbook.xml", lambda xml: xml[:-9])


def with_odd_numbers() -> bytes:
    change = re.compile(r'numFmtId="0"')
    return with_part(
        file(openpyxl.Workbook()), "xl/styles.xml", lambda xml: change.sub('numFmtId="x"', xml)
    )


@pytest.mark.parametrize("make", [bomb, deep, cut_short, without_cells, with_odd_numbers])
def test_hostile_xml_is_reported(make: Callable[[], bytes]) -> None:
    _, notes = read(make())
    assert {note.reason for note in notes} == {"office-broken"}
    assert all(note.failed for note in notes)


def test_outside_entities_are_not_fetched() -> None:
    body = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
    pieces, notes = read(with_part(file(docx.Document()), "word/document.xml", lambda _: body))
    assert "root" not in text(pieces)
    assert [note.reason for note in notes] == ["office-broken"]


def test_macros_and_old_files_are_reported() -> None:
    with_macros = with_part(file(docx.Document()), "word/vbaProject.bin", lambda _: "x")
    assert [note.reason for note in read(with_macros)[1]] == ["office-macros"]
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    assert [note.reason for note in read(old)[1]] == ["office-old"]


def test_a_part_that_is_renamed_is_read_all_the_same() -> None:
    document = docx.Document()
    document.add_paragraph(NUMBER)
    data = file(document)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            name = re.sub("word/document.xml", "word/any.xml", info.filename)
            new.writestr(name, old.read(info))
    assert NUMBER in text(read(out.getvalue())[0])
