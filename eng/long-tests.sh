#!/usr/bin/env bash
# Every proof that takes too long for each build, one after the other, with a summary: bash eng/long-tests.sh.
# A number as the argument runs them shorter, with so many rounds each.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export FLAGGEN_LONG=${1:-1} FLAGGEN_SLOW=1
summary=()
failures=0

prove() { # what, project, method
  local start=$SECONDS
  echo "== $1"
  if dotnet run -c Release --project "tests/$2" -- --filter-method "$3"; then
    summary+=("$1: holds ($((SECONDS - start)) s)")
  else
    summary+=("$1: FAILED ($((SECONDS - start)) s)")
    failures=$((failures + 1))
  fi
}

prove "the engine answers as its reference" Aurum.FlagGen.Tests "*Engine_OnManyRandomScenarios*"
prove "a hundred million evaluations allocate nothing" Aurum.FlagGen.Tests "*Evaluate_AHundredMillionTimes*"
prove "ten thousand changes leave the heap as it was" Aurum.FlagGen.Tests "*HeapTests*"
prove "nobody sees two versions at once" Aurum.FlagGen.Tests "*SnapshotChangeTests*"
prove "two writers of one flag in Redis lose nothing" Aurum.FlagGen.Redis.Tests "*TwoWritersTests*"
prove "the schema agrees with the checker" Aurum.FlagGen.Manifest.Tests "*Schema_OnManyMutatedManifests*"
prove "the JSON reader agrees with System.Text.Json" Aurum.FlagGen.Manifest.Tests "*Read_ManyRandomTexts*"

start=$SECONDS
echo "== mutants"
if bash eng/mutation.sh; then
  summary+=("no mutant survives without an explanation: holds ($((SECONDS - start)) s)")
else
  summary+=("no mutant survives without an explanation: FAILED ($((SECONDS - start)) s)")
  failures=$((failures + 1))
fi

echo "== summary"
printf '%s\n' "${summary[@]}"
[ "$failures" -eq 0 ]
