#!/usr/bin/env bash
# Measures every figure of docs/benchmarks.md against its budget: bash eng/benchmarks.sh [--full] [--report] [part of a name]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
dotnet build -c Release tests/Aurum.FlagGen.Benchmarks -v q -nologo
exec dotnet artifacts/bin/Aurum.FlagGen.Benchmarks/release/Aurum.FlagGen.Benchmarks.dll "$@"
