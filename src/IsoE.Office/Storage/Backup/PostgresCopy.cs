using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace IsoE.Office.Storage.Backup;

/// <summary>Copies with <c>pg_dump</c> and <c>pg_restore</c>, which must be installed where this runs.</summary>
internal sealed class PostgresCopy(string connectionString) : IDatabaseCopy
{
    /// <summary>Where Debian keeps the programs that are not on the path.</summary>
    private const string DebianFolder = "/usr/lib/postgresql";

    public string FileName => "isoe.dump";

    public async Task<bool> Exists(CancellationToken cancel)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'");
        return (long)(await command.ExecuteScalarAsync(cancel))! > 0;
    }

    public Task Save(string file, CancellationToken cancel) =>
        Run("pg_dump", ["--format=custom", "--no-owner", "--file", file], cancel);

    public Task Load(string file, CancellationToken cancel) =>
        Run("pg_restore", ["--clean", "--if-exists", "--no-owner", "--exit-on-error", "--single-transaction", file], cancel);

    private async Task Run(string program, IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        var target = new NpgsqlConnectionStringBuilder(connectionString);
        var start = new ProcessStartInfo(PathOf(program), [.. Connection(target), .. arguments]) { RedirectStandardError = true };
        start.Environment["PGPASSWORD"] = target.Password ?? "";
        using var process = Start(start, program);
        var errors = await process.StandardError.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        if (process.ExitCode != 0)
            throw BackupRejections.ToolFailed(program, errors.Trim());
    }

    private static string[] Connection(NpgsqlConnectionStringBuilder target) =>
    [
        "--host", target.Host ?? "localhost",
        "--port", target.Port.ToString(CultureInfo.InvariantCulture),
        "--username", target.Username ?? Environment.UserName,
        "--dbname", target.Database ?? "isoe",
    ];

    private static Process Start(ProcessStartInfo start, string program)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw BackupRejections.ToolMissing(program);
        }
    }

    private static string PathOf(string program) => Directory.Exists(DebianFolder)
        ? Directory.EnumerateDirectories(DebianFolder)
            .Select(version => Path.Combine(version, "bin", program))
            .Where(File.Exists)
            .OrderDescending(StringComparer.Ordinal)
            .FirstOrDefault(program)
        : program;
}
