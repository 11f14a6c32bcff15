"""`python -m varjebarn …`: what `run.py` hands over to when everything is installed."""

import sys

from varjebarn.ops.entry import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
