package schema

import "github.com/apache/arrow/go/v17/arrow"

// Arrow is the table's Arrow schema. Description and unit of a column stand in
// its metadata.
func (t *Table) Arrow() *arrow.Schema {
	fields := make([]arrow.Field, len(t.Fields))
	for i := range t.Fields {
		fields[i] = t.Fields[i].arrow()
	}
	return arrow.NewSchema(fields, nil)
}

func (f *Field) arrow() arrow.Field {
	keys, values := []string{"description"}, []string{f.Description}
	if f.Unit != "" {
		keys, values = append(keys, "unit"), append(values, f.Unit)
	}
	return arrow.Field{
		Name:     f.Name,
		Type:     f.dataType(),
		Nullable: !f.Constraints.Required,
		Metadata: arrow.NewMetadata(keys, values),
	}
}

func (f *Field) dataType() arrow.DataType {
	switch f.Type {
	case Integer:
		if f.Bits == 64 {
			return arrow.PrimitiveTypes.Int64
		}
		return arrow.PrimitiveTypes.Int32
	case Number:
		return arrow.PrimitiveTypes.Float64
	case Boolean:
		return arrow.FixedWidthTypes.Boolean
	case Date:
		return arrow.FixedWidthTypes.Date32
	case List:
		return arrow.ListOf(arrow.BinaryTypes.String)
	default:
		return arrow.BinaryTypes.String
	}
}
