-- #region script
local burst, every_ms, cost = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local size = burst * every_ms
local full_at = tonumber(redis.call('GET', KEYS[1])) or now
local before = math.min(math.max(full_at, now), now + size)
local after = before + cost * every_ms
local wait_ms = math.max(0, after - now - size)
local full_in_ms = before - now

if wait_ms == 0 then
  full_in_ms = after - now
  redis.call('SET', KEYS[1], string.format('%.0f', after), 'PX', full_in_ms)
end
return { wait_ms, full_in_ms, math.floor((size - full_in_ms) / every_ms) }
-- #endregion script
