#!/usr/bin/env bash
# Changes the source in one place at a time and sees whether the tests notice: bash eng/mutation.sh [checking|evaluation] [beginning of file names].
# Without arguments all targets are tried. eng/Mutation/README.md tells what came out last; every answer is in artifacts/mutation/<target>/mutants.log.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

for project in eng/Mutation tests/Aurum.FlagGen.Manifest.Tests tests/Aurum.FlagGen.Tests; do
  dotnet build "$project" -v quiet -nologo || exit 1
done

failures=0
mutate() { dotnet run --no-build --project eng/Mutation -- "$@" || failures=$((failures + 1)); }

if [ $# -gt 0 ]; then
  mutate "$@"
else
  mutate checking
  mutate evaluation
fi

[ "$failures" -eq 0 ]
