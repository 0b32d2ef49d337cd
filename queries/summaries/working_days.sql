-- Working days to the first substantive reply, by law, over the replies whose days are known.
-- title: Working days to the reply, by law
SELECT coalesce(law, 'unknown') AS law, count(working_days) AS answered, count_if(outcome <> 'withdrawn') AS applicable,
  count(*) AS sent, min(working_days) AS shortest, quantile_disc(working_days, 0.5) AS median,
  quantile_disc(working_days, 0.9) AS ninth_decile, max(working_days) AS longest
FROM requests
GROUP BY ALL
ORDER BY law
