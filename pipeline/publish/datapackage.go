package publish

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"roundrobin/queries"
	"roundrobin/schema"
)

// dataPackage is a Data Package v2 descriptor (https://datapackage.org). It has
// no date of creation: the same input gives the same bytes.
type dataPackage struct {
	Profile      string        `json:"$schema"`
	Name         string        `json:"name"`
	Title        string        `json:"title"`
	Description  string        `json:"description"`
	Version      string        `json:"version"`
	Licenses     []link        `json:"licenses"`
	Contributors []contributor `json:"contributors"`
	Sources      []link        `json:"sources"`
	Resources    []resource    `json:"resources"`
	Sample       bool          `json:"sample"`
	Codebook     string        `json:"codebook_sha256"`
	Source       string        `json:"source_sha256"`
}

type contributor struct {
	Title string   `json:"title"`
	Roles []string `json:"roles"`
}

type link struct {
	Name  string `json:"name,omitempty"`
	Title string `json:"title"`
	Path  string `json:"path"`
}

// resource is a file. Schema is a schema.Table for Parquet and a csvSchema for
// the mirror; files that are no tables have none.
type resource struct {
	Name        string   `json:"name"`
	Type        string   `json:"type,omitempty"`
	Path        string   `json:"path"`
	Title       string   `json:"title,omitempty"`
	Description string   `json:"description,omitempty"`
	Format      string   `json:"format"`
	MediaType   string   `json:"mediatype"`
	Encoding    string   `json:"encoding,omitempty"`
	Bytes       int64    `json:"bytes,omitempty"`
	Hash        string   `json:"hash,omitempty"`
	Dialect     *dialect `json:"dialect,omitempty"`
	Schema      any      `json:"schema,omitempty"`
}

type dialect struct {
	Delimiter      string `json:"delimiter"`
	LineTerminator string `json:"lineTerminator"`
	DoubleQuote    bool   `json:"doubleQuote"`
	Header         bool   `json:"header"`
}

type csvSchema struct {
	Fields      []csvField          `json:"fields"`
	PrimaryKey  []string            `json:"primaryKey"`
	ForeignKeys []schema.ForeignKey `json:"foreignKeys,omitempty"`
}

// writePackage describes every file made so far.
func (r *Release) writePackage() error {
	p := r.describe()
	for _, t := range r.Tables {
		p.Resources = append(p.Resources, parquetResource(t.Schema), csvResource(t.Schema))
	}
	others, err := r.otherResources()
	if err != nil {
		return err
	}
	p.Resources = append(p.Resources, others...)
	for i := range p.Resources {
		res := &p.Resources[i]
		var sum string
		if res.Bytes, sum, err = r.measure(res.Path); err != nil {
			return fmt.Errorf("measure %s: %w", res.Path, err)
		}
		res.Hash = "sha256:" + sum
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(p); err != nil {
		return fmt.Errorf("encode descriptor: %w", err)
	}
	return r.writeFile("datapackage.json", b.Bytes())
}

func (r *Release) describe() dataPackage {
	return dataPackage{
		Profile:      "https://datapackage.org/profiles/2.0/datapackage.json",
		Name:         Name,
		Title:        r.Codebook.Title,
		Description:  r.notice() + "Replies to one freedom-of-information round robin, coded question by question, with the words that every code rests on.",
		Version:      Version,
		Licenses:     []link{{"CC-BY-4.0", "Creative Commons Attribution 4.0 International", "https://creativecommons.org/licenses/by/4.0/"}},
		Contributors: []contributor{{"The roundrobin authors", []string{"author"}}}, // as CITATION.cff
		Sources: []link{
			{"", "Correspondence on WhatDoTheyKnow", "https://www.whatdotheyknow.com/"},
			{"", "UK bank holidays", "https://www.gov.uk/bank-holidays"},
		},
		Sample:   r.Sample,
		Codebook: r.Codebook.Hash,
		Source:   r.Source,
	}
}

func parquetResource(t *schema.Table) resource {
	return resource{
		Name: t.Name, Type: file, Path: "tables/" + t.Name + ".parquet",
		Title: t.Title, Description: t.Description,
		Format: "parquet", MediaType: "application/vnd.apache.parquet", Schema: t,
	}
}

// file is the type of a resource that validators take as it is. The one in
// common use reads Parquet by way of pandas, which makes of a whole number
// beside a null a fraction and of a list no list, and finds false errors.
const file = "file"

// csvSuffix tells a table's mirror from the table in the names of resources.
const csvSuffix = "-csv"

func csvResource(t *schema.Table) resource {
	keys := make([]schema.ForeignKey, len(t.ForeignKeys))
	for i, k := range t.ForeignKeys {
		k.Reference.Resource += csvSuffix
		keys[i] = k
	}
	return resource{
		Name: t.Name + csvSuffix, Type: "table", Path: "csv/" + t.Name + ".csv",
		Title:       t.Title + " (CSV)",
		Description: t.Description + " Text that starts with =, +, -, @, a tab or a carriage return has an apostrophe in front.",
		Format:      "csv", MediaType: "text/csv", Encoding: "utf-8",
		Dialect: &dialect{",", "\n", true, true},
		Schema:  csvSchema{csvFields(t.Fields), t.PrimaryKey, keys},
	}
}

// otherResources are the files with fixed bytes that are not a table's: summaries,
// workbook, codebook and what the checks found.
func (r *Release) otherResources() ([]resource, error) {
	files, err := r.files()
	if err != nil {
		return nil, fmt.Errorf("list files: %w", err)
	}
	summaries, err := queries.Summaries()
	if err != nil {
		return nil, err
	}
	var out []resource
	for _, name := range files {
		res := resource{Path: name}
		switch summary, isSummary := strings.CutPrefix(name, "summaries/"); {
		case isSummary:
			summary = strings.TrimSuffix(summary, ".csv")
			res.Name, res.Format, res.MediaType, res.Encoding = "summary-"+summary, "csv", "text/csv", "utf-8"
			if i := slices.IndexFunc(summaries, func(s queries.Summary) bool { return s.Name == summary }); i >= 0 {
				res.Title, res.Description = summaries[i].Title, summaries[i].Purpose
			}
		case name == workbookFile:
			res.Name, res.Type, res.Format, res.MediaType = "workbook", file, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
		case name == codebookFile:
			res.Name, res.Format, res.MediaType, res.Encoding = "codebook", "md", "text/markdown", "utf-8"
		case name == checksFile:
			res.Name, res.Format, res.MediaType, res.Encoding = "checks", "txt", "text/plain", "utf-8"
		default:
			continue
		}
		out = append(out, res)
	}
	return out, nil
}

// notice opens every text of a release made from invented threads.
func (r *Release) notice() string {
	if r.Sample {
		return "INVENTED SAMPLE DATA: no fact about any real body. "
	}
	return ""
}
