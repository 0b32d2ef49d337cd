-- Problems met on the way, by kind.
-- title: Problems met while reading
SELECT severity, kind, count(*) AS problems, count(DISTINCT source_path) AS files
FROM problems
GROUP BY severity, kind
ORDER BY severity, kind
