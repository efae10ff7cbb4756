"""The program's entry: `hotline-check` and `python -m hotline_check`."""

import sys


def main() -> None:
    """Run the command line on this process's arguments and exit."""
    from hotline_check.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
