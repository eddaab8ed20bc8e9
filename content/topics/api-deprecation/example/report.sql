SELECT client, sum(calls)::int AS calls, max(day)::text AS "last call"
FROM deprecated_call
WHERE endpoint = $1 AND day > $2::date - $3::interval
GROUP BY client
ORDER BY max(day) DESC, client;
