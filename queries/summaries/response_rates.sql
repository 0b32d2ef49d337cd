-- Requests sent and what became of them: overall, by nation, region and mission group (a body counts in each of its groups); share = replied of applicable, which is sent less those withdrawn.
-- title: Response rates
WITH grouped AS (
  SELECT 'all' AS grouping, 'all' AS "group", request_id FROM requests
  UNION ALL
  SELECT 'nation', coalesce(nation, 'unknown'), request_id FROM requests JOIN institutions USING (institution_id)
  UNION ALL
  SELECT 'region', coalesce(region, 'unknown'), request_id FROM requests JOIN institutions USING (institution_id)
  UNION ALL
  SELECT 'mission_group', unnest(string_split(coalesce(mission_group, 'unknown'), '|')), request_id
  FROM requests JOIN institutions USING (institution_id)
)
SELECT grouping, "group", count(*) AS sent, count_if(outcome <> 'withdrawn') AS applicable,
  count_if(outcome NOT IN ('no_response', 'withdrawn')) AS replied,
  round(100.0 * replied / nullif(applicable, 0), 1) AS share,
  count_if(outcome = 'answered') AS answered,
  count_if(outcome = 'partly_refused') AS partly_refused,
  count_if(outcome = 'refused') AS refused,
  count_if(outcome = 'not_held') AS not_held,
  count_if(outcome = 'no_response') AS no_response,
  count_if(outcome = 'withdrawn') AS withdrawn
FROM grouped JOIN requests USING (request_id)
GROUP BY grouping, "group"
ORDER BY grouping, "group"
