"""Where in a document a contact was found: it decides what the contact may mean."""

from typing import Literal

# text: shown to the reader. hidden: in the file, but not shown. link: where a link, a form or a
# frame leads. sender: in a mail header that says who wrote, which anybody can forge. picture: read
# from the letters that a picture shows. qr-code: from a code in a picture. pdf: text of a PDF file,
# whose fonts may draw other letters.
Origin = Literal["text", "hidden", "link", "sender", "picture", "qr-code", "pdf"]
