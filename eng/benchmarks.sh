#!/usr/bin/env bash
# Measures every figure of docs/benchmarks.md against its budget: bash eng/benchmarks.sh [--full] [--report] [part of a name]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
dotnet build -c Release tests/Aurum.FlagGen.Benchmarks -v q -nologo

# What an application gets from the package: the assembly compiled ahead of time.
dotnet publish -c Release eng/ReadyToRun --use-current-runtime -v q -nologo -o artifacts/ready-to-run/current
cp artifacts/ready-to-run/current/Aurum.FlagGen.dll artifacts/bin/Aurum.FlagGen.Benchmarks/release/
exec dotnet artifacts/bin/Aurum.FlagGen.Benchmarks/release/Aurum.FlagGen.Benchmarks.dll "$@"
