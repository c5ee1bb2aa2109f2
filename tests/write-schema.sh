#!/usr/bin/env bash
# Makes the first migration again from the model, for both databases. Only until the first release.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build tests/IsoE.Office.Tests -v q -clp:NoSummary
dotnet test tests/IsoE.Office.Tests --no-build --filter Migrated_schema_is_that_of_the_model >/dev/null || true
for database in Sqlite Postgres; do
  mv "tests/IsoE.Office.Tests/bin/Debug/net10.0/0001_Foundations.$database.sql" \
    "src/IsoE.Office/Storage/Migrations/$database/0001_Foundations.sql"
done
git diff --stat -- src/IsoE.Office/Storage/Migrations
