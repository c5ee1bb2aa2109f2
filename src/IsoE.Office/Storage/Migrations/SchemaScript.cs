using System.Text;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Storage.Migrations;

/// <summary>The SQL that creates the whole model in an empty database, append-only triggers included.</summary>
/// <remarks>The design-time tools of EF are not used: a migration is a file of SQL, and the first one is this script.</remarks>
public static class SchemaScript
{
    public static string Of(OfficeDb db)
    {
        var isPostgres = db.Database.IsNpgsql();
        var script = new StringBuilder()
            .Append("-- Made from the model. Until the first release it is made again whenever rows change: tests/write-schema.sh\n\n")
            .Append(db.Database.GenerateCreateScript().ReplaceLineEndings("\n").Replace("\n\n\n", "\n\n", StringComparison.Ordinal).Trim())
            .Append('\n');
        var types = db.Model.GetEntityTypes().Where(t => t.IsAppendOnly()).ToList();
        if (isPostgres && types.Count > 0)
            script.Append(PostgresRefusal);
        foreach (var type in types)
        {
            var unless = type.AppendOnlyException() is { } exception ? $" WHEN (NOT ({exception}))" : "";
            script.Append(isPostgres ? PostgresTriggers(type.GetTableName()!, unless) : SqliteTriggers(type.GetTableName()!, unless));
        }

        return script.ToString();
    }

    private const string PostgresRefusal = """

        CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION 'The table % is append-only: % is refused', TG_TABLE_NAME, TG_OP;
        END
        $$;

        """;

    private static string PostgresTriggers(string table, string unless) => $"""

        CREATE TRIGGER {table}_is_not_updated BEFORE UPDATE ON {table}
            FOR EACH ROW{unless} EXECUTE FUNCTION refuse_change();

        CREATE TRIGGER {table}_is_not_deleted BEFORE DELETE ON {table}
            FOR EACH ROW EXECUTE FUNCTION refuse_change();

        CREATE TRIGGER {table}_is_never_emptied BEFORE TRUNCATE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

        """;

    private static string SqliteTriggers(string table, string unless) => $"""

        CREATE TRIGGER {table}_is_not_updated BEFORE UPDATE ON {table}{unless}
        BEGIN
            SELECT RAISE(ABORT, 'The table {table} is append-only: UPDATE is refused');
        END;

        CREATE TRIGGER {table}_is_not_deleted BEFORE DELETE ON {table}
        BEGIN
            SELECT RAISE(ABORT, 'The table {table} is append-only: DELETE is refused');
        END;

        """;
}
