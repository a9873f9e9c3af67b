# Makes the workbooks beside this file: python3 make_workbooks.py
# Maker: CPython 3.11, openpyxl 3.0.9 (Debian 12, package python3-openpyxl).
import datetime

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

book = Workbook()
sheet = book.active
sheet.title = "Sheet1"
sheet.append(["index", "question", "value", "when", "flag", None, "formula"])
sheet.append([1, "胸部X線 & <b>", 0.1, datetime.datetime(2024, 6, 26, 13, 45), True, None, "=1+1"])
sheet.append([2, "_x0002_ stays", 17.0, datetime.date(1900, 1, 1), False, "x", None])
sheet.append([3, "", 1.1, datetime.time(8, 30), None, None, "#N/A"])
sheet.append([None] * 7)
sheet.append([123456789012345678, "line\nbreak", -2.5e-9, datetime.datetime(1900, 3, 1), None, None, None])
sheet.append([5, "control \\x02 by hand", 1e25, None, None, None, None])
other = book.create_sheet("Second sheet")
other.append(["a", "b"])
other.append(["x", 3])
empty = book.create_sheet("Empty")
book.save("types.xlsx")

book = Workbook(write_only=True)
sheet = book.create_sheet("inline")
sheet.append(["id", "text"])
for i in range(5):
    sheet.append([i, WriteOnlyCell(sheet, value=f"row {i}")])
book.save("inline.xlsx")

book = Workbook()
book.epoch = datetime.datetime(1904, 1, 1)
sheet = book.active
sheet.append(["when"])
sheet.append([datetime.datetime(2024, 6, 26)])
book.save("from1904.xlsx")

book = Workbook()
sheet = book.active
sheet.append([])
sheet.append(["a", "b"])
sheet.append([1, 2, 3])
sheet.append([1, 2])
sheet.append([None, None, None, "far"])
book.save("beyond.xlsx")
