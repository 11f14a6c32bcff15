"""Lists of the public register as files for a spreadsheet, as Excel in Swedish opens them."""

from varjebarn.interop.sheets.lists import SHEETS, Sheet, sheet
from varjebarn.interop.sheets.write import as_csv

__all__ = ["SHEETS", "Sheet", "as_csv", "sheet"]
