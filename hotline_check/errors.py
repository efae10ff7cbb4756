"""One error for everything a person can mend: a code, its parameters, no sentence."""

from enum import IntEnum
from functools import partial
from typing import Final


class Exit(IntEnum):
    """Exit codes of the program, fixed by the verdict table.

    NOTHING_CHECKED is bad usage or something that can't be read or written; NO_CONTACT is a text
    that was read whole and holds no contact.
    """

    LISTED = 0
    DO_NOT_DIAL = 1
    NOTHING_CHECKED = 2
    CANNOT_TELL = 3
    NO_CONTACT = 4
    INTERRUPTED = 130


BY_ALARM: Final = (Exit.DO_NOT_DIAL, Exit.CANNOT_TELL, Exit.LISTED)
"""The exit codes of verdicts: that of several verdicts is the first that occurs."""


class HotlineError(Exception):
    """Something that the person at the keyboard can mend.

    code: names the sentence in `hotline_check.wording.terms.problems`, which says what is wrong and
        what to do about it.
    params: fill the sentence's places. `file`, `line` and `column`, when given, are printed
        before the sentence.
    """

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params
        self.add_note(code)  # a traceback shows the sentence and under it the code

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions are pickled by their positional arguments; an error may cross processes.
        return partial(type(self), self.code, **self.params), ()

    def __str__(self) -> str:
        # Imported here: this module is below all others, and sentences are made only when read.
        from importlib import import_module

        catalogue = import_module("hotline_check.wording.text.catalogue")
        problems = import_module("hotline_check.wording.terms.problems")
        if self.code not in problems.PROBLEMS:
            return self.code
        return str(problems.error_line(self, catalogue.words("en")))
