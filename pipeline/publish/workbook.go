package publish

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

const (
	workbookFile = "dataset.xlsx"
	readmeSheet  = "read_me"
	dictionary   = "data_dictionary" // the table that describes all columns
	maxCellText  = 32767             // UTF-16 units a cell holds (Excel specifications and limits)
	cutMark      = " […cut: the whole text is in tables/ and csv/]"
)

// sheet is a worksheet to be: a row of headings and the rows below.
type sheet struct {
	name string
	head []string
	rows [][]any
}

// writeWorkbook writes all tables as one workbook: a sheet a table, behind a
// cover and a dictionary of all columns. Cells are typed, so text can never run
// as a formula; headings are frozen and filtered.
func (r *Release) writeWorkbook() error {
	f := excelize.NewFile()
	f.SetZipWriter(newSortedZip)
	defer f.Close()
	sheets := []sheet{r.cover(), r.table(dictionary).sheet()}
	for _, t := range r.Tables {
		if t.Schema.Name != dictionary {
			sheets = append(sheets, t.sheet())
		}
	}
	styles, err := newStyles(f)
	if err != nil {
		return err
	}
	for _, s := range sheets {
		if err := s.write(f, styles); err != nil {
			return fmt.Errorf("write sheet %s: %w", s.name, err)
		}
	}
	if err := f.DeleteSheet("Sheet1"); err != nil { // every new file has it
		return err
	}
	if err := r.setProperties(f); err != nil {
		return err
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		return fmt.Errorf("encode workbook: %w", err)
	}
	return r.writeFile(workbookFile, b.Bytes())
}

// setProperties fixes what the library would take from the clock.
func (r *Release) setProperties(f *excelize.File) error {
	const epoch = "2020-06-01T00:00:00Z"
	return f.SetDocProps(&excelize.DocProperties{
		Title: r.notice() + r.Codebook.Title, Creator: Name, LastModifiedBy: Name,
		Version: Version, Created: epoch, Modified: epoch,
	})
}

func (r *Release) cover() sheet {
	s := sheet{name: readmeSheet, head: []string{"about", "text"}}
	s.rows = [][]any{
		{"title", r.Codebook.Title},
		{"version", Version},
		{"licence", "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/"},
		{"lists", "items stand in one cell, joined by " + listDelimiter},
		{"long texts", fmt.Sprintf("cut at %d characters, as a cell holds no more", maxCellText)},
	}
	if r.Sample {
		s.rows = append([][]any{{"notice", strings.TrimSpace(r.notice())}}, s.rows...)
	}
	return s
}

func (t Table) sheet() sheet {
	s := sheet{name: t.Schema.Name, rows: t.Cells}
	for i := range t.Schema.Fields {
		s.head = append(s.head, t.Schema.Fields[i].Name)
	}
	return s
}

type styles struct{ head, date int }

func newStyles(f *excelize.File) (s styles, err error) {
	if s.head, err = f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}}); err != nil {
		return s, fmt.Errorf("make heading style: %w", err)
	}
	format := "yyyy-mm-dd"
	if s.date, err = f.NewStyle(&excelize.Style{CustomNumFmt: &format}); err != nil {
		return s, fmt.Errorf("make date style: %w", err)
	}
	return s, nil
}

func (s sheet) write(f *excelize.File, st styles) error {
	if _, err := f.NewSheet(s.name); err != nil {
		return err
	}
	w, err := f.NewStreamWriter(s.name)
	if err != nil {
		return err
	}
	if err := w.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	if err := w.SetColWidth(1, len(s.head), 18); err != nil {
		return err
	}
	head := make([]any, len(s.head))
	for i, name := range s.head {
		head[i] = excelize.Cell{StyleID: st.head, Value: name}
	}
	if err := w.SetRow("A1", head); err != nil {
		return err
	}
	for i, cells := range s.rows {
		row := make([]any, len(cells))
		for j, v := range cells {
			row[j] = workbookCell(v, st)
		}
		if err := w.SetRow(fmt.Sprintf("A%d", i+2), row); err != nil {
			return err
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	last, err := excelize.CoordinatesToCellName(len(s.head), len(s.rows)+1)
	if err != nil {
		return err
	}
	return f.AutoFilter(s.name, "A1:"+last, nil)
}

// workbookCell gives a cell the type that the workbook stores.
func workbookCell(v any, st styles) any {
	switch v := v.(type) {
	case string:
		return cut(v)
	case []string:
		return cut(strings.Join(v, listDelimiter))
	case time.Time:
		return excelize.Cell{StyleID: st.date, Value: v}
	}
	return v
}

// cut shortens a text to what a cell holds, counted as Excel does.
func cut(s string) string {
	units := utf16.Encode([]rune(s))
	if len(units) <= maxCellText {
		return s
	}
	return string(utf16.Decode(units[:maxCellText-len(utf16.Encode([]rune(cutMark)))])) + cutMark
}
