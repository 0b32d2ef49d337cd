package tables

import (
	"bytes"
	"fmt"
	"time"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/memory"
	"github.com/apache/arrow/go/v17/parquet"
	"github.com/apache/arrow/go/v17/parquet/compress"
	"github.com/apache/arrow/go/v17/parquet/pqarrow"

	"roundrobin/schema"
)

// Info names a build in the footer of each of its files.
type Info struct {
	Dataset  string // name of the dataset
	Version  string // of the dataset
	Batch    string // the round robin
	Codebook string // SHA-256 of the codebook
	Source   string // SHA-256 over the input
}

// metadata is what the footer of a table's file tells. The description of a
// column stands there as column:<name>: what Arrow keeps of a field is hidden
// from readers that do not know Arrow.
func (i Info) metadata(t *schema.Table) *arrow.Metadata {
	keys := []string{"dataset", "version", "batch", "codebook_sha256", "source_sha256", "title", "description"}
	values := []string{i.Dataset, i.Version, i.Batch, i.Codebook, i.Source, t.Title, t.Description}
	for _, f := range t.Fields {
		keys, values = append(keys, "column:"+f.Name), append(values, f.Description)
	}
	m := arrow.NewMetadata(keys, values)
	return &m
}

const (
	createdBy     = "roundrobin" // the library's default carries its version
	maxRowGroup   = 128 << 10    // rows
	maxBatchBytes = 64 << 20     // text in one Arrow record, far below its 2 GiB
)

// Parquet is the table as a Parquet file: the same rows give the same bytes.
func (t *Rows) Parquet(info Info) ([]byte, error) {
	s := arrow.NewSchema(t.Schema.Arrow().Fields(), info.metadata(t.Schema))
	var file bytes.Buffer
	w, err := pqarrow.NewFileWriter(s, &file, writerProperties(t.Schema),
		pqarrow.NewArrowWriterProperties(pqarrow.WithStoreSchema()))
	if err != nil {
		return nil, fmt.Errorf("open parquet writer: %w", err)
	}
	if err := t.writeRecords(w, s); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("close parquet writer: %w", err)
	}
	return file.Bytes(), nil
}

// writerProperties pins all that would let bytes vary. A dictionary that
// overflows makes the library write its statistics in map order; so only
// columns of few different values have one, and room for it.
func writerProperties(s *schema.Table) *parquet.WriterProperties {
	props := []parquet.WriterProperty{
		parquet.WithCreatedBy(createdBy),
		parquet.WithRootRepetition(parquet.Repetitions.Required),
		parquet.WithCompression(compress.Codecs.Zstd),
		parquet.WithMaxRowGroupLength(maxRowGroup),
		parquet.WithDictionaryDefault(false),
		parquet.WithDictionaryPageSizeLimit(64 << 20),
		parquet.WithStats(true),
	}
	for _, f := range s.Fields {
		if f.Type == schema.String && (len(f.Codes()) > 0 || refers(s, f.Name)) {
			props = append(props, parquet.WithDictionaryFor(f.Name, true))
		}
	}
	return parquet.NewWriterProperties(props...)
}

// refers tells whether a column repeats the key of another table.
func refers(s *schema.Table, column string) bool {
	for _, fk := range s.ForeignKeys {
		if len(fk.Fields) == 1 && fk.Fields[0] == column {
			return true
		}
	}
	return false
}

func (t *Rows) writeRecords(w *pqarrow.FileWriter, s *arrow.Schema) error {
	b := array.NewRecordBuilder(memory.DefaultAllocator, s)
	defer b.Release()
	flush := func() error {
		rec := b.NewRecord()
		defer rec.Release()
		if err := w.WriteBuffered(rec); err != nil {
			return fmt.Errorf("write record: %w", err)
		}
		return nil
	}
	size := 0
	for _, cells := range t.Cells {
		for i, v := range cells {
			size += appendCell(b.Field(i), v)
		}
		if size > maxBatchBytes {
			if err := flush(); err != nil {
				return err
			}
			size = 0
		}
	}
	if len(t.Cells) == 0 {
		return nil
	}
	return flush()
}

// appendCell appends one checked cell and returns its bytes of text.
func appendCell(b array.Builder, v any) (size int) {
	if v == nil {
		b.AppendNull()
		return 0
	}
	switch b := b.(type) {
	case *array.StringBuilder:
		b.Append(v.(string))
		return len(v.(string))
	case *array.Int32Builder:
		b.Append(int32(v.(int64)))
	case *array.Int64Builder:
		b.Append(v.(int64))
	case *array.Float64Builder:
		b.Append(v.(float64))
	case *array.BooleanBuilder:
		b.Append(v.(bool))
	case *array.Date32Builder:
		b.Append(arrow.Date32FromTime(v.(time.Time)))
	case *array.ListBuilder:
		b.Append(true)
		for _, item := range v.([]string) {
			size += appendCell(b.ValueBuilder(), item)
		}
	}
	return size
}
