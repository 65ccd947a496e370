#!/usr/bin/env bash
# Adds a migration of the same name to both databases, and writes the model of the tables anew that the program starts with.
#   ./migrations.sh NAME
#   ./migrations.sh --model      the model alone, after a change that is no change of a table
set -eu
cd "$(dirname "$0")"
dotnet tool restore >/dev/null
if [ "$1" != --model ]; then
  dotnet ef migrations add "$1" --project src/Chapar --context SqliteNewsDb -o Database/Migrations/Sqlite
  dotnet ef migrations add "$1" --project src/Chapar --context PostgresNewsDb -o Database/Migrations/Postgres --no-build
fi
# Of the embedded database only: a start of it is to take a second (decision 007).
rm -rf src/Chapar/Database/Compiled
dotnet ef dbcontext optimize --project src/Chapar --context SqliteNewsDb -o Database/Compiled --namespace Chapar.Database.Compiled
# Two types have this name, and the tool does not say which it means.
sed -i '0,/^namespace/s//using Picture = Chapar.Media.Picture;\n\nnamespace/' src/Chapar/Database/Compiled/ArticleEntityType.cs
