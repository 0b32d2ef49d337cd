-- Deadlines and working days, recomputed from the law's calendar: bank holidays by rule, not from the list that the build counted with.
-- severity: error
-- FOIA s.10(6) leaves out the bank holidays of every part of the United Kingdom, FOISA s.73 those of Scotland.
-- The clock starts on the day of the request or, where the body asked for a clarification, of that.
WITH years AS (
  SELECT y::INTEGER AS y FROM range(2014, 2036) AS t(y)
), golden AS ( -- Easter Sunday by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8)
  SELECT y, y % 19 AS a, y // 100 AS b, y % 100 AS c FROM years
), epact AS (
  SELECT y, a, c, (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30 AS h, b % 4 AS e FROM golden
), moon AS (
  SELECT y, a, h, (32 + 2 * e + 2 * (c // 4) - h - c % 4) % 7 AS l FROM epact
), easter AS (
  SELECT y, make_date(y, ((h + l - 7 * ((a + 11 * h + 22 * l) // 451) + 114) // 31)::INTEGER,
    ((h + l - 7 * ((a + 11 * h + 22 * l) // 451) + 114) % 31 + 1)::INTEGER) AS sunday
  FROM moon
), fixed AS ( -- days of a fixed date; a weekend moves them to the next weekday that is free
  SELECT make_date(y, m, d) AS falls, place, extra
  FROM years, (VALUES (1, 1, 'all', 0), (1, 2, 'scotland', 1), (3, 17, 'northern ireland', 0), (7, 12, 'northern ireland', 0),
    (11, 30, 'scotland', 0), (12, 25, 'all', 0), (12, 26, 'all', 1)) AS t(m, d, place, extra)
), substituted AS ( -- extra: the second of two days running, which the first may push on
  SELECT place, (CASE isodow(falls)
    WHEN 6 THEN falls + 2
    WHEN 7 THEN falls + CASE extra WHEN 1 THEN 2 ELSE 1 END
    WHEN 1 THEN falls + CASE extra WHEN 1 THEN 1 ELSE 0 END
    ELSE falls END)::DATE AS day
  FROM fixed
), moving AS (
  SELECT 'all' AS place, (sunday - 2)::DATE AS day FROM easter
  UNION ALL SELECT 'not scotland', (sunday + 1)::DATE FROM easter
  UNION ALL SELECT 'all', (make_date(y, 5, 1) + ((8 - isodow(make_date(y, 5, 1))) % 7)::INTEGER)::DATE FROM years WHERE y <> 2020
  UNION ALL SELECT 'all', (make_date(y, 5, 31) - (isodow(make_date(y, 5, 31)) - 1)::INTEGER)::DATE FROM years WHERE y <> 2022
  UNION ALL SELECT 'scotland', (make_date(y, 8, 1) + ((8 - isodow(make_date(y, 8, 1))) % 7)::INTEGER)::DATE FROM years
  UNION ALL SELECT 'not scotland', (make_date(y, 8, 31) - (isodow(make_date(y, 8, 31)) - 1)::INTEGER)::DATE FROM years
), once AS ( -- by proclamation
  SELECT place, day::DATE AS day FROM (VALUES ('2020-05-08', 'all'), ('2022-06-02', 'all'), ('2022-06-03', 'all'), ('2022-09-19', 'all'),
    ('2023-05-08', 'all'), ('2026-06-15', 'scotland')) AS t(day, place)
), closed AS (
  SELECT day, bool_or(place IN ('all', 'scotland')) AS scottish
  FROM (FROM substituted UNION ALL FROM moving UNION ALL FROM once) GROUP BY day
), calendar AS (
  SELECT d::DATE AS day,
    count(*) FILTER (isodow(d) < 6 AND closed.day IS NULL) OVER w AS foia,
    count(*) FILTER (isodow(d) < 6 AND NOT coalesce(scottish, false)) OVER w AS foisa
  FROM range(DATE '2014-01-01', DATE '2035-12-31', INTERVAL 1 DAY) AS t(d) LEFT JOIN closed ON closed.day = d::DATE
  WINDOW w AS (ORDER BY d)
), clock AS (
  SELECT day, unnest(['foia', 'foisa']) AS act, unnest([foia, foisa]) AS n FROM calendar
), starts AS (
  SELECT r.request_id, r.sent_on AS start FROM requests AS r WHERE r.sent_on IS NOT NULL
  UNION SELECT m.request_id, m.dated_on FROM messages AS m WHERE m.kind = 'clarification' AND m.dated_on IS NOT NULL
), counted AS (
  SELECT r.request_id, r.due_on, r.responded_on, r.working_days,
    (SELECT min(c.day) FROM clock AS c WHERE c.act = b.act AND c.n = b.n + 20) AS due,
    (SELECT c.n - b.n FROM clock AS c WHERE c.act = b.act AND c.day = r.responded_on) AS days
  FROM requests AS r JOIN institutions AS i USING (institution_id) JOIN starts AS s USING (request_id)
    JOIN clock AS b ON b.day = s.start AND b.act = CASE WHEN r.law = 'foisa' OR i.nation = 'scotland' THEN 'foisa' ELSE 'foia' END
)
SELECT request_id, due_on, list(due ORDER BY due) AS due_recomputed, working_days, list(days ORDER BY days) AS days_recomputed
FROM counted
GROUP BY request_id, due_on, responded_on, working_days
HAVING coalesce(NOT list_contains(list(due), due_on), due_on IS NULL)
  OR coalesce(NOT list_contains(list(days), working_days), (working_days IS NULL) <> (responded_on IS NULL))
ORDER BY request_id
