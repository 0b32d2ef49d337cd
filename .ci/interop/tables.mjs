// Prints every table of the folder named as JSON, read by hyparquet: its columns
// with their types and its rows.
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parquetMetadata, parquetReadObjects, parquetSchema } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'

const dir = process.argv[2]
const tables = {}
for (const name of (await readdir(dir)).filter(n => n.endsWith('.parquet')).sort()) {
  const bytes = await readFile(join(dir, name))
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  const metadata = parquetMetadata(file)
  const types = {}
  for (const { element, children } of parquetSchema(metadata).children) {
    types[element.name] = children.length > 0 ? 'list' : kind(element)
  }
  const rows = (await parquetReadObjects({ file, compressors })).map(row => {
    for (const [column, value] of Object.entries(row)) row[column] = plain(value)
    return row
  })
  tables[name.replace('.parquet', '')] = { types, rows }
}
process.stdout.write(JSON.stringify(tables))

function kind({ type, converted_type }) {
  if (type === 'BYTE_ARRAY') return converted_type === 'UTF8' ? 'string' : 'bytes'
  if (type === 'INT32' && converted_type === 'DATE') return 'date'
  return { INT32: 'int32', INT64: 'int64', DOUBLE: 'double', BOOLEAN: 'bool' }[type] ?? type
}

function plain(value) {
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return typeof value === 'bigint' ? Number(value) : value ?? null
}
