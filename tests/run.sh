#!/usr/bin/env bash
# Runs all tests. Installs what they need and the machine lacks (Debian or Ubuntu, as root or with sudo):
# Chromium for the browser tests, PostgreSQL for the storage tests, Poppler, QPDF and librsvg to look into documents, SoftHSM as a token for keys.
# Beforehand: .NET 10 SDK and Node 20. Usage: tests/run.sh [arguments for dotnet test, e.g. --filter Name~Calendar]
set -uo pipefail
cd "$(dirname "$0")/.."

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

missing=()
chromium=chromium
[ -n "$(apt-cache search --names-only '^chromium-headless-shell$' 2>/dev/null)" ] && chromium=chromium-headless-shell
command -v "$chromium" >/dev/null || missing+=("$chromium")
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql)
command -v pdftotext >/dev/null || missing+=(poppler-utils)
command -v qpdf >/dev/null || missing+=(qpdf)
command -v rsvg-convert >/dev/null || missing+=(librsvg2-bin)
command -v softhsm2-util >/dev/null || missing+=(softhsm2)
if [ "${#missing[@]}" -gt 0 ]; then
  echo "Installing ${missing[*]} ..."
  as_root apt-get update -qq
  DEBIAN_FRONTEND=noninteractive as_root apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends "${missing[@]}" >/dev/null \
    || { echo "Could not install ${missing[*]}: install them by hand and run again." >&2; exit 2; }
fi
for tool in dotnet node; do
  command -v "$tool" >/dev/null || { echo "$tool is missing: IsoE needs the .NET 10 SDK and Node 20." >&2; exit 2; }
done

dotnet build IsoE.sln -v q -clp:NoSummary || { echo "The build failed."; echo "0 passed, 1 failed"; exit 1; }

logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
run() {
  local project=$1
  shift
  dotnet test "$project" --no-build --nologo -v q --logger "console;verbosity=minimal" "$@" > "$logs/$(basename "$project")" 2>&1
  echo $? > "$logs/$(basename "$project").status"
}

# The storage tests wait for disks and for PostgreSQL, the others for a processor: side by side they take half the time.
echo "Running the tests ..."
beside=(tests/IsoE.Office.Tests tests/IsoE.Workflows.Tests)
for project in "${beside[@]}"; do run "$project" "$@"; done &
for project in tests/*.Tests; do
  [[ " ${beside[*]} " == *" $project "* ]] || run "$project" "$@"
done
wait

passed=0 failed=0
for project in tests/*.Tests; do
  log=$logs/$(basename "$project")
  cat "$log"
  summary=$(grep -E '^(Passed|Failed|Skipped)!' "$log" | tail -n 1)
  project_passed=$(sed -nE 's/.*Passed: *([0-9]+).*/\1/p' <<<"$summary")
  project_failed=$(sed -nE 's/.*Failed: *([0-9]+).*/\1/p' <<<"$summary")
  # A run that dies without a summary, or fails without a failed test, counts as one failure.
  if [ -z "$summary" ] && [ $# -eq 0 ]; then project_failed=1; fi
  if [ "$(cat "$log.status")" -ne 0 ] && [ "${project_failed:-0}" -eq 0 ]; then project_failed=1; fi
  passed=$((passed + ${project_passed:-0}))
  failed=$((failed + ${project_failed:-0}))
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
