-- Every column of every table stands in the data dictionary with a description, and no other does.
-- severity: error
SELECT coalesce(d.table_name, c.table_name) AS table_name, coalesce(d.column_name, c.column_name) AS column_name
FROM data_dictionary d
FULL JOIN (
  SELECT table_name, column_name FROM duckdb_columns()
  WHERE NOT internal AND table_name IN (SELECT table_name FROM data_dictionary)
) c ON c.table_name = d.table_name AND c.column_name = d.column_name
WHERE c.column_name IS NULL OR d.column_name IS NULL OR trim(d.description) = ''
ORDER BY ALL
