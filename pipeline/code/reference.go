package code

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Reference is what the coder looks up: the rows of the CSV files in
// data/reference, in the order of the files, and the two working-day calendars
// made from nonworking_days.csv. It is read once and never changed.
type Reference struct {
	Exemptions []ExemptionRow
	Holidays   []HolidayRow
	Software   []SoftwareRow
	Platforms  []PlatformRow
	Recipients []RecipientRow

	foia, foisa calendar
	grounds     map[string]map[string]bool // law → section without subsections
	products    *productIndex
	platforms   *platformIndex
	recipients  recipientIndex
}

// ExemptionRow is one provision of exemptions.csv.
type ExemptionRow struct {
	Law     string // FOIA, FOISA, EIR or EISR (the Scottish regulations)
	Section string // "31", "38(1)(b)"; a regulation without "reg "
	Title   string
	Kind    string // absolute, qualified, absolute/qualified, procedural
}

// HolidayRow is one day of nonworking_days.csv that is no working day under at
// least one of the two Acts.
type HolidayRow struct {
	Date        time.Time
	FOIA, FOISA bool // not a working day under that Act
}

// SoftwareRow is one product of software.csv.
type SoftwareRow struct {
	Product, Vendor, ParentRenames string
	Categories                     []string // publishing, listening, …
	Aliases                        []string
}

// PlatformRow is one platform of platforms.csv.
type PlatformRow struct {
	Name, Owner, Kind string
	Aliases           []string
}

// RecipientRow is one body that information may be passed to.
type RecipientRow struct {
	Name, Type string // Type is the code: police, home_office, …
	Aliases    []string
}

// LoadReference reads the CSV files of the folder dir. A missing file, column
// or malformed value is an error that names the file.
func LoadReference(dir string) (*Reference, error) {
	r := &Reference{}
	for _, load := range []func(string) error{
		r.loadExemptions, r.loadHolidays, r.loadSoftware, r.loadPlatforms, r.loadRecipients,
	} {
		if err := load(dir); err != nil {
			return nil, fmt.Errorf("load reference: %w", err)
		}
	}
	r.foia, r.foisa = newCalendars(r.Holidays)
	r.grounds = groundsOf(r.Exemptions)
	r.products = newProductIndex(r)
	r.platforms = newPlatformIndex(r)
	r.recipients = newRecipientIndex(r.Recipients)
	return r, nil
}

func (r *Reference) loadExemptions(dir string) error {
	laws := map[string]string{"FOIA 2000": "FOIA", "FOISA 2002": "FOISA", "EIR 2004": "EIR", "EI(S)R 2004": "EISR"}
	return eachRow(dir, "exemptions.csv", []string{"law", "section", "short_title", "kind"}, func(v []string) error {
		law, ok := laws[v[0]]
		if !ok {
			return fmt.Errorf("unknown law %q", v[0])
		}
		r.Exemptions = append(r.Exemptions, ExemptionRow{law, strings.TrimPrefix(v[1], "reg "), v[2], v[3]})
		return nil
	})
}

func (r *Reference) loadHolidays(dir string) error {
	return eachRow(dir, "nonworking_days.csv", []string{"date", "foia_nonworking", "foisa_nonworking"}, func(v []string) error {
		day, err := time.Parse(time.DateOnly, v[0])
		if err != nil {
			return err
		}
		r.Holidays = append(r.Holidays, HolidayRow{day, v[1] == "yes", v[2] == "yes"})
		return nil
	})
}

func (r *Reference) loadSoftware(dir string) error {
	return eachRow(dir, "software.csv", []string{"product", "vendor_2020", "parent_renames", "category", "aliases"}, func(v []string) error {
		r.Software = append(r.Software, SoftwareRow{v[0], v[1], v[2], splitBars(v[3]), splitBars(v[4])})
		return nil
	})
}

func (r *Reference) loadPlatforms(dir string) error {
	return eachRow(dir, "platforms.csv", []string{"platform", "owner_2020", "kind", "aliases"}, func(v []string) error {
		r.Platforms = append(r.Platforms, PlatformRow{v[0], v[1], v[2], splitBars(v[3])})
		return nil
	})
}

func (r *Reference) loadRecipients(dir string) error {
	return eachRow(dir, "recipients.csv", []string{"recipient", "type", "aliases"}, func(v []string) error {
		r.Recipients = append(r.Recipients, RecipientRow{v[0], v[1], splitBars(v[2])})
		return nil
	})
}

// eachRow calls use with the named columns of every row of a CSV file.
func eachRow(dir, name string, columns []string, use func([]string) error) error {
	f, err := os.Open(filepath.Join(dir, name))
	if err != nil {
		return err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	if len(rows) == 0 {
		return fmt.Errorf("read %s: no header", name)
	}
	at := make([]int, len(columns))
	for i, c := range columns {
		if at[i] = slices.Index(rows[0], c); at[i] < 0 {
			return fmt.Errorf("read %s: no column %q", name, c)
		}
	}
	for n, row := range rows[1:] {
		values := make([]string, len(at))
		for i, c := range at {
			values[i] = strings.TrimSpace(row[c])
		}
		if err := use(values); err != nil {
			return fmt.Errorf("read %s row %d: %w", name, n+2, err)
		}
	}
	return nil
}

// splitBars splits a cell that lists values between bars; none for "".
func splitBars(s string) []string {
	var out []string
	for part := range strings.SplitSeq(s, "|") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}
