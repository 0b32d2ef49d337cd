-- Whether the rules had said what a person then decided, by column; share = n of decided, the cells that people decided; kappa is Cohen's, the agreement beyond chance, null where all say the same. People look mainly at what the rules doubt, so the agreement on all cells, sent, may well be higher.
-- title: Agreement of rules and persons
WITH said AS (
  SELECT table_name, variable, coalesce(rules_code, 'null') AS rules, coalesce(person_code, 'null') AS person FROM decisions
), base AS (
  SELECT table_name, variable, count(*) AS decided, count_if(rules = person) AS n FROM said GROUP BY ALL
), by_rules AS (
  SELECT table_name, variable, rules AS code, count(*) AS times FROM said GROUP BY ALL
), by_person AS (
  SELECT table_name, variable, person AS code, count(*) AS times FROM said GROUP BY ALL
), chance AS (
  SELECT table_name, variable, sum(r.times * p.times) AS met
  FROM by_rules r JOIN by_person p USING (table_name, variable, code) GROUP BY ALL
), cells AS (
  SELECT 'answers' AS table_name, count(*) AS sent FROM answers
  UNION ALL
  SELECT 'monitoring_practice', count(*) FROM monitoring_practice
)
SELECT table_name, variable, n, decided, sent, round(100.0 * n / decided, 1) AS share,
  round((n * decided - coalesce(met, 0))::DOUBLE / nullif(decided * decided - coalesce(met, 0), 0), 3) AS kappa,
  CASE WHEN decided < 10 THEN 'few' END AS few
FROM base JOIN cells USING (table_name) LEFT JOIN chance USING (table_name, variable)
ORDER BY table_name, variable
