package collect

import (
	"bytes"
	"errors"
	"strings"

	"github.com/xuri/excelize/v2"
)

const maxWorkbook = 512 << 20 // bytes of an unpacked workbook

// readXLSX gives the sheets that are not hidden: a line "Sheet: NAME", then
// the rows with a tab between cells as they are shown, and a blank line
// between sheets.
func readXLSX(data []byte) (doc document) {
	defer func() {
		if recover() != nil { // the library panics on some broken files
			doc = failed(statusCorrupt)
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		UnzipSizeLimit: maxWorkbook, UnzipXMLSizeLimit: maxWorkbook,
	})
	switch {
	case errors.Is(err, excelize.ErrWorkbookPassword):
		return failed(statusEncrypted)
	case err != nil && strings.Contains(err.Error(), "unzip size exceeds"):
		return failed(statusTooLarge)
	case err != nil:
		return failed(statusCorrupt)
	}
	defer f.Close()
	var sheets []string
	for _, name := range f.GetSheetList() {
		if visible, err := f.GetSheetVisible(name); err != nil || !visible {
			continue
		}
		rows, err := f.GetRows(name)
		if err != nil {
			return failed(statusCorrupt)
		}
		sheets = append(sheets, "Sheet: "+name+"\n"+sheetText(rows))
	}
	return document{text: strings.Join(sheets, "\n")}
}

func sheetText(rows [][]string) string {
	var b strings.Builder
	for _, row := range rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = strings.Join(strings.Fields(cell), " ")
		}
		b.WriteString(strings.TrimRight(strings.Join(cells, "\t"), "\t") + "\n")
	}
	return b.String()
}
