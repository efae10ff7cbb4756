"""Office files: Word, Excel, PowerPoint and OpenDocument, read part by part as XML.

The libraries there are (python-docx, openpyxl, python-pptx, odfpy) load a file whole and leave out
text boxes, footnotes, content controls, charts or hidden rows, of which any may show a contact.
"""
