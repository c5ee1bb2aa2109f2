using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IsoE.Office.Storage.Migrations;

/// <summary>A migration whose SQL lies beside it, one file for each database, named by the migration's id.</summary>
public abstract class SqlFileMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var folder = migrationBuilder.ActiveProvider!.EndsWith("Sqlite", StringComparison.Ordinal) ? "Sqlite" : "Postgres";
        var id = GetType().GetCustomAttribute<MigrationAttribute>()!.Id;
        migrationBuilder.Sql(Read($"{folder}/{id}.sql"));
    }

    private static string Read(string file)
    {
        using var stream = typeof(SqlFileMigration).Assembly.GetManifestResourceStream($"Migrations/{file}")
            ?? throw new InvalidOperationException($"The migration {file} is not embedded in the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
