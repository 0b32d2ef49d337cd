"""Reads every table of a build with other readers and compares row counts,
types and values with what DuckDB reads from dataset.duckdb. Prints a table and
fails where one differs.

usage: interop.py BUILD
"""

import datetime
import importlib.metadata
import json
import math
import pathlib
import subprocess
import sys

import duckdb
import pandas
import polars
import pyarrow
import pyarrow.parquet

HERE = pathlib.Path(__file__).parent
TYPES = {
    "VARCHAR": "string", "INTEGER": "int32", "BIGINT": "int64", "DOUBLE": "double",
    "BOOLEAN": "bool", "DATE": "date", "VARCHAR[]": "list",
}


def plain(value):
    """A value as every reader can give it: a day as text, a list as a list."""
    if isinstance(value, datetime.date):
        return value.isoformat()[:10]
    if isinstance(value, (list, tuple)) or hasattr(value, "tolist") and getattr(value, "ndim", 0) == 1:
        return [plain(v) for v in value]
    if value is None or value is pandas.NA or isinstance(value, float) and math.isnan(value):
        return None
    return value.item() if hasattr(value, "item") else value


def rows_of(columns, records):
    """Rows in an order that no reader decides; True is not 1 here."""
    return sorted(json.dumps([plain(v) for v in r], ensure_ascii=False) for r in records), list(columns)


def arrow_type(t):
    if pyarrow.types.is_list(t) or pyarrow.types.is_large_list(t):
        return "list"
    return {"large_string": "string", "string_view": "string", "date32[day]": "date"}.get(str(t), str(t))


def from_database(con, name):
    described = con.execute(f"DESCRIBE {name}").fetchall()
    result = con.execute(f"FROM {name}").fetchall()
    return {c[0]: TYPES[c[1]] for c in described}, rows_of([c[0] for c in described], result)


def from_duckdb(path):
    with duckdb.connect() as con:
        con.execute(f"CREATE VIEW t AS FROM read_parquet('{path}')")
        return from_database(con, "t")


def from_pyarrow(path):
    t = pyarrow.parquet.read_table(path)
    return {f.name: arrow_type(f.type) for f in t.schema}, rows_of(t.column_names, zip(*(c.to_pylist() for c in t.columns)))


def from_polars(path):
    t = polars.read_parquet(path)
    names = {"String": "string", "Int32": "int32", "Int64": "int64", "Float64": "double", "Boolean": "bool", "Date": "date", "List(String)": "list"}
    return {n: names[str(d)] for n, d in t.schema.items()}, rows_of(t.columns, t.iter_rows())


def from_pandas(path):
    t = pandas.read_parquet(path, dtype_backend="pyarrow")
    return {n: arrow_type(d.pyarrow_dtype) for n, d in t.dtypes.items()}, rows_of(t.columns, t.itertuples(index=False, name=None))


def from_hyparquet(tables):
    out = subprocess.run(["node", HERE / "tables.mjs", tables], check=True, capture_output=True, text=True).stdout
    return {name: (t["types"], rows_of(t["types"], ([row[c] for c in t["types"]] for row in t["rows"]))) for name, t in json.loads(out).items()}


def whole(got, like):
    """JavaScript has one type of number: 1.0 comes back as 1."""
    types, (rows, columns) = like
    doubles = {i for i, c in enumerate(columns) if types[c] == "double"}
    records = ([float(v) if i in doubles and v is not None else v for i, v in enumerate(json.loads(r))] for r in got[1][0])
    return got[0], rows_of(got[1][1], records)


def differences(want, got):
    for part, a, b in [("types", want[0], got[0]), ("columns", want[1][1], got[1][1]), ("rows", len(want[1][0]), len(got[1][0])), ("values", want[1][0], got[1][0])]:
        if a != b:
            return part
    return None


def footer_faults(path):
    """The footer names the dataset and describes the table and every column."""
    with duckdb.connect() as con:
        pairs = con.execute(f"SELECT decode(key), decode(value) FROM parquet_kv_metadata('{path}')").fetchall()
        columns = [c[0] for c in con.execute(f"DESCRIBE FROM read_parquet('{path}')").fetchall()]
    kept = dict(pairs)
    needed = ["dataset", "version", "batch", "codebook_sha256", "source_sha256", "description"] + ["column:" + c for c in columns]
    return [k for k in needed if not kept.get(k)]


def main(build):
    tables = sorted((build / "tables").glob("*.parquet"))
    with duckdb.connect(str(build / "dataset.duckdb"), read_only=True) as con:
        want = {p.stem: from_database(con, p.stem) for p in tables}
    readers = {"duckdb": from_duckdb, "pyarrow": from_pyarrow, "polars": from_polars, "pandas": from_pandas}
    got = {reader: {p.stem: read(p) for p in tables} for reader, read in readers.items()}
    got["hyparquet"] = {n: whole(t, want[n]) for n, t in from_hyparquet(build / "tables").items()}
    failed = [f"{p.stem}: footer lacks {faults}" for p in tables if (faults := footer_faults(p))]
    print("| reader | version | tables equal | rows |\n|---|---|--:|--:|")
    for reader, read in got.items():
        bad = {n: d for n in want if (d := differences(want[n], read[n]) if n in read else "missing")}
        failed += [f"{reader}: {n}: other {d}" for n, d in bad.items()]
        version = json.loads((HERE / "package.json").read_text())["dependencies"][reader] if reader == "hyparquet" else importlib.metadata.version(reader)
        print(f"| {reader} | {version} | {len(want) - len(bad)} of {len(want)} | {sum(len(t[1][0]) for t in read.values())} |")
    for line in failed:
        print(line, file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
