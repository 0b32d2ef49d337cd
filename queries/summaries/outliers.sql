-- Figures far from the others of their kind: more than one and a half interquartile ranges outside the quartiles (Tukey), where at least eight are known; to be checked, not to be dropped.
-- title: Figures far from the others
WITH measured AS (
  SELECT concat('working days, ', coalesce(law, 'unknown law')) AS measure, institution_id, request_id, '' AS place, working_days AS value
  FROM requests
  UNION ALL
  SELECT 'messages in the thread', institution_id, request_id, '', message_count FROM requests
  UNION ALL
  SELECT concat('months kept, ', scope), institution_id, request_id, seq::VARCHAR, months FROM retention_periods
  UNION ALL
  SELECT concat('figure of use, ', unit), institution_id, request_id, seq::VARCHAR, count FROM usage
  UNION ALL
  SELECT concat('disclosures to ', recipient), institution_id, request_id, seq::VARCHAR, count FROM disclosures WHERE recipient <> 'none'
  UNION ALL
  SELECT 'products named', institution_id, request_id, '', count(*) FROM software_used GROUP BY institution_id, request_id
  UNION ALL
  SELECT 'recipients named', institution_id, request_id, '', count(DISTINCT recipient) FROM disclosures WHERE recipient <> 'none' GROUP BY institution_id, request_id
), spread AS (
  SELECT measure, count(value) AS known, quantile_cont(value, 0.25) AS lower_quartile,
    quantile_cont(value, 0.5) AS median, quantile_cont(value, 0.75) AS upper_quartile
  FROM measured GROUP BY measure
)
SELECT measure, institution_id, value, known, lower_quartile, median, upper_quartile
FROM measured JOIN spread USING (measure)
WHERE known >= 8 AND (value > upper_quartile + 1.5 * (upper_quartile - lower_quartile)
  OR value < lower_quartile - 1.5 * (upper_quartile - lower_quartile))
ORDER BY measure, value DESC, institution_id, request_id, place
