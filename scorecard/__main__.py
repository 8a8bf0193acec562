"""`python -m scorecard`: see cli.py."""

from scorecard.cli import main

if __name__ == "__main__":
    main()
