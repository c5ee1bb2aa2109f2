using IsoE.Office.Storage;

namespace IsoE.Web.Hosting;

/// <summary>Where the office keeps its data: PostgreSQL when a connection string <c>IsoE</c> is set, else SQLite.</summary>
public static class OfficeSettings
{
    /// <summary>Reads <c>ConnectionStrings:IsoE</c> and <c>IsoE:Data</c> (a folder, <c>data</c> where the program was started when not set).</summary>
    public static OfficeOptions Read(IConfiguration configuration)
    {
        var folder = Path.GetFullPath(configuration["IsoE:Data"] ?? "data");
        Directory.CreateDirectory(folder);
        var postgres = configuration.GetConnectionString("IsoE");
        return string.IsNullOrWhiteSpace(postgres) ? OfficeOptions.Sqlite(folder) : OfficeOptions.Postgres(postgres, folder);
    }
}
