-- One path for all requests, or, with PATHS, the lines of a file in turn. Ends with one line of figures for measure.sh.
local paths, at = nil, 0

function init()
  local file = os.getenv("PATHS")
  if not file then return end
  paths = {}
  for line in io.lines(file) do paths[#paths + 1] = line end
end

function request()
  if not paths then return wrk.format("GET") end
  at = at % #paths + 1
  return wrk.format("GET", paths[at])
end

function done(summary, latency)
  local e = summary.errors
  io.write(string.format("FIGURES %d %d %d %d\n", summary.requests, summary.duration, e.connect + e.read + e.write + e.status + e.timeout, latency:percentile(99)))
end
