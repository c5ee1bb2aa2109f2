using System.Diagnostics;
using Npgsql;

namespace IsoE.Office.Tests.TestBed;

/// <summary>A PostgreSQL server of its own for this test run: started when first needed, gone at the end.</summary>
public static class PostgresCluster
{
    private const string Programs = "/usr/lib/postgresql/15/bin";

    private static readonly Lazy<string> Folder = new(Start);
    private static int s_databases;

    /// <summary>Creates an empty database and returns its connection string.</summary>
    public static string CreateDatabase(string? template = null)
    {
        var name = $"t{Interlocked.Increment(ref s_databases)}";
        using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"CREATE DATABASE {name}" + (template is null ? "" : $" TEMPLATE {template}");
        command.ExecuteNonQuery();
        return ConnectionString(name);
    }

    public static void Stop()
    {
        if (!Folder.IsValueCreated)
            return;
        NpgsqlConnection.ClearAllPools();
        Run("pg_ctl", "-D", Folder.Value, "-m", "immediate", "-w", "stop");
        Directory.Delete(Folder.Value, recursive: true);
    }

    private static string ConnectionString(string database) =>
        $"Host={Folder.Value};Username=isoe;Database={database};Maximum Pool Size=20;Include Error Detail=true";

    private static string Start()
    {
        Assert.That(
            File.Exists($"{Programs}/initdb"),
            $"PostgreSQL 15 is not installed in {Programs}: run the tests through tests/run.sh, which sets everything up.");
        var folder = Directory.CreateTempSubdirectory("isoe-pg-").FullName;
        if (Environment.IsPrivilegedProcess)
            Execute("chown", "nobody", folder);
        Run("initdb", "-D", folder, "-U", "isoe", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        // Nothing here has to survive a power cut; durability is measured by the benchmarks.
        Run("pg_ctl", "-D", folder, "-w", "-l", $"{folder}/log", "-o", $"-k {folder} -c listen_addresses= -c fsync=off -c max_connections=1000", "start");
        return folder;
    }

    /// <summary>PostgreSQL refuses to run as root, as which containers often run their tests.</summary>
    private static void Run(string program, params string[] arguments)
    {
        if (Environment.IsPrivilegedProcess)
            Execute("setpriv", ["--reuid=nobody", "--regid=nogroup", "--clear-groups", $"{Programs}/{program}", .. arguments]);
        else
            Execute($"{Programs}/{program}", arguments);
    }

    private static void Execute(string program, params string[] arguments)
    {
        // pg_ctl leaves a server behind that would keep redirected streams open for ever.
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = "/" })!;
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, $"{program} {string.Join(' ', arguments)}");
    }
}
