#!/usr/bin/env bash
# Takes the README's pictures of samples/Dashboard anew: bash eng/dashboard-picture.sh
# Needs chromium, and the fonts that the page looks best in: apt-get install chromium fonts-inter fonts-jetbrains-mono
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

FLAGGEN_REQUIRE_ALL=1 dotnet run --project tests/Aurum.FlagGen.EndToEnd.Tests -- --filter-class "*DashboardPictureTests"
cp artifacts/pictures/dashboard.png artifacts/pictures/dashboard-dark.png docs/images/
