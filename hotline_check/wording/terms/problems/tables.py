"""Errors of tables: columns, files and formats that don't fit."""

from hotline_check.wording.text.catalogue import N_

# code -> (what is wrong, what to do)
TABLES = {
    "no-column": (
        N_("no column is named"),
        N_("name the column of numbers with --column, or one of texts with --text-column"),
    ),
    "no-such-column": (N_("{table} has no column {name}"), N_("it has: {known}")),
    "column-twice": (
        N_("{table} has two columns called {name}"),
        N_("rename one of them"),
    ),
    "column-taken": (
        N_("{table} already has: {columns}"),
        N_("rename them, or give the new columns other names: --prefix answer_"),
    ),
    "column-without-text": (
        N_("the column {name} holds {kind}, not text"),
        N_("make it a column of texts first"),
    ),
    "column-nested": (
        N_("{path} can't hold the column {name} ({kind})"),
        N_("write .parquet or .jsonl, or drop the column"),
    ),
    "no-table": (
        N_("{path} has no ending of a table"),
        N_("use one of: {known} (.gz after those of text)"),
    ),
    "no-table-here": (
        N_("no table is called {path}"),
        N_("name files, patterns in quotes, or folders of tables"),
    ),
    "no-header": (N_("{path} has no header"), N_("write the columns' names into its first row")),
    "csv-broken": (
        N_("{path} is broken: {why}"),
        N_("nothing was written; often a quotation mark is not closed"),
    ),
    "table-broken": (N_("{path} is broken: {why}"), N_("nothing was written; make it again")),
    "columns-differ": (
        N_("the columns of {table} are not those of the files before it: {why}"),
        N_("judge it on its own"),
    ),
    "worker-lost": (
        N_("one of the processes was ended from outside"),
        N_("nothing was written; free some memory, or use fewer with --jobs"),
    ),
}
