-- Why each variable of monitoring_practice is known or not; the statuses add up to the requests sent.
-- title: What is known of each variable
SELECT variable,
  count_if(status = 'stated') AS stated,
  count_if(status = 'referred') AS referred,
  count_if(status = 'refused') AS refused,
  count_if(status = 'ncnd') AS ncnd,
  count_if(status = 'not_held') AS not_held,
  count_if(status = 'not_stated') AS not_stated,
  count_if(status = 'no_response') AS no_response,
  count_if(status = 'withdrawn') AS withdrawn,
  count_if(status = 'not_applicable') AS not_applicable,
  count(*) AS sent
FROM practice
GROUP BY variable
ORDER BY variable
