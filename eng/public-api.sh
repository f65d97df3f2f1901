#!/usr/bin/env bash
# Brings each PublicAPI.Unshipped.txt to what the code has, for review: bash eng/public-api.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
log=$(mktemp)
trap 'rm -f "$log"' EXIT

for list in src/*/PublicAPI.Unshipped.txt; do
  project=$(dirname "$list")
  # Without what is already listed, the analyzer names every public member that has not shipped.
  echo "#nullable enable" >"$list"
  dotnet build "$project" -p:TreatWarningsAsErrors=false -v quiet -nologo >"$log" || { cat "$log"; exit 1; }
  # The projects that it uses are built too, and named at the end of each line.
  sed -n "s/.*warning RS0016: Symbol '\(.*\)' is not part of the declared public API.*\[.*$(basename "$project")\.csproj\]$/\1/p" "$log" | LC_ALL=C sort -u >>"$list"
  echo "$list: $(($(wc -l <"$list") - 1)) members"
done
