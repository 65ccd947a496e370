#!/usr/bin/env bash
# Adds a migration of the same name to both databases: ./migrations.sh NAME
set -eu
cd "$(dirname "$0")"
dotnet tool restore >/dev/null
dotnet ef migrations add "$1" --project src/Chapar --context SqliteNewsDb -o Database/Migrations/Sqlite
dotnet ef migrations add "$1" --project src/Chapar --context PostgresNewsDb -o Database/Migrations/Postgres --no-build

