package collect

import (
	"bytes"
	"errors"
	"strings"

	"github.com/xuri/excelize/v2"
)

const (
	maxWorkbook = 256 << 20 // bytes of an unpacked workbook
	maxSheet    = 16 << 20  // bytes of an unpacked sheet in memory; a larger one is read from a file
)

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
		UnzipSizeLimit: maxWorkbook, UnzipXMLSizeLimit: maxSheet,
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
		text, err := sheetText(f, name)
		switch {
		case errors.Is(err, errTooLarge):
			return failed(statusTooLarge)
		case err != nil:
			return failed(statusCorrupt)
		}
		sheets = append(sheets, "Sheet: "+name+"\n"+text)
	}
	return document{text: strings.Join(sheets, "\n")}
}

const maxBlankRows = 10 // that are kept of those between two tables

// sheetText reads row by row, since a sheet can have a million. Empty rows at
// its end are left out.
func sheetText(f *excelize.File, name string) (string, error) {
	rows, err := f.Rows(name)
	if err != nil {
		return "", err
	}
	defer rows.Close()
	var b strings.Builder
	end, blank := 0, 0
	for rows.Next() {
		row, err := rows.Columns()
		if err != nil {
			return "", err
		}
		for i, cell := range row {
			row[i] = strings.Join(strings.Fields(cell), " ")
		}
		line := strings.TrimRight(strings.Join(row, "\t"), "\t")
		if blank++; line != "" {
			blank = 0
		}
		if blank > maxBlankRows {
			continue
		}
		b.WriteString(line + "\n")
		if line != "" {
			end = b.Len()
		}
		if b.Len() > maxText {
			return "", errTooLarge
		}
	}
	return b.String()[:end], rows.Error()
}
